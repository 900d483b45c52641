/** What a camera writes beside a picture. */
const GPS_DIRECTORY = 0x8825;

/** Does EXIF hold a directory of places? Its first list of fields says so, twelve bytes each. */
export function hasPlace(exif: Buffer): boolean {
  const tiff = exif.subarray(exif.toString("latin1", 0, 4) === "Exif" ? 6 : 0);
  if (tiff.length < 10) return false;
  const little = tiff.toString("latin1", 0, 2) === "II";
  const two = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  if (first + 2 > tiff.length) return true; // not to be read: we claim nothing less
  for (let i = 0, at = first + 2; i < two(first) && at + 12 <= tiff.length; i++, at += 12)
    if (two(at) === GPS_DIRECTORY) return true;
  return false;
}
