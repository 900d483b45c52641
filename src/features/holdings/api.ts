/** What other features and commands ask of holdings. */
export { eraseHeld } from "./erase.ts";
export { exportHeld } from "./export.ts";
export { findHeld, heldOf } from "./find.ts";
export { type Held, type Holder, isNothing } from "./found.ts";
export { hindering } from "./hindering.ts";
export { placesOf, type Receipt, receiptText } from "./receipt.ts";
export { restrictHeld } from "./restrict.ts";
export type { Forms } from "./said-anew.ts";
export { type Candidate, Several, type Wanted } from "./who.ts";
