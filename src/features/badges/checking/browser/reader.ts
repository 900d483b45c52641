/**
 * What reads a QR code where the browser does not: fetched when a camera or a photo is opened, and not before. A script of a page
 * hands on nothing, so it stands where whoever fetched it finds it.
 */
import jsqr from "jsqr";
import { readIn, type Colours } from "../read-code.ts";

Object.assign(globalThis, {
  codeInColours: (picture: Colours): string | undefined => readIn(jsqr.default, picture),
});
