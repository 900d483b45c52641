/** From a private measurement to a public sentence, once enough phones have spoken. Rules MA1, MA2, MA6. */
import { openTurn } from "../../platform/db/in-turn.ts";
import type { Instance } from "../../platform/process/instance.ts";
import { batchOf } from "../../platform/sent/speaker.ts";
import { aggregateOf } from "./aggregate.ts";
import { phonesSaid } from "./queries.ts";
import { openMonths } from "./raw.ts";
import { ENOUGH_PHONES, MEASUREMENT_AGGREGATED } from "./records.ts";
import { askMeasurements } from "./private.ts";

const inTurn = openTurn();

/**
 * Say the aggregate of a cell and month if it is due: first with five phones, then each time their number has
 * doubled, and a last time when the month closes if five more have spoken. Two sentences that follow each other
 * always differ by five phones at least, so that no single one can be read from the difference.
 */
export function sayIfDue(
  instance: Instance,
  cell: string,
  month: string,
  isClosing = false,
): Promise<void> {
  return inTurn(async () => {
    const rows = await askMeasurements(instance.log.private).rows({ cell, month });
    const aggregate = aggregateOf(cell, month, rows);
    if (!aggregate) return;
    const before = await instance.snapshot((db) => phonesSaid(db, cell, month));
    const due = isClosing ? before + ENOUGH_PHONES : Math.max(ENOUGH_PHONES, 2 * before);
    if (aggregate.n < due) return;
    const { log, folder } = instance;
    const batch = batchOf({ key: folder.keys.owner });
    batch.add({ kind: MEASUREMENT_AGGREGATED, body: aggregate });
    // What the log does not take now is due again with the next one; whoever measured is not told so.
    await log.append(batch.records.map(({ entry, document }) => ({ entry, document })));
  });
}

/** Close the months of which nothing is taken any more: say what is left, then delete the hashes. */
export async function closeMonths(instance: Instance, today: string): Promise<void> {
  const open = openMonths(today).at(-1)!;
  const spots = await askMeasurements(instance.log.private).unclosed(open);
  for (const { cell, month } of spots) await sayIfDue(instance, cell, month, true);
  if (spots.length > 0) await askMeasurements(instance.log.private).close(open);
}
