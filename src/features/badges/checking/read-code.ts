/** How a picture is read, on the server and on the page: as it is, then at half its size, where noise is less. */

type Reader = (
  pixels: Uint8ClampedArray,
  width: number,
  height: number,
) => { readonly data: string } | null;

export interface Colours {
  /** Red, green, blue and clear, of each point. */
  readonly pixels: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

const LEAST = 200; // pixels of a side, below which no code of a badge is to be told

export function readIn(reader: Reader, picture: Colours): string | undefined {
  const { pixels, width, height } = picture;
  const found = reader(pixels, width, height)?.data;
  if (found !== undefined && found !== "") return found;
  return Math.min(width, height) / 2 < LEAST ? undefined : readIn(reader, halved(picture));
}

/** Each point the mean of four. */
function halved({ pixels, width, height }: Colours): Colours {
  const [w, h] = [width >> 1, height >> 1];
  const small = new Uint8ClampedArray(w * h * 4);
  for (let y = 0; y < h; y += 1)
    for (let x = 0; x < w; x += 1)
      for (let c = 0; c < 4; c += 1) {
        const at = (2 * y * width + 2 * x) * 4 + c;
        const below = at + width * 4;
        const sum = pixels[at]! + pixels[at + 4]! + pixels[below]! + pixels[below + 4]!;
        small[(y * w + x) * 4 + c] = sum / 4;
      }
  return { pixels: small, width: w, height: h };
}
