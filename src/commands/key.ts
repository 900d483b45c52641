/** `cnd key`: keys of partners, so that others than the campaign can sign here, keys that backups are encrypted to, and the campaign's own. */
import { writeFileSync } from "node:fs";
import * as v from "valibot";
import { ATTESTATION_SIGNED, PARTNER_KEY } from "../features/pledges/api.ts";
import { GRANT_GIVEN } from "../platform/log/kinds.ts";
import { readOwnership } from "../platform/log/standing.ts";
import { keyToPem, newKey } from "../platform/records/keys.ts";
import { keyName } from "../platform/records/record.ts";
import { newBackupKey } from "../platform/process/encrypt.ts";
import { CommandError, type Settings } from "./context.ts";
import { changeKey, makeRecovery, recoverKey } from "./key-change.ts";
import { say, subjectOf } from "./append.ts";
import { timeNow } from "../platform/process/steady-clock.ts";

export const help = `cnd key new FILE
Make a key and save its private half in FILE. Give the printed public half to the campaign.

cnd key backup FILE
Make a key for backups and save its private half in FILE. A restore needs FILE: keep it away from this machine. Use the
printed public half with cnd backup --to, or add it to backup-recipients.txt in the data folder.

cnd key bind PARTNER KEY
Let this public key sign for the partner (a slug): its attestations count from now on.

cnd key change
Give the campaign a new owner key, signed by the current one. What the old key said stays valid; what it signs later is
refused. Everyone must sign in again. Stop the instance first.

cnd key recovery [--replace]
Make a recovery key and print it once; keep it on paper. Earlier ones stay valid; --replace asks for one of them and
ends it, and those after it.

cnd key recover
If the owner's key was lost or stolen, give the campaign a new one. The command asks for a recovery key to sign it.`;

export async function run(settings: Settings, [what, ...rest]: readonly string[]): Promise<void> {
  if (what === "new" && rest[0] !== undefined) return make(rest[0]);
  if (what === "backup" && rest[0] !== undefined && rest.length === 1) {
    const { file, recipient } = await newBackupKey(new Date(timeNow()));
    return keep(rest[0], file, recipient);
  }
  if (what === "bind" && rest.length === 2) return bind(settings, rest[0]!, rest[1]!);
  if (what === "change" && rest.length === 0) return changeKey(settings);
  if (what === "recover" && rest.length === 0) return recoverKey(settings);
  if (what === "recovery" && rest.every((word) => word === "--replace"))
    return makeRecovery(settings, rest.length > 0);
  throw new CommandError(
    "Expected cnd key new FILE, backup FILE, bind PARTNER KEY, change, recover, or recovery. See cnd key --help",
  );
}

function make(file: string): void {
  const key = newKey();
  keep(file, keyToPem(key), key.name);
}

/** Write the private half and print the public one. */
function keep(file: string, secret: string, name: string): void {
  try {
    writeFileSync(file, secret, { mode: 0o600, flag: "wx", flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    throw new CommandError(`${file} already exists; a key is never overwritten.`, {
      cause: error,
    });
  }
  console.log(name);
}

async function bind(settings: Settings, partner: string, key: string): Promise<void> {
  if (!v.is(keyName, key))
    throw new CommandError(`Expected a public key printed by cnd key new, got other text.`);
  await say(settings, async (db) => {
    if ((await readOwnership(db)).used.has(key))
      throw new CommandError(
        "The campaign's own key cannot attest: make a key for the partner (cnd key new).",
      );
    const subject = await subjectOf(db, "partners", partner);
    return [
      { kind: PARTNER_KEY, subject, body: { key } },
      { kind: GRANT_GIVEN, subject, body: { to: key, kinds: [ATTESTATION_SIGNED] } },
    ];
  });
  console.log(`${key} now signs for ${partner}.`);
}
