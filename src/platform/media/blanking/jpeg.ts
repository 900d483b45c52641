/** A JPEG while it comes: what applications wrote into it, and what hangs behind it, as zeros. Rule M32. */
import { MARKS } from "../ends.ts";
import { openTiff } from "./tiff.ts";

const [SOI, EOI, SOS, COM] = [0xd8, 0xd9, 0xda, 0xfe];
const isApp = (marker: number): boolean => marker >= 0xe0 && marker <= 0xef;
/** JFIF, and Adobe's word about colours: nothing else is in them. */
const isPlain = (marker: number): boolean => marker === 0xe0 || marker === 0xee;
const isAlone = (marker: number): boolean =>
  marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7) || marker === SOI;
/** How what is in a segment is called, at its beginning. */
const EXIF = "Exif\0\0";
const ICC = "ICC_PROFILE\0";
const NAMES = [EXIF, ICC, "http://ns.adobe.com/xap/1.0/\0", "Photoshop 3.0\0"];
const LONGEST = Math.max(...NAMES.map(({ length }) => length));

/** What begins another kind of file, in small letters, and what begins the list at the end of a ZIP. */
const OTHERS = [...MARKS.map(([mark]) => mark.toLowerCase()), "pk\x05\x06"].map((mark) =>
  Uint8Array.from(mark, (sign) => sign.charCodeAt(0)),
);

/** @returns what is kept of each byte, from the first on; what is no JPEG stays as it is */
export function openJpeg(): (byte: number) => number {
  let at = -1;
  let step:
    | "begin"
    | "other"
    | "marker"
    | "code"
    | "length"
    | "body"
    | "scan"
    | "scan code"
    | "end" = "begin";
  let marker = 0;
  let left = 0; // bytes of the segment
  let lengths = 0;
  let body: Body | undefined;
  const behind = openBehind();

  return (byte) => {
    at++;
    if (step === "other") return byte;
    if (step === "end") return behind(byte);
    if (step === "begin") {
      if (byte !== (at === 0 ? 0xff : SOI)) step = "other";
      else if (at === 1) step = "marker";
      return byte;
    }
    if (step === "marker" || step === "scan") {
      if (byte === 0xff) step = step === "scan" ? "scan code" : "code";
      return byte;
    }
    if (step === "scan code" && (byte === 0 || (byte >= 0xd0 && byte <= 0xd7))) {
      step = "scan";
      return byte;
    }
    if (step === "code" || step === "scan code") {
      if (byte === 0xff) return byte;
      marker = byte;
      [left, lengths] = [0, 0];
      step = byte === EOI ? "end" : isAlone(byte) ? "marker" : "length";
      return byte;
    }
    if (step === "length") {
      left = left * 256 + byte;
      if (++lengths < 2) return byte;
      left -= 2;
      body = isApp(marker) || marker === COM ? new Body(marker) : undefined;
      step = left > 0 ? "body" : afterBody();
      return byte;
    }
    const kept = body ? body.next(byte) : byte;
    if (--left === 0) step = afterBody();
    return kept;
  };
  function afterBody() {
    return marker === SOS ? "scan" : "marker";
  }
}

/** Behind the picture stays what marks another kind of file: whoever sends two things at once is told so (M11), and nothing of the other is kept. */
function openBehind(): (byte: number) => number {
  const matched = OTHERS.map(() => 0); // bytes of each mark
  return (byte) => {
    const small = byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
    let isMark = false;
    for (const [i, mark] of OTHERS.entries()) {
      const goesOn = mark[matched[i]!] === small;
      matched[i] = goesOn ? matched[i]! + 1 : mark[0] === small ? 1 : 0;
      if (matched[i] === mark.length) matched[i] = 0;
      isMark ||= goesOn || matched[i] === 1;
    }
    return isMark ? byte : 0;
  };
}

/** What is in a segment that an application wrote. */
class Body {
  readonly #marker: number;
  #at = 0;
  #name = "";
  readonly #exif = openTiff();
  constructor(marker: number) {
    this.#marker = marker;
  }

  next(byte: number): number {
    const at = this.#at++;
    if (isPlain(this.#marker)) return byte;
    if (this.#marker === COM) return 0;
    if (at < LONGEST) this.#name += String.fromCharCode(byte);
    if (this.#name.startsWith(ICC)) return byte;
    if (at >= EXIF.length && this.#name.startsWith(EXIF)) return this.#exif(byte);
    return at < LONGEST && NAMES.some((name) => name.startsWith(this.#name)) ? byte : 0;
  }
}
