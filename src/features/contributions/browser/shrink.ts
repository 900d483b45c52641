/** Photos are made small enough for the link, here, before anything leaves: points alone go, so that nothing the camera wrote goes along. */
const MOST = 150_000; // bytes of a photo as it leaves

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** @param hidden parts that nobody shall recognise, as shares of width and height */
export async function shrink(file: Blob, hidden: readonly Rectangle[]): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  let best: Blob | undefined;
  for (const longest of [1600, 1280, 1024, 800, 640, 480]) {
    const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    const pen = canvas.getContext("2d")!;
    pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
    for (const part of hidden) hide(pen, part);
    for (const quality of [0.8, 0.65, 0.5]) {
      best = await encoded(canvas, quality);
      if (best.size <= MOST) return best;
    }
  }
  return best!;
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
