/** What reads a QR code where the browser does not: fetched when a camera or a photo is opened, and not before. */
import jsqr from "jsqr";
import { readIn, type Colours } from "../read-code.ts";

export const read = (picture: Colours): string | undefined => readIn(jsqr.default, picture);
