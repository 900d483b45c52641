/** A pledge with the few figures that lists, totals and the status need, so that a ledger of thousands is read in a moment. */
import { closingFigure } from "./closing.ts";
import { lastDay } from "./dates.ts";
import type { Pledge } from "./fold.ts";
import { lastReport } from "./silence.ts";

export function briefOf(pledge: Pledge): Pledge {
  const { ledger, numbers, lead, by } = pledge;
  const last = lastReport(pledge);
  const closing = by === undefined ? undefined : closingFigure(pledge, lastDay(by));
  const latest = ledger.findLast((e) => lastDay(e.saidOn) === last);
  const ids = new Set([numbers.claimed, numbers.evidenced, lead, closing?.id, latest?.id]);
  const revised = ledger.find((e) => e.id === lead)?.revises;
  const shown = ledger.filter((e) => ids.has(e.id) || e.id === revised || e.signed.length > 0);
  return { ...pledge, ledger: shown };
}
