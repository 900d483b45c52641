/** What commands ask of badges. */
export { codeInPicture } from "./checking/code-in-picture.ts";
export { idIn, judge, type Known, type Verdict } from "./checking/judge.ts";
export { knownHere } from "./checking/known.ts";
export { saidOf } from "./checking/said.ts";
export { VERDICT_WORDS } from "./checking/words.ts";
export { askBadges } from "./private.ts";
export { thumbprintOf } from "./token.ts";
