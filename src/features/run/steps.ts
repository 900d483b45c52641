/** What whoever runs the machine has to do: a clock that has lost its date, a backup that nobody makes. Rules RN12 and RN13. */
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
  if (!may(role, "settings")) return [];
  const words = wordsIn(lang);
  const steps: Step[] = [];
  const behind = clock.behindBy();
  const at = (ms: number) => new Date(ms).toISOString().slice(0, 16).replace("T", " ");
  if (behind > 0)
    steps.push({
      words: words.clock(at(clock.now() - behind), at(clock.now())),
      path: "/desk/run#look",
    });
  const { dir } = instance.folder;
  const made = await instance.snapshot((db) => newestBackup(db, dir));
  const isRecent = made !== undefined && clock.now() - made < RECENT;
  if (!readRule(dir).isOn && !isRecent)
    steps.push({ words: words.rule.propose, path: "/desk/run#keeping" });
  return steps;
}
