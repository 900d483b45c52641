/** The drawing of an alarm as a picture: 24 bands, the low ones below, four columns a second. Pure. Rule LW16. */
import { crc32, deflateSync } from "node:zlib";

export const BANDS = 24;
export const COLUMNS_A_SECOND = 4;
const WIDE = 6; // px of a column
const HIGH = 8; // px of a band

export interface Picture {
  readonly png: Buffer;
  readonly width: number;
  readonly height: number;
  readonly seconds: number;
}

/** @param bands a byte for each band of each column, base64 @returns undefined where it is none */
export function pictureOf(bands: string): Picture | undefined {
  const bytes = Buffer.from(bands, "base64");
  const columns = Math.floor(bytes.length / BANDS);
  if (columns === 0) return undefined;
  const [width, height] = [columns * WIDE, BANDS * HIGH];
  const rows = Buffer.alloc((width + 1) * height); // each begins with a 0: no filter
  for (let y = 0; y < height; y++) {
    const band = BANDS - 1 - Math.floor(y / HIGH);
    for (let x = 0; x < width; x++)
      rows[y * (width + 1) + 1 + x] = 255 - bytes[Math.floor(x / WIDE) * BANDS + band]!;
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8; // bits, of grey
  const png = Buffer.concat([
    SIGNATURE,
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
  return { png, width, height, seconds: columns / COLUMNS_A_SECOND };
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, "latin1"), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
