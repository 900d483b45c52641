/** `cnd erase`: forget what a record says; that it was said stays. */
import { ERASURE_MADE } from "../platform/log/kinds.ts";
import { recordById } from "../platform/log/reading.ts";
import { CommandError, type Settings } from "./context.ts";
import { options, say } from "./saying.ts";

export const help = `cnd erase RECORD [--reason TEXT]
Forget the body of this record (its id) for ever, here and wherever the log is followed. Its envelope stays, and so
does the erasure, with its day.`;

export async function run(settings: Settings, args: readonly string[]): Promise<void> {
  const { of, rest } = options(args, ["reason"]);
  const [id = ""] = rest;
  await say(settings, async (db) => {
    const record = await recordById(db, id);
    if (!record)
      throw new CommandError(`Expected the id of a record of this log, found none for ${id}.`);
    const body = {
      bodies: [record.bodyHash],
      ...(of.reason !== undefined && { reason: of.reason }),
    };
    return [{ kind: ERASURE_MADE, subject: record.subject, body }];
  });
  console.log(`Erased what record ${id} said.`);
}
