/**
 * A photo that was withheld since something was erased goes with its file, at once or once the last draft that names it is
 * gone; what was said of it is forgotten then. Rule PH7.
 */
import type { Serving } from "../../../platform/feature.ts";
import { looking } from "../../../platform/process/resting.ts";
import { erasePicture, withheldIn } from "../../pictures/api.ts";
import { askPictures } from "../../pictures/model.ts";

const EVERY = 1000; // ms between two looks

export async function forgetGone(
  { instance, speaker, now }: Pick<Serving, "instance" | "speaker" | "now">,
  signal: AbortSignal,
): Promise<void> {
  const { writes, private: ask } = instance.log;
  const failed = (error: Error) =>
    console.error(`What was said of photos that are gone is there still: ${error.message}`);
  await looking({ writes, now, every: () => EVERY, failed }, signal, async () => {
    for (const media of await instance.snapshot(withheldIn))
      if (!(await askPictures(ask).get(media)) && !(await instance.media.has(media)))
        await erasePicture(speaker, media);
    return Infinity;
  });
}
