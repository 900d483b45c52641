/**
 * What follows when a signing is said, or who signs takes consent back: its clips are made or let go, and a signing that
 * nobody agrees to any more is erased. Every hour it is looked whether all is there: a consent ends on its day, and rungs
 * are in no backup. Rules PB23 to PB27 of README.md.
 */
import { dayAt } from "../../engines/calendar/day.ts";
import type { Serving } from "../../platform/feature.ts";
import type { Follower } from "../../platform/followers/followers.ts";
import type { Db } from "../../platform/db/store.ts";
import type { LadderTables } from "../../platform/private/ladders.ts";
import {
  CONSENT_GIVEN,
  CONSENT_WITHDRAWN,
  PERSON_EDITED,
  PERSON_WITHDRAWN,
} from "../people/api.ts";
import { dropDrafts, eraseSigning } from "./erasing.ts";
import { allSignings, notShown, shownFilms } from "./films.ts";
import { readSignCues } from "./cues.ts";
import { CLIPS } from "./ladder.ts";
import { signingsPart } from "./private.ts";
import { SIGNING_ADDED, SIGNING_EDITED, SIGNING_WITHDRAWN } from "./records.ts";
import { clipNames, HEARD, SILENT } from "./rungs.ts";

type At = Pick<Serving, "instance" | "speaker" | "jobs" | "now">;

const TAKEN_BACK: readonly string[] = [CONSENT_WITHDRAWN, PERSON_WITHDRAWN];

export function signingFollower(at: At): Follower {
  return {
    name: "signings",
    kinds: [
      SIGNING_ADDED,
      SIGNING_EDITED,
      SIGNING_WITHDRAWN,
      CONSENT_GIVEN,
      PERSON_EDITED,
      ...TAKEN_BACK,
    ],
    from: "beginning",
    async work(records) {
      const people = new Set(
        records.flatMap(({ kind, subject }) => (TAKEN_BACK.includes(kind) ? [subject] : [])),
      );
      const gone = await at.instance.snapshot(async (db) => {
        const hidden = new Set(people.size === 0 ? [] : await notShown(db, dayAt(at.now())));
        const all = await allSignings(db);
        return all.filter(({ subject, signer }) => people.has(signer) && hidden.has(subject));
      });
      for (const { subject } of gone) await eraseSigning(at, subject, "person");
      await dropDrafts(at, people, dayAt(at.now()));
      const said = new Set(records.map(({ subject }) => subject));
      await askClips(at, said);
    },
  };
}

/**
 * Asks for what is missing, and for what is there and no longer shown to be let go.
 * @param said subjects of which something was just said: what failed for them is tried once more
 */
export async function askClips(
  { instance, jobs, now }: At,
  said?: ReadonlySet<string>,
): Promise<void> {
  const { films, touched } = await instance.snapshot(async (db) => {
    const all = await allSignings(db);
    const mine = all.filter(({ subject, signer }) => said?.has(subject) || said?.has(signer));
    return {
      films: await unfinished(db, dayAt(now())),
      touched: mine.map(({ thing }) => thing.film.file.media),
    };
  });
  for (const film of films) {
    const before = touched.includes(film) ? [] : await jobs.about(film);
    if (before.some(({ kind, state }) => kind === CLIPS && state === "failed")) continue;
    await jobs.add(CLIPS, film, { film });
  }
}

/** Films whose ladder is not what is wanted today. */
async function unfinished(db: Db, today: string): Promise<string[]> {
  const wanted = await shownFilms(db, today);
  const rows = await db
    .withTables<LadderTables>()
    .selectFrom("ladder")
    .select(["media", "rules", "done", "seconds", "transcript"])
    .where("rules", "<", 0)
    .execute();
  const ladders = new Map(rows.map((row) => [row.media, row]));
  const made = await db
    .withTables<LadderTables>()
    .selectFrom("rung")
    .select(["media", "rung"])
    .where("rung", "like", "clip-%")
    .execute();
  const clips = Map.groupBy(made, ({ media }) => media);
  const missing = [...wanted].flatMap(([film, { isHeard, cues: files }]) => {
    const ladder = ladders.get(film);
    const read = files.map((name) => ladders.get(name)?.transcript);
    if (ladder?.done !== 1 || ladder.rules !== (isHeard ? HEARD : SILENT)) return [film];
    if (read.some((text) => typeof text !== "string")) return [film];
    const all = read.flatMap((text) => readSignCues(text!) ?? []);
    const names = clipNames(all, ladder.seconds ?? 0);
    const has = (clips.get(film) ?? []).map(({ rung }) => rung);
    return names.size === has.length && has.every((rung) => names.has(rung)) ? [] : [film];
  });
  const cues = new Set([...wanted.values()].flatMap((film) => film.cues));
  const inWork = new Set(await signingsPart.media(db));
  const isMarked = (media: string) => inWork.has(media) && !clips.has(media); // it is seen at the desk
  const left = [...ladders.keys()].filter(
    (media) => !wanted.has(media) && !cues.has(media) && !isMarked(media),
  );
  return [...missing, ...left];
}
