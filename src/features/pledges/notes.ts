/** What a page says beside a figure. */
import { figureWords, valueWords } from "./amounts.ts";
import type { Entry } from "./ledger.ts";
import type { PledgeLine } from "./queries.ts";
import { wordsIn } from "./words.ts";

/** What stands beside the figure that leads, by rule and for everybody alike. */
export function notesOn({ pledge }: PledgeLine, lead: Entry, lang: string): string[] {
  const { kind, baseline } = pledge;
  const notes: string[] = [];
  const say = wordsIn(lang);
  if (kind === "pledge" && !lead.counts) notes.push(say.notProgress);
  if (lead.split && baseline)
    notes.push(say.countsBefore(valueWords({ value: lead.split.before }, lang)));
  const before = pledge.ledger.find((e) => e.id === lead.revises);
  if (before) notes.push(say.revises(figureWords(before, lang)));
  return notes;
}
