/** Where the names stand on the drawing of sensors: beside their dots, over no other name and no other dot. Pure. Rule LW13. */
export interface Dot {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}
export interface Label {
  readonly x: number;
  /** Of its base line. */
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
}
interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export const LETTERS = 18; // high
export const DOT = 6; // its radius
const LINE = LETTERS + 2;
const A_LETTER = 0.7 * LETTERS; // wide; capitals and digits are no wider
const BESIDE = DOT + 6;

/** @param room in which they have to be @returns for each dot, in their order; those that find no room are listed downwards */
export function labelsOf(dots: readonly Dot[], room: Box): Label[] {
  const taken: Box[] = [];
  return dots.map((dot) => {
    const others = dots.filter((one) => one !== dot).map(boxOfDot);
    const isFree = (label: Label): boolean => {
      const box = boxOf(label, dot.name);
      return isWithin(box, room) && ![...taken, ...others].some((one) => isOver(one, box));
    };
    const right: Label = { x: dot.x + BESIDE, y: dot.y + 0.35 * LETTERS, anchor: "start" };
    const around: readonly Label[] = [
      right,
      { ...right, x: dot.x - BESIDE, anchor: "end" },
      { x: dot.x, y: dot.y - BESIDE, anchor: "middle" },
      { x: dot.x, y: dot.y + BESIDE + 0.7 * LETTERS, anchor: "middle" },
    ];
    const found = around.find(isFree) ?? below(right, dot.name, taken);
    taken.push(boxOf(found, dot.name));
    return found;
  });
}

function below(label: Label, name: string, taken: readonly Box[]): Label {
  const box = boxOf(label, name);
  return taken.some((one) => isOver(one, box))
    ? below({ ...label, y: label.y + LINE }, name, taken)
    : label;
}

function boxOf({ x, y, anchor }: Label, name: string): Box {
  const wide = name.length * A_LETTER;
  const left = anchor === "start" ? x : anchor === "end" ? x - wide : x - wide / 2;
  return { left, right: left + wide, top: y - 0.8 * LETTERS, bottom: y + 0.2 * LETTERS };
}

const boxOfDot = ({ x, y }: Dot): Box => ({
  left: x - DOT,
  right: x + DOT,
  top: y - DOT,
  bottom: y + DOT,
});
const isOver = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const isWithin = (box: Box, room: Box): boolean =>
  box.left >= room.left &&
  box.right <= room.right &&
  box.top >= room.top &&
  box.bottom <= room.bottom;
