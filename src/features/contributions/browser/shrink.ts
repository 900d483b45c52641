/** Photos are made small enough for the link, here, before anything leaves: points alone go, so that nothing the camera wrote goes along. */
const MOST = 150_000; // bytes of a photo as it leaves

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const LONGEST = 1600; // points; more is not seen on a page
const LEAST = 320; // points; below it nobody would know what a photo shows

/** @param hidden parts that nobody shall recognise, as shares of width and height */
export async function shrink(file: Blob, hidden: readonly Rectangle[]): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  for (let longest = LONGEST; ;) {
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(picture.width * scale));
    canvas.height = Math.max(1, Math.round(picture.height * scale));
    const pen = canvas.getContext("2d")!;
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    for (const part of hidden) hide(pen, part);
    // A browser that is busy lets each encoding wait for seconds, so none is tried that cannot fit.
    const fine = await encoded(canvas, 0.8);
    if (fine.size <= MOST) return fine;
    const best = fine.size < 2.5 * MOST ? await encoded(canvas, 0.55) : fine;
    if (best.size <= MOST || longest <= LEAST) return best;
    longest = Math.max(LEAST, Math.floor(longest * Math.min(0.8, Math.sqrt(MOST / best.size))));
  }
}

/** Eight squares across, each of one colour: what was there cannot be worked out again. */
export function hide(pen: CanvasRenderingContext2D, part: Rectangle): void {
  const { width: w, height: h } = pen.canvas;
  const [x, y] = [Math.floor(part.x * w), Math.floor(part.y * h)];
  const [wide, high] = [Math.ceil(part.width * w), Math.ceil(part.height * h)];
  if (wide < 1 || high < 1) return;
  const small = document.createElement("canvas");
  small.width = 8;
  small.height = Math.max(1, Math.round((8 * high) / wide));
  small.getContext("2d")!.drawImage(pen.canvas, x, y, wide, high, 0, 0, small.width, small.height);
  pen.imageSmoothingEnabled = false;
  pen.drawImage(small, x, y, wide, high);
  pen.imageSmoothingEnabled = true;
}

function encoded(canvas: HTMLCanvasElement, quality: number): Promise<Blob> {
  return new Promise((done, failed) =>
    canvas.toBlob(
      (blob) =>
        blob ? done(blob) : failed(new Error("This picture cannot be made smaller here.")),
      "image/jpeg",
      quality,
    ),
  );
}
