/** Hiding faces and places in a photo before it leaves: by dragging over them, or with the keys. */
import { hide, type Rectangle } from "./shrink.ts";

/** @returns the parts that were hidden, once the person is done */
export async function chooseHidden(
  file: Blob,
  at: HTMLElement,
  words: Readonly<Record<string, string>>,
): Promise<Rectangle[]> {
  const picture = await createImageBitmap(file);
  const { canvas, take, close } = canvasIn(at, picture, words);
  const pen = canvas.getContext("2d")!;
  const hidden: Rectangle[] = [];
  let frame: Rectangle = { x: 0.4, y: 0.3, width: 0.2, height: 0.2 };

  function draw(): void {
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    for (const part of hidden) hide(pen, part);
    pen.lineWidth = 3;
    pen.strokeStyle = "#c2350a";
    pen.strokeRect(
      frame.x * canvas.width,
      frame.y * canvas.height,
      frame.width * canvas.width,
      frame.height * canvas.height,
    );
  }
  const hideFrame = () => {
    hidden.push(frame);
    draw();
  };
  const within = (n: number) => Math.min(1, Math.max(0, n));

  const share = (event: PointerEvent) => {
    const box = canvas.getBoundingClientRect();
    return [
      within((event.clientX - box.left) / box.width),
      within((event.clientY - box.top) / box.height),
    ] as const;
  };
  let from: readonly [number, number] | undefined;
  canvas.addEventListener("pointerdown", (event) => {
    from = share(event);
    canvas.setPointerCapture(event.pointerId);
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!from) return;
    const to = share(event);
    frame = {
      x: Math.min(from[0], to[0]),
      y: Math.min(from[1], to[1]),
      width: Math.abs(to[0] - from[0]),
      height: Math.abs(to[1] - from[1]),
    };
    draw();
  });
  canvas.addEventListener("pointerup", () => {
    from = undefined;
    if (frame.width > 0.01 && frame.height > 0.01) hideFrame();
  });
  canvas.addEventListener("keydown", (event) => {
    const moves: Record<string, readonly [number, number, number]> = {
      ArrowLeft: [-0.04, 0, 0],
      ArrowRight: [0.04, 0, 0],
      ArrowUp: [0, -0.04, 0],
      ArrowDown: [0, 0.04, 0],
      "+": [0, 0, 0.04],
      "-": [0, 0, -0.04],
    };
    const move = moves[event.key];
    if (event.key === "Enter") hideFrame();
    else if (move) {
      const [x, y, size] = move;
      frame = {
        x: within(frame.x + x),
        y: within(frame.y + y),
        width: Math.max(0.04, frame.width + size),
        height: Math.max(0.04, frame.height + size),
      };
      draw();
    } else return;
    event.preventDefault();
  });
  draw();
  canvas.focus();
  return new Promise((done) => {
    take.addEventListener("click", hideFrame);
    close.addEventListener("click", () => {
      at.replaceChildren();
      done(hidden);
    });
  });
}

/** The photo to draw on, and two buttons below it. */
function canvasIn(at: HTMLElement, picture: ImageBitmap, words: Readonly<Record<string, string>>) {
  const canvas = document.createElement("canvas");
  const scale = Math.min(1, (at.clientWidth || 640) / picture.width);
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.tabIndex = 0;
  canvas.style.touchAction = "none"; // a finger that drags draws, and scrolls nothing
  canvas.setAttribute("role", "application"); // the keys are for it, not for a reader of pages
  canvas.setAttribute("aria-label", words["canvas"]!);
  const hint = document.createElement("p");
  hint.textContent = words["canvas"]!;
  const button = (text: string) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "quiet";
    made.textContent = text;
    return made;
  };
  const [take, close] = [button(words["hidden"]!), button(words["close"]!)];
  const acts = document.createElement("p");
  acts.className = "acts";
  acts.append(take, close);
  at.replaceChildren(hint, canvas, acts);
  return { canvas, take, close };
}
