/** `cnd erase`: forget what a record says, or a whole story; that it was said stays. */
import { subjectAt } from "../platform/addresses/addresses.ts";
import { ERASURE_MADE } from "../platform/log/kinds.ts";
import { recordById } from "../platform/log/reading.ts";
import { eraseTold, KEPT_UNSENT, openUploads } from "../features/contributions/api.ts";
import { atDesk } from "./at-desk.ts";
import { CommandError, dataDir, switches, type Settings } from "./context.ts";
import { say } from "./append.ts";

export const help = `cnd erase RECORD [--reason TEXT]
Forget the body of this record (its id) for ever, here and wherever the log is followed. Its envelope stays, and so
does the erasure, with its day.

cnd erase /stories/SLUG [--reason TEXT]
Forget a story for ever: every text of it and of its translations, its drafts and their history, its pictures, sounds
and films with all that was made of them, and what was kept of those who agreed to be in it, but for whom another story
names still. Its page says since when it is gone.`;

export async function run(settings: Settings, args: readonly string[]): Promise<void> {
  const { of, rest } = switches("erase", args, [], ["reason"]);
  const [what = ""] = rest;
  const slug = /^\/stories\/([a-z0-9-]+)$/.exec(what)?.[1];
  if (slug === undefined) {
    await eraseRecord(settings, what, of.reason);
    return console.log(`Erased what record ${what} said.`);
  }
  await atDesk(settings, async (desk) => {
    const story = await desk.speaker.snapshot((db) => subjectAt(db, "stories", slug));
    if (!story) throw new CommandError(`Expected a story at ${what}, found none.`);
    await eraseTold(desk, story.subject, "desk", of.reason);
    const uploads = openUploads(dataDir(settings), desk.private, Date.now);
    await uploads.sweep(Date.now() - KEPT_UNSENT);
  });
  console.log(
    `Erased the story at ${what}: its texts, its drafts, its media and what was kept of who agreed.`,
  );
}

async function eraseRecord(settings: Settings, id: string, reason: string | undefined) {
  await say(settings, async (db) => {
    const record = await recordById(db, id);
    if (!record)
      throw new CommandError(`Expected the id of a record of this log, found none for ${id}.`);
    const body = { bodies: [record.bodyHash], ...(reason !== undefined && { reason }) };
    return [{ kind: ERASURE_MADE, subject: record.subject, body }];
  });
}
