/** What `cnd import-site` and `cnd import` do, for an export that was sent to the desk of an instance that serves. */
import { mkdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { dayAt } from "../engines/calendar/day.ts";
import { features } from "../app.ts";
import { folderParts } from "../folder-parts.ts";
import type { Outside } from "../importers/outside.ts";
import type { Db } from "../platform/db/store.ts";
import { knownThings, type ImportLog } from "../platform/folder/folder-log.ts";
import type { LeftOut } from "../platform/folder/standing-things.ts";
import { problemLine, type FolderProblem } from "../platform/folder/problem.ts";
import { thingsIn } from "../platform/log/reading.ts";
import { askErased } from "../platform/private/erased.ts";
import { askImported, readImported } from "../platform/private/imported.ts";
import {
  NoArrival,
  type Arrivals,
  type Arrived,
  type Came,
  type Progressing,
  type Taking,
  type Wish,
} from "../platform/process/house.ts";
import type { Instance } from "../platform/process/instance.ts";
import { Clock } from "../platform/records/clock.ts";
import { batchOf } from "../platform/sent/speaker.ts";
import { waitingFiles, waitingRoom } from "./waiting-room.ts";
import { timeNow } from "../platform/process/steady-clock.ts";

/** Which of what came are taken out again: whoever and whatever they name may be named by others by now. */
const TAKEN_OUT = ["stories", "pages"];

/** What an arrival needs of an instance. */
interface At extends Pick<Instance, "log" | "snapshot" | "media" | "folder"> {
  readonly things: ImportLog["things"];
}

/** What an import answers: what keeps it out, or what stays away since it was erased here. */
interface Said {
  readonly problems?: readonly FolderProblem[];
  readonly leftOut?: readonly FolderProblem[];
}

export function arrivalsOf(instance: Instance, outside: Outside): Arrivals {
  const { snapshot } = instance;
  const at: At = {
    ...instance,
    things: (space, kinds) => snapshot((db: Db) => thingsIn(db, space, kinds)),
  };

  /** The campaign as it is now, in a folder beside the export. */
  async function beside(place: string, how: Pick<Progressing, "signal">) {
    const { exportInto } = await import("./export.ts");
    const [into, from] = [join(place, "folder"), join(place, "source")];
    await rm(into, { recursive: true, force: true });
    await mkdir(into, { recursive: true, mode: 0o700 });
    const { leftOut } = await exportInto(instance, into, () => how.signal.throwIfAborted());
    if (leftOut.length > 0) await nothingIsHidden(into, leftOut, how.signal);
    return { into, from };
  }

  /** What the export adds to the campaign. */
  async function arrive(place: string, wish: Wish, how: Progressing) {
    const { bringOver } = await import("../importers/import-site.ts");
    const { into, from } = await beside(place, how);
    const ours = new Set(features.flatMap((f) => f.routes.map(({ path }) => path)));
    const arrived = await bringOver({
      ...wish,
      from,
      into,
      parts: folderParts,
      outside,
      today: dayAt(timeNow()),
      isOurs: (path) => ours.has(path),
      ...how,
    }).catch((error: Error) => refuse(error, from));
    return { into, arrived };
  }

  const told = async (
    { into, arrived }: Awaited<ReturnType<typeof arrive>>,
    { problems = [], leftOut: erased = [] }: Said,
  ): Promise<Arrived> => {
    const { counts, warnings, noted, report } = arrived;
    const leftOut = [
      ...arrived.leftOut,
      ...erased.map(({ file, line, message }) => ({ what: `${file}:${line}`, why: message })),
    ];
    const text = report === undefined ? undefined : await readFile(join(into, report), "utf8");
    await rm(into, { recursive: true, force: true });
    const said = { counts, leftOut, warnings, noted, problems: problems.map(problemLine) };
    return { ...said, ...(text !== undefined && { report: text }) };
  };

  return {
    async look(place, wish, how) {
      const arrival = await arrive(place, wish, how);
      const { run } = await importing(at, arrival.into, { dryRun: true, came: [], ...how });
      return told(arrival, await run());
    },
    async take(place, wish, { note, ...how }) {
      const arrival = await arrive(place, wish, how);
      const { run, came } = await importing(at, arrival.into, { dryRun: false, ...how });
      note(came);
      return told(arrival, await run());
    },
    async pictures(place, { site }, { came, ...how }) {
      const { bringPictures } = await import("../importers/late-pictures.ts");
      const { into, from } = await beside(place, how);
      const kept = join(place, "fetched");
      await mkdir(kept, { recursive: true, mode: 0o700 });
      const late = { from, into, parts: folderParts, outside, kept, ...how };
      const found = await bringPictures({ ...late, ...(site !== undefined && { site }) }).catch(
        (error: Error) => refuse(error, from),
      );
      const { signal } = how;
      const said = { dryRun: false, came, signal, progress: () => undefined };
      const { problems = [] } = await (await importing(at, into, said)).run();
      if (problems.length > 0) throw new NoArrival(problems.slice(0, 5).map(problemLine).join(" "));
      for (const done of [kept, into]) await rm(done, { recursive: true, force: true });
      return found;
    },
    undo: (came, signal) => takenOut(at, came, signal),
  };
}

/**
 * What is remembered of it is of what came alone: of the rest the operator's own folder knows more. What a run before this
 * one had noted came with it, whether that was cut short before it was said or after.
 */
async function importing(
  at: At,
  into: string,
  { came: before, ...how }: Omit<Taking, "note"> & { readonly dryRun: boolean },
) {
  const { log, snapshot, media, folder, things } = at;
  const { importFolder } = await import("../platform/folder/import.ts");
  const { readFolder } = await import("../platform/folder/read.ts");
  const { appendAll } = await import("./import.ts");
  const earlier = new Set(before.map(({ space, slug }) => `${space}/${slug}`));
  const [subjects, names] = [new Set<string>(), await snapshot(waitingNames)];
  for (const name of earlier) names.delete(name);
  for (const part of folderParts)
    for (const [slug, { subject }] of await knownThings({ things }, part)) {
      if (earlier.has(`${part.space}/${slug}`)) continue;
      subjects.add(subject);
      names.add(`${part.space}/${slug}`);
    }
  const step = (done: number, total: number) => {
    how.signal.throwIfAborted();
    how.progress(done, total);
  };
  const found = await readFolder(into, folderParts, how.signal);
  const fresh = found.things
    .map(({ part, slug }) => ({ space: part.space, slug }))
    .filter(({ space, slug }) => ![names, earlier].some((all) => all.has(`${space}/${slug}`)));
  const came = [...before, ...fresh]; // what no folder holds any more, too
  const isNew = ({ subject }: { readonly subject: string }) =>
    !subjects.has(subject) && !names.has(subject);
  const run = () =>
    importFolder({
      dir: into,
      parts: folderParts,
      log: {
        things,
        append: (records) => appendAll(log, records, step),
        memory: {
          read: () => snapshot(readImported),
          keep: (rows) => askImported(log.private).keep(rows.filter(isNew)),
        },
        waiting: waitingRoom({ log, snapshot }),
        isErased: askErased(log.private).isErased,
      },
      key: folder.keys.owner,
      clock: new Clock(timeNow),
      media,
      ...how,
    });
  return { came, run };
}

/** @returns how many of them were withdrawn, or wait no longer */
async function takenOut(
  { log, snapshot, folder, things }: At,
  came: readonly Came[],
  signal: AbortSignal,
): Promise<number> {
  signal.throwIfAborted();
  const { openSpeech } = await import("../platform/folder/speech.ts");
  const { appendAll } = await import("./import.ts");
  const room = waitingRoom({ log, snapshot });
  const speech = openSpeech(batchOf({ key: folder.keys.owner }), came.length);
  let count = 0;
  for (const part of folderParts.filter(({ space }) => TAKEN_OUT.includes(space))) {
    const known = await knownThings({ things }, part);
    const waiting = part.dayOf ? await room.read(part) : [];
    for (const { slug } of came.filter(({ space }) => space === part.space)) {
      const thing = known.get(slug);
      const files = thing ? [] : waiting.filter((one) => one.slug === slug);
      if (thing?.body && !thing.isWithdrawn) speech.withdraw(part, thing);
      else if (files.length === 0) continue;
      for (const file of files) await room.leave(part, file);
      count += 1;
    }
  }
  await appendAll(log, speech.close());
  return count;
}

/** Of stories that wait for their day. */
async function waitingNames(db: Db): Promise<Set<string>> {
  return new Set((await waitingFiles(db)).map(({ slug }) => `stories/${slug}`));
}

/** What stands and is in no file would have what comes put in its place. @throws NoArrival */
async function nothingIsHidden(
  into: string,
  leftOut: readonly LeftOut[],
  signal: AbortSignal,
): Promise<void> {
  const { readFolder } = await import("../platform/folder/read.ts");
  const { things } = await readFolder(into, folderParts, signal);
  const written = new Set(things.map(({ part, slug }) => `${part.space}/${slug}`));
  const hidden = leftOut.find(({ space, slug }) => !written.has(`${space}/${slug}`));
  if (!hidden) return;
  const { space, slug, reason } = hidden;
  throw new NoArrival(
    `Expected a campaign that can be written as files, but ${space}/${slug} cannot: ${reason}. Change it first, then import the earlier site.`,
  );
}

/** Where the file lies is nothing to whoever sent it. */
async function refuse(error: Error, from: string): Promise<never> {
  const { ArrivalError } = await import("../importers/site.ts");
  if (!(error instanceof ArrivalError)) throw error;
  throw new NoArrival(error.message.replaceAll(from, "the file"), { cause: error });
}
