/** `cnd erase`: forget what a record says, or a whole story; that it was said stays. */
import { subjectAt } from "../platform/addresses/addresses.ts";
import { ERASURE_MADE } from "../platform/log/kinds.ts";
import { recordById } from "../platform/log/reading.ts";
import { eraseSomebody, eraseTold } from "../features/contributions/api.ts";
import { KEPT_UNSENT } from "../features/contributions/bounds.ts";
import { openUploads } from "../features/contributions/store.ts";
import { atDesk } from "./at-desk.ts";
import { CommandError, dataDir, switches, type Settings } from "./context.ts";
import { say } from "./append.ts";
import { timeNow } from "../platform/process/steady-clock.ts";

export const help = `cnd erase RECORD [--reason TEXT]
Permanently erase this record's body (give its id), here and wherever the log is followed. Its envelope stays, and so
does the erasure, with its date.

cnd erase /stories/SLUG [--reason TEXT]
Permanently erase a story: all its texts and translations, its drafts and their history, its pictures, sounds and films
with all that was made of them, and what was kept about those who agreed to be in it, except people another story
still names. Its page says since when it has been gone.

cnd erase /authors/SLUG [--reason TEXT]
Permanently erase a person: every text about the person, portraits and other photos, signings, consents with their proof, and
the stories in which the person appears. What others say in those stories stays as drafts without the person, for them and
the desk to decide on. The desk lists all of it first, at /desk/content/people/SLUG/erase.`;

export async function run(settings: Settings, args: readonly string[]): Promise<void> {
  const { of, rest } = switches("erase", args, [], ["reason"]);
  const [what = ""] = rest;
  const [, page, slug] = /^\/(stories|authors)\/([a-z0-9-]+)$/.exec(what) ?? [];
  if (page === undefined || slug === undefined) {
    await eraseRecord(settings, what, of.reason);
    return console.log(`Erased the body of record ${what}.`);
  }
  await atDesk(settings, async (desk) => {
    const isStory = page === "stories";
    const space = isStory ? "stories" : "people";
    const found = await desk.speaker.snapshot((db) => subjectAt(db, space, slug));
    if (!found)
      throw new CommandError(`Expected a ${isStory ? "story" : "person"} at ${what}, found none.`);
    await (isStory ? eraseTold : eraseSomebody)(desk, found.subject, "desk", of.reason);
    const uploads = openUploads(dataDir(settings), desk.private, timeNow);
    await uploads.sweep(timeNow() - KEPT_UNSENT);
    console.log(isStory ? STORY_GONE(what) : PERSON_GONE(what));
  });
}

const STORY_GONE = (what: string): string =>
  `Erased the story at ${what}: its texts, its drafts, its media and what was kept about who agreed.`;
const PERSON_GONE = (what: string): string =>
  `Erased the person at ${what}: every text and picture, all consents, and the stories in which the person appeared. What others say in those stories waits at the desk as drafts.`;

async function eraseRecord(settings: Settings, id: string, reason: string | undefined) {
  await say(settings, async (db) => {
    const record = await recordById(db, id);
    if (!record)
      throw new CommandError(`Expected the id of a record in this log, found no record ${id}.`);
    const body = { bodies: [record.bodyHash], ...(reason !== undefined && { reason }) };
    return [{ kind: ERASURE_MADE, subject: record.subject, body }];
  });
}
