/** The film that is marked, as browsers play it: as it came, or, where they do not, a smaller one that is made of it. Rule PB69. */
import type { Serving } from "../../../platform/feature.ts";
import { isPlayed } from "../../../platform/media/ffmpeg.ts";
import { rungsOf } from "../../../platform/media/ladder/rungs-of.ts";
import { MediaError } from "../../../platform/media/media-error.ts";
import { CLIPS } from "../ladder.ts";
import type { SigningDraft } from "../private.ts";
import { rateOf } from "../rungs.ts";
import { measured } from "./film.ts";

export type Watched =
  | {
      readonly src: string;
      /** Frames in 1,000 seconds. */
      readonly rate: number;
    }
  | {
      readonly waits: true;
      /** Why it could not be made. */
      readonly failed?: string | undefined;
    };

/** A film that no browser plays is asked to be made smaller when somebody looks, and whenever what was made is gone. */
export async function watchedFilm(
  { instance, jobs }: Pick<Serving, "instance" | "jobs">,
  { media, rate }: Pick<SigningDraft, "media" | "rate">,
): Promise<Watched> {
  const asItCame = { src: `/media/${media}`, rate };
  if (await isPlayedAt(instance.media.path(media))) return asItCame;
  const { rungs = [] } = (await instance.snapshot((db) => rungsOf(db, [media]))).get(media) ?? {};
  const made = rungs.findLast(({ rung }) => rung.startsWith("sign-"));
  if (made) return { src: `/media/${made.media}`, rate: Math.round(rateOf(rate / 1000) * 1000) };
  const before = await jobs.about(media);
  const failed = before.find(({ kind, state }) => kind === CLIPS && state === "failed");
  if (failed) return { waits: true, failed: failed.error ?? "" };
  // One that waits already is the same; where too much waits, the next look asks again.
  await jobs.add(CLIPS, media, { film: media }).catch(() => undefined);
  return { waits: true };
}

/** What cannot be looked at, without ffmpeg say, is played as it came. */
async function isPlayedAt(path: string): Promise<boolean> {
  try {
    return isPlayed(await measured(path));
  } catch (error) {
    if (!(error instanceof MediaError)) throw error;
    return true;
  }
}
