/** The drawings of the helps of what is written. */
import { arrow, box, circle, person, tick, writing, type Drawing } from "./drawing.ts";

/** A sheet, a look at it, the world. */
export const draftDrawing: Drawing = {
  ink: `${box(8, 12, 44, 56)}${writing(16, 26, 28, 28, 28, 16)}M94 40c12-17 40-17 52 0-12 17-40 17-52 0z${circle(120, 40, 7)}${circle(206, 40, 26)}M180 40h52M206 14c-16 14-16 38 0 52 16-14 16-38 0-52`,
  signal: arrow(58, 40, 30) + arrow(150, 40, 24),
};

/** A sheet waits for its hour; then it goes out. */
export const publishDrawing: Drawing = {
  ink: `${box(8, 12, 44, 56)}${writing(16, 26, 28, 28, 28, 16)}${circle(206, 40, 26)}M180 40h52M206 14c-16 14-16 38 0 52 16-14 16-38 0-52`,
  inkSigns: [`${circle(120, 40, 24)}M120 40v-14m0 14 10 7`],
  signal: `${arrow(58, 40, 32)}${arrow(148, 40, 26)}`,
};

/** Versions behind one another, and the way back to one of them. */
export const historyDrawing: Drawing = {
  ink: `M64 58V12h52v8M80 66V20h52v8${box(96, 28, 52, 48)}${writing(104, 42, 36, 36, 20)}`,
  signal: "M156 52c38 0 38-40 0-40h-34m7-6-7 6 7 6",
};

/** Somebody, and where their words may stand: on a page, on a photo until a day; in one place no more. */
export const consentDrawing: Drawing = {
  ink: `${person(30, 24)}${box(136, 4, 30, 22)}${writing(142, 11, 18, 12)}${box(136, 30, 30, 20)}m4 16 8-9 6 6 4-3 5 6${box(136, 56, 30, 20)}m4 5 22 10m0-10-22 10M52 44l78 20`,
  signs: [tick(178, 15), tick(178, 40)],
  signal: "M52 34l78-18M52 40h78",
};

/** A photo, the parts of it that narrow places show, and the point that stays in each of them. */
export const focusDrawing: Drawing = {
  ink: `${box(8, 6, 124, 68)}M8 60l30-20 18 14 14-10 62 26${person(92, 26)}${box(156, 6, 30, 68)}${person(171, 26)}${box(198, 22, 36, 36)}${person(216, 30)}`,
  signal: `${circle(92, 32, 11)}M92 15v8m0 18v8M75 32h8m18 0h8${circle(171, 32, 10)}${circle(216, 36, 10)}`,
};

/** Blocks of a page: two change their places, one is hidden. */
export const blocksDrawing: Drawing = {
  ink: `${box(70, 4, 84, 72)}${box(78, 10, 68, 18)}${box(78, 33, 68, 12)}${box(78, 50, 31, 20)}M115 50h4m5 0h5m5 0h5m5 0h2v4m0 5v4m0 5v2h-4m-5 0h-5m-5 0h-5m-5 0h-3v-4m0-5v-4`,
  signal: "M60 19c-22 2-22 18 0 20m-6-6 6 6-7 4M60 19l-7-4",
};

/** What is promised, what is said of it, what shows it, who signs for it. */
export const pledgeDrawing: Drawing = {
  ink: `${box(8, 10, 46, 60)}${writing(16, 24, 30, 30, 18)}${box(92, 29, 22, 22)}m0 8 8-8m-8 15 15-15m-15 22 22-22m-14 22 14-14m-7 14 7-7${box(152, 29, 22, 22)}m0 11h22`,
  solid: "M152 40h22v11h-22zM212 29h22v22h-22z",
  signal: `M16 58h16${arrow(60, 40, 26)}${arrow(120, 40, 26)}${arrow(180, 40, 26)}`,
};

/** Hills, and the place that is meant. */
export const mapDrawing: Drawing = {
  ink: "M8 66c30-6 34-34 62-34s30 24 58 22 30-36 58-36 30 22 46 24M8 76c36-4 44-28 66-28s34 20 62 18 28-32 52-32 28 20 44 22M128 14V6m0 56v-8M104 34h-8m64 0h-8",
  signal: `M128 52c-8-10-13-15-13-22a13 13 0 0 1 26 0c0 7-5 12-13 22z${circle(128, 30, 4)}`,
};

/** Two places become one; what named either names it. */
export const mergeDrawing: Drawing = {
  ink: `${circle(40, 18, 10)}${circle(40, 62, 10)}${writing(58, 14, 22, 14)}${writing(58, 58, 22, 14)}${circle(196, 40, 14)}`,
  solid: circle(196, 40, 6),
  signal: "M88 18c40 0 40 22 84 22M88 62c40 0 40-22 84-22m-7-5 7 5-7 5",
};
