/**
 * What a camera writes into a JPEG (place, time, device, a small picture of before the cut, a film behind the photo) is blanked
 * while its bytes come, before the first of them lies on disk. No byte moves, so that an upload that was cut goes on where it
 * ended. What stays says how the photo is turned, its colours, and which sorts of things stood there, so that its sender is told
 * what was taken out. Rule M32.
 */

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
const ORIENTATION = 0x0112;
/** Of Exif: where its name, its header and the number of its entries end. */
const [NAMED, HEADED, COUNTED] = [EXIF.length, 14, 16];
const ENTRY = 12; // bytes
/** `PK`, and 3 4 or 5 6: what begins a file in a ZIP, and the list at its end. */
const ARCHIVE: readonly (readonly number[])[] = [[0x50], [0x4b], [3, 5], [4, 6]];

export interface Blanking {
  /** As many bytes as came, with what is not to be kept as zeros. */
  next(bytes: Uint8Array): Uint8Array;
  /** How many came so far. */
  readonly at: number;
}

/** Of one file, from its first byte; what is no JPEG stays as it is. */
export function openBlanking(): Blanking {
  let at = 0;
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
  let matched = 0; // bytes of a mark of an archive

  function one(byte: number): number {
    if (step === "other") return byte;
    if (step === "end") return ofArchive(byte);
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
  }
  /** Behind the picture stays what begins and ends an archive: whoever sends two things at once is told so, and nothing of the other is kept. */
  function ofArchive(byte: number): number {
    const next = ARCHIVE[matched]!;
    matched = next.includes(byte) ? matched + 1 : ARCHIVE[0]!.includes(byte) ? 1 : 0;
    if (matched === 0) return 0;
    if (matched === ARCHIVE.length) matched = 0;
    return byte;
  }
  const afterBody = () => (marker === SOS ? "scan" : "marker");

  return {
    next(bytes) {
      const out = new Uint8Array(bytes.length);
      for (let i = 0; i < bytes.length; i++) {
        out[i] = one(bytes[i]!);
        at++;
      }
      return out;
    },
    get at() {
      return at;
    },
  };
}

/** What is in a segment that an application wrote. */
class Body {
  readonly #marker: number;
  #at = 0;
  #name = "";
  #isLittle = false;
  #first = 0;
  #count = 0;
  #tag = 0;
  constructor(marker: number) {
    this.#marker = marker;
  }

  next(byte: number): number {
    const at = this.#at++;
    if (isPlain(this.#marker)) return byte;
    if (this.#marker === COM) return 0;
    if (at < LONGEST) this.#name += String.fromCharCode(byte);
    if (this.#name.startsWith(ICC)) return byte;
    if (at >= NAMED && this.#name.startsWith(EXIF)) return this.#exif(at, byte);
    return at < LONGEST && NAMES.some((name) => name.startsWith(this.#name)) ? byte : 0;
  }

  /** Its header, the tags of its first list, and of these how the photo is turned. */
  #exif(at: number, byte: number): number {
    if (at < HEADED) {
      if (at === NAMED) this.#isLittle = byte === 0x49;
      if (at >= 10) this.#first = this.#with(this.#first, byte, at - 10);
      return byte;
    }
    if (this.#first !== HEADED - NAMED) return 0;
    if (at < COUNTED) {
      this.#count = this.#with(this.#count, byte, at - HEADED);
      return byte;
    }
    const [entry, within] = [Math.floor((at - COUNTED) / ENTRY), (at - COUNTED) % ENTRY];
    if (entry >= this.#count) return 0;
    if (within === 0) this.#tag = 0;
    if (within < 2) {
      this.#tag = this.#with(this.#tag, byte, within);
      return byte;
    }
    return this.#tag === ORIENTATION ? byte : 0;
  }

  /** @param n which byte of a number it is */
  #with(number: number, byte: number, n: number): number {
    return this.#isLittle ? number + byte * 256 ** n : number * 256 + byte;
  }
}
