/** What was made of a signing, as pages show it. Rule PB22 of README.md. */
import type { Db } from "../../platform/db/store.ts";
import { rungsOf, type Ladder, type Rung } from "../../platform/media/ladder/rungs-of.ts";
import type { LadderTables } from "../../platform/private/ladders.ts";
import { readSignCues, type SignCue } from "./cues.ts";
import type { Signing } from "./fold.ts";
import type { ShownSigning } from "./queries.ts";
import { clipName, HEARD } from "./rungs.ts";

export interface Clips {
  /** Of the whole film, `sign-240` and `sign-480`, the lightest first. */
  readonly films: readonly Rung[];
  /** A still of it. */
  readonly poster?: Rung;
  readonly seconds?: number;
  /** In the order of their times; none before they were read. */
  readonly cues: readonly SignCue[];
  /** By the id of the cue; what is not made yet is not in it. */
  readonly clips: ReadonlyMap<string, { readonly clip?: Rung; readonly light?: Rung }>;
}

/** A page that asks rests on `LADDER_USE` too. @param signing one that may be shown today */
export async function clipsOf(
  db: Db,
  { thing: { film, cues: file }, isHeard }: Pick<ShownSigning, "thing" | "isHeard">,
): Promise<Clips> {
  const read = await rungsOf(db, [file.media]);
  const cues = readSignCues(read.get(file.media)?.transcript ?? "") ?? [];
  const ladder = await signLadder(db, { thing: { film }, isHeard });
  if (!ladder) return { films: [], cues, clips: new Map() };
  const made = new Map(ladder.rungs.map((rung) => [rung.rung, rung]));
  const poster = made.get("poster");
  return {
    films: ladder.rungs.filter(({ rung }) => rung.startsWith("sign-")),
    ...(poster && { poster }),
    ...(ladder.seconds !== undefined && { seconds: ladder.seconds }),
    cues,
    clips: new Map(
      cues.flatMap((cue) => {
        const [clip, light] = [made.get(clipName(cue)), made.get(clipName(cue, true))];
        return clip || light ? [[cue.id, { ...(clip && { clip }), ...(light && { light }) }]] : [];
      }),
    ),
  };
}

/** What was made of the film; nothing of it while a voice is heard in it to which nobody agrees any more. */
export async function signLadder(
  db: Db,
  { thing, isHeard }: { readonly thing: Pick<Signing, "film">; readonly isHeard: boolean },
): Promise<Ladder | undefined> {
  const { media } = thing.film.file;
  if (!isHeard && (await hasVoice(db, media))) return undefined;
  return (await rungsOf(db, [media])).get(media);
}

/** Until it is made again without. */
async function hasVoice(db: Db, media: string): Promise<boolean> {
  const row = await db
    .withTables<LadderTables>()
    .selectFrom("ladder")
    .select("rules")
    .where("media", "=", media)
    .executeTakeFirst();
  return row?.rules === HEARD;
}
