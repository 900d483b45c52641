/**
 * Clips are made small enough for the link, here, before they leave: 480 lines and one voice, by mediabunny over the browser's own
 * encoders. The library weighs more than this page, so it comes only when a clip is chosen that is worth it.
 */
import type * as Mediabunny from "mediabunny";

const WORTH = 600_000; // bytes; of less than this the library would be a quarter
const LINES = 480; // of the shorter side: hands and lips can be read
const PICTURE = 400_000; // bits a second
const SOUND = 24_000; // bits a second; speech and song stay clear
const SAVES = 0.9; // of its bytes; a clip that hardly shrinks is not worth a second loss

/** @returns false where this browser has no encoders, which is so on every plain http address but this device's own */
export const mayShrink = (clip: Blob): boolean =>
  clip.size > WORTH && "VideoEncoder" in globalThis && "AudioEncoder" in globalThis;

/**
 * @param library its address here
 * @param progress called with the share that is done
 * @returns the smaller clip, or the same where it would not be smaller
 * @throws Error where this browser cannot read it or was told to stop
 */
export async function shrinkClip(
  clip: Blob,
  library: string,
  progress: (share: number) => void,
  stop: AbortSignal,
): Promise<Blob> {
  const bunny = (await import(library)) as typeof Mediabunny;
  const source = new bunny.BlobSource(clip);
  const input = new bunny.Input({ source, formats: bunny.ALL_FORMATS });
  try {
    const smaller = await encodedBy(bunny, input, progress, stop);
    return smaller.size < clip.size * SAVES ? smaller : clip;
  } finally {
    input.dispose();
  }
}

async function encodedBy(
  bunny: typeof Mediabunny,
  input: Mediabunny.Input,
  progress: (share: number) => void,
  stop: AbortSignal,
): Promise<Blob> {
  const webm = await bunny.getFirstEncodableVideoCodec(["vp9", "vp8"]);
  const picture = webm ?? (await bunny.getFirstEncodableVideoCodec(["avc"]));
  const sound = await bunny.getFirstEncodableAudioCodec(["opus"]);
  if (!picture || !sound) throw new Error("This browser has no encoders.");
  const target = new bunny.BufferTarget();
  const format = webm ? new bunny.WebMOutputFormat() : new bunny.Mp4OutputFormat();
  const conversion = await bunny.Conversion.init({
    input,
    output: new bunny.Output({ format, target }),
    tracks: "primary",
    tags: {},
    showWarnings: false,
    video: async (track) => ({
      ...sized(await track.getDisplayWidth(), await track.getDisplayHeight()),
      codec: picture,
      quality: new bunny.Quality({ bitrate: PICTURE }),
      forceTranscode: true,
    }),
    audio: {
      codec: sound,
      numberOfChannels: 1,
      sampleRate: 48_000,
      quality: new bunny.Quality({ bitrate: SOUND }),
      forceTranscode: true,
    },
  });
  // What cannot be read here would be missing from the smaller one.
  if (!conversion.isValid || conversion.discardedTracks.length > 0)
    throw new Error("This browser cannot read all of the clip.");
  conversion.onProgress = progress;
  stop.throwIfAborted();
  stop.addEventListener("abort", () => void conversion.cancel());
  await conversion.execute();
  return new Blob([target.buffer!], { type: format.mimeType });
}

/** The same shape with at most so many lines; encoders want even numbers. */
function sized(width: number, height: number) {
  const scale = Math.min(1, LINES / Math.min(width, height));
  const even = (n: number) => Math.max(2, Math.round((n * scale) / 2) * 2);
  return { width: even(width), height: even(height), fit: "fill" as const };
}
