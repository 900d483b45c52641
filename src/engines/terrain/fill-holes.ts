/**
 * Holes in a raster, filled smoothly from what is around them.
 *
 * Method: pull–push (Gortler, Grzeszczuk, Szeliski, Cohen: The Lumigraph, SIGGRAPH 1996, section 3.4).
 * Pull: halve the raster again and again, averaging what is known, until nothing is unknown. Push: on the way back
 * an unknown cell takes the bilinear value of the coarser raster. Linear time; a filled value never leaves the
 * range of the known ones.
 */

/** One step of the pyramid, by rows: known cells have weight 1, unknown ones 0. */
interface Raster {
  readonly values: Float32Array;
  readonly known: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Gives every unknown cell a value, in place. At least one must be known. */
export function fillHoles(raster: Raster): void {
  const { values, known, width, height } = raster;
  if (!known.includes(0)) return;
  const coarse = halve(raster);
  fillHoles(coarse);
  for (let i = known.indexOf(0); i >= 0; i = known.indexOf(0, i + 1)) {
    const [x, y] = [i % width, Math.floor(i / width)];
    if (y < height) values[i] = bilinear(coarse, x / 2 - 0.25, y / 2 - 0.25);
  }
}

/** The level above: each cell is the mean of the known ones among the up to four below it. */
function halve({ values, known, width, height }: Raster): Raster {
  const w = Math.ceil(width / 2);
  const h = Math.ceil(height / 2);
  const coarse = {
    values: new Float32Array(w * h),
    known: new Uint8Array(w * h),
    width: w,
    height: h,
  };
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      let sum = 0;
      let weight = 0;
      for (let dy = 0; dy < 2 && 2 * y + dy < height; dy++) {
        for (let dx = 0; dx < 2 && 2 * x + dx < width; dx++) {
          const i = (2 * y + dy) * width + 2 * x + dx;
          if (known[i] === 0) continue;
          sum += values[i]!;
          weight++;
        }
      }
      if (weight === 0) continue;
      coarse.values[y * w + x] = sum / weight;
      coarse.known[y * w + x] = 1;
    }
  }
  return coarse;
}

/** Value between four cells; outside the raster the edge goes on. */
function bilinear({ values, width, height }: Raster, x: number, y: number): number {
  const cx = Math.min(Math.max(x, 0), width - 1);
  const cy = Math.min(Math.max(y, 0), height - 1);
  const left = Math.floor(cx);
  const top = Math.floor(cy);
  const right = Math.min(left + 1, width - 1);
  const bottom = Math.min(top + 1, height - 1);
  const fx = cx - left;
  const fy = cy - top;
  const north = values[top * width + left]! * (1 - fx) + values[top * width + right]! * fx;
  const south = values[bottom * width + left]! * (1 - fx) + values[bottom * width + right]! * fx;
  return north * (1 - fy) + south * fy;
}
