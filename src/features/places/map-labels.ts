/** Where the names on the world map stand, so that none covers another. */

interface Pin {
  readonly x: number;
  readonly y: number;
  readonly name: string;
}
interface Label extends Pin {
  readonly anchor: "start" | "middle" | "end";
  /** Whether there is room for it on a narrow screen, where letters are larger. */
  readonly narrow: boolean;
}
interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const WIDE = 12.5; // px of type at the map's own width, as in the style sheet
const NARROW = 34; // px of type below 44rem, where the map is about a third as wide
const LETTER = 0.58; // of the type size; names are set in a bold sans
const WIDTH = 960; // px of the world map

/** Each name right, left, above or below its pin, first come first served; a name without room is left out. */
export function placeLabels(pins: readonly Pin[], width = WIDTH): Label[] {
  const wide: Box[] = pins.map(({ x, y }) => around(x, y, 5));
  const narrow: Box[] = [];
  return pins.flatMap((pin, i) => {
    const others = wide.filter((_, j) => j !== i);
    const at = positions(pin, WIDE).find((p) => isFree(boxOf(p, WIDE), others, width));
    if (!at) return [];
    wide.push(boxOf(at, WIDE));
    const large = boxOf(at, NARROW);
    const fits = isFree(large, narrow, width);
    if (fits) narrow.push(large);
    return [{ ...at, narrow: fits }];
  });
}

type Position = Omit<Label, "narrow">;

function positions({ x, y, name }: Pin, size: number): Position[] {
  const middle = y + size / 3;
  return [
    { name, x: x + 10, y: middle, anchor: "start" },
    { name, x: x - 10, y: middle, anchor: "end" },
    { name, x, y: y - 10, anchor: "middle" },
    { name, x, y: y + 10 + size * 0.75, anchor: "middle" },
  ];
}

function boxOf({ x, y, name, anchor }: Position, size: number): Box {
  const width = name.length * size * LETTER;
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { left, right: left + width, top: y - size, bottom: y + size / 4 };
}

const around = (x: number, y: number, r: number): Box => ({
  left: x - r,
  right: x + r,
  top: y - r,
  bottom: y + r,
});

const isFree = (box: Box, others: readonly Box[], width: number): boolean =>
  box.left > -20 &&
  box.right < width + 20 &&
  others.every(
    (o) => box.right < o.left || box.left > o.right || box.bottom < o.top || box.top > o.bottom,
  );
