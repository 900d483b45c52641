/** The drawings of the helps of what people send, of what goes out, and of what is run. */
import { arrow, box, circle, envelope, person, tick, writing, type Drawing } from "./drawing.ts";

/** What came, one above the other; one of it is read and answered. */
export const queueDrawing: Drawing = {
  ink: `${envelope(8, 4)}${envelope(8, 30)}${envelope(8, 56)}${box(96, 6, 60, 68)}${writing(106, 20, 40, 40, 40, 24)}${person(212, 27)}`,
  signs: [tick(136, 62)],
  signal: `${arrow(44, 40, 46)}M162 40h26m-6-5 6 5-6 5`,
};

/** A letter of parts, and those who read it. */
export const letterDrawing: Drawing = {
  ink: `${box(24, 4, 56, 72)}${box(32, 12, 40, 18)}${writing(32, 40, 40, 40, 26)}M32 66h18${envelope(190, 2)}${envelope(204, 30)}${envelope(190, 58)}`,
  signal: "M86 40c46 0 52-28 98-28M86 40h112M86 40c46 0 52 28 98 28",
};

/** The parts of the desk, and who opens which: all of them, some, one. */
export const rolesDrawing: Drawing = {
  ink: [14, 40, 66]
    .flatMap((y, row) => [
      circle(40, y - 5, 4),
      `M32 ${y + 8}c0-10 16-10 16 0z`,
      ...[0, 1, 2, 3, 4].map((n) => (n < [5, 3, 1][row]! ? "" : box(100 + n * 26, y - 7, 14, 14))),
    ])
    .join(""),
  solid: [14, 40, 66]
    .flatMap((y, row) =>
      [0, 1, 2, 3, 4].map((n) => (n < [5, 3, 1][row]! ? box(100 + n * 26, y - 7, 14, 14) : "")),
    )
    .join(""),
  signal: "M56 14h36M56 40h36M56 66h36",
};

/** All that lies here, and a sealed copy of it that lies elsewhere; the key is with its owner. */
export const backupDrawing: Drawing = {
  ink: `M20 16c0-12 52-12 52 0v48c0 12-52 12-52 0zm0 0c0 12 52 12 52 0m-52 16c0 12 52 12 52 0m-52 16c0 12 52 12 52 0${box(136, 34, 40, 32)}M144 34v-8a12 12 0 0 1 24 0v8M156 46v8${circle(206, 42, 8)}`,
  signal: `${arrow(80, 50, 50)}M206 50v24m0-6h8m-8 6h8`,
};
