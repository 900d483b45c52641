/**
 * Exif while it comes: its header, the tags of its first list and how the photo is turned stay, so that it comes in upright and its
 * sender is told what was taken out; everything else of it is zeros.
 */
const ORIENTATION = 0x0112;
/** Where its header and the number of its entries end. */
const [HEADED, COUNTED] = [8, 10];
const ENTRY = 12; // bytes
/** What may stand before it outside of a JPEG, too. */
const NAME = "Exif\0\0";

/** @returns what is kept of each byte */
export function openTiff(): (byte: number) => number {
  let at = 0;
  let isLittle = false;
  let first = 0;
  let count = 0;
  let tag = 0;
  /** @param n which byte of a number it is */
  const grown = (number: number, byte: number, n: number): number =>
    isLittle ? number + byte * 256 ** n : number * 256 + byte;
  return (byte) => {
    const here = at++;
    if (here < HEADED) {
      if (here === 0) isLittle = byte === 0x49;
      if (here >= 4) first = grown(first, byte, here - 4);
      return byte;
    }
    if (first !== HEADED) return 0;
    if (here < COUNTED) {
      count = grown(count, byte, here - HEADED);
      return byte;
    }
    const [entry, within] = [Math.floor((here - COUNTED) / ENTRY), (here - COUNTED) % ENTRY];
    if (entry >= count) return 0;
    if (within === 0) tag = 0;
    if (within < 2) {
      tag = grown(tag, byte, within);
      return byte;
    }
    return tag === ORIENTATION ? byte : 0;
  };
}

/** The same where its name may stand before it, as some programs write it into WebP, AVIF and HEIC. */
export function openNamedTiff(): (byte: number) => number {
  const tiff = openTiff();
  let at = 0;
  let isNamed = true;
  return (byte) => {
    const here = at++;
    if (here < NAME.length && isNamed) isNamed = byte === NAME.charCodeAt(here);
    return here < NAME.length && isNamed ? byte : tiff(byte);
  };
}
