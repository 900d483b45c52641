/** What a new campaign has yet to do so that it outlives its disk. Rule RN12. */
import type { Account } from "../../platform/accounts/account.ts";
import { may } from "../../platform/accounts/roles.ts";
import type { Serving, Step } from "../../platform/feature.ts";
import { readRule } from "../../platform/process/backups/folder.ts";
import { newestBackup } from "../../platform/process/backups/newest.ts";
import { wordsIn } from "./words.ts";

const RECENT = 14 * 24 * 3_600_000; // ms; `cnd doctor` calls an older one old

export async function runSteps(
  { instance, clock }: Serving,
  { role }: Account,
  lang: string,
): Promise<readonly Step[]> {
  const { dir } = instance.folder;
  if (!may(role, "settings") || readRule(dir).isOn) return [];
  const made = await instance.snapshot((db) => newestBackup(db, dir)); // by the machine's own clockwork, perhaps
  if (made !== undefined && clock.now() - made < RECENT) return [];
  return [{ words: wordsIn(lang).rule.propose, path: "/desk/run#keeping" }];
}
