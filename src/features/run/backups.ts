/** Backups at the desk: made, kept by a rule, and encrypted to a key that is set once. Rules RN2 and RN3. */
import { existsSync, writeFileSync } from "node:fs";
import { after } from "../../platform/accounts/pages.tsx";
import type { Serving } from "../../platform/feature.ts";
import { isRule, trimBackups, writeRule } from "../../platform/process/backups/folder.ts";
import { newBackupKey, readRecipients, requireRecipient } from "../../platform/process/encrypt.ts";
import type { Problems, Typed } from "../../platform/sent/sort.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { formatNumber } from "../../platform/web/words.ts";
import { PART, runPage } from "./routes.ts";
import { wordsIn, type RunWords } from "./words.ts";
import { BACKUP } from "./works.ts";
import { timeNow } from "../../platform/process/steady-clock.ts";

const RULE = ["isOn", "days", "weeks", "months", "size"] as const;
const MEGABYTE = 1e6;
/** What each number of the rule may be. */
const BOUNDS = { days: [0, 60], weeks: [0, 60], months: [0, 120], size: [1, 4_000_000] } as const;

export function backupAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { door, instance, jobs } = serving;
  const { dir, recipients } = instance.folder;
  const show = runPage(serving);
  const keys = (): string[] => readRecipients(recipients);

  /** A smaller number or size deletes backups. */
  const saveRule = door.sure("settings", PART, RULE, async (visit) => {
    const problems = ruleProblems(visit.fields, wordsIn(visit.lang).rule, visit.lang);
    const { isOn, size, ...rest } = visit.fields;
    const counts = Object.entries(rest).map(([name, text]) => [name, Number(text)] as const);
    const bytes = Number(size) * MEGABYTE;
    const rule = { isOn: isOn === "yes", bytes, ...Object.fromEntries(counts) };
    if (Object.keys(problems).length > 0 || !isRule(rule))
      return { status: 422, page: await show(visit, { typed: visit.fields, problems }) };
    writeRule(dir, rule);
    const [making] = await jobs.about(BACKUP);
    if (making?.state !== "running") trimBackups(dir, rule); // else it does so itself
    return after(PART);
  });

  /** Set where none is: whoever sat down at somebody's desk cannot take all away with a key of their own. */
  const saveKey = door.sure("settings", PART, ["key"], async (visit) => {
    const { key } = wordsIn(visit.lang);
    if (keys().length > 0) return { to: PART, noted: false };
    try {
      requireRecipient(visit.fields.key);
    } catch {
      const came = { typed: visit.fields, problems: { key: key.expected } };
      return { status: 422, page: await show(visit, came) };
    }
    const before = existsSync(recipients) ? "a" : "w";
    writeFileSync(recipients, `${visit.fields.key}\n`, { mode: 0o600, flag: before, flush: true });
    return after(PART);
  });

  return {
    [`POST ${PART}/backups`]: door.of("settings", async () => {
      await jobs.add(BACKUP, BACKUP, null);
      return { to: PART };
    }),
    [`POST ${PART}/keeping`]: saveRule,
    [`POST ${PART}/key`]: saveKey,
    [`POST ${PART}/key/new`]: door.sure("settings", PART, async () => {
      const { file } = await newBackupKey(new Date(timeNow()));
      const headers = { "Content-Disposition": 'attachment; filename="backup-key.txt"' };
      return { file: Buffer.from(file), type: "text/plain", cache: "no-store", headers };
    }),
  };
}

function ruleProblems(typed: Typed, words: RunWords["rule"], lang: string): Problems {
  const wrong = Object.entries(BOUNDS).filter(([name, [low, high]]) => {
    const text = typed[name] ?? "";
    return !/^\d{1,7}$/.test(text) || Number(text) < low || Number(text) > high;
  });
  return Object.fromEntries(
    wrong.map(([name, [low, high]]) => [
      name,
      words.expected(formatNumber(low, lang), formatNumber(high, lang)),
    ]),
  );
}
