/** Codes before a camera, and in photos: read by the browser where it can, else by a script that comes only then. */
import type { Colours } from "../read-code.ts";

interface Detector {
  detect(from: CanvasImageSource): Promise<readonly { readonly rawValue: string }[]>;
}
interface Detectors {
  new (how: { readonly formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}
type Read = (from: CanvasImageSource, width: number, height: number) => Promise<string | undefined>;

const SIDE = 1600; // pixels of a photo; more make it slower and no clearer
const BETWEEN = 150; // ms from one look to the next

export async function codeIn(photo: Blob, script: string): Promise<string | undefined> {
  const picture = await createImageBitmap(photo);
  const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
  const read = await reader(script);
  return read(picture, Math.round(picture.width * scale), Math.round(picture.height * scale));
}

interface Watching {
  readonly code: Promise<string>;
  readonly stop: () => void;
}

/** @throws where no camera could be opened */
export async function watch(video: HTMLVideoElement, script: string): Promise<Watching> {
  const stream = await navigator.mediaDevices.getUserMedia({
    video: { facingMode: "environment", width: { ideal: 1280 } },
  });
  const { promise: code, resolve, reject } = Promise.withResolvers<string>();
  let isOn = true;
  const stop = () => {
    isOn = false;
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
    reject(new Error("It was stopped."));
  };
  try {
    video.srcObject = stream;
    const [read] = await Promise.all([reader(script), video.play()]);
    const look = async (): Promise<void> => {
      if (!isOn) return;
      const { videoWidth, videoHeight } = video;
      const found = await read(video, videoWidth, videoHeight).catch(() => undefined);
      if (found !== undefined) resolve(found);
      else setTimeout(() => void look(), BETWEEN);
    };
    void look();
  } catch (error) {
    code.catch(() => undefined);
    stop();
    throw error;
  }
  return { code, stop };
}

async function reader(script: string): Promise<Read> {
  const { BarcodeDetector } = globalThis as unknown as { BarcodeDetector?: Detectors };
  const formats = await BarcodeDetector?.getSupportedFormats().catch((): readonly string[] => []);
  if (BarcodeDetector && formats?.includes("qr_code")) {
    const detector = new BarcodeDetector({ formats: ["qr_code"] });
    return async (from) => (await detector.detect(from))[0]?.rawValue;
  }
  await import(script);
  const { codeInColours } = globalThis as unknown as {
    readonly codeInColours: (picture: Colours) => string | undefined;
  };
  return async (from, width, height) => {
    if (width === 0 || height === 0) return undefined;
    const canvas = new OffscreenCanvas(width, height).getContext("2d", {
      willReadFrequently: true,
    })!;
    canvas.drawImage(from, 0, 0, width, height);
    const { data } = canvas.getImageData(0, 0, width, height);
    return codeInColours({ pixels: data, width, height });
  };
}
