/** What pledges add to the campaign's goal. Rule P15: since the pledge, one sum a texture, history beside. */
import type { Pledge } from "./fold.ts";
import type { Entry } from "./ledger.ts";

export interface GoalTotal {
  readonly unit: string;
  /** How many pledges count. */
  readonly pledges: number;
  /** The latest figures, evidence or not, and of them those that are evidenced. Never added to one another. */
  readonly claimed: number;
  readonly evidenced: number;
}

export function goalTotal(unit: string, pledges: readonly Pledge[]): GoalTotal {
  const counting = pledges.filter((p) => p.goal && !p.historical && p.unit === unit);
  const sum = (of: "claimed" | "evidenced") =>
    counting.reduce(
      (total, pledge) => total + sinceThePledge(entryOf(pledge, pledge.numbers[of])),
      0,
    );
  return { unit, pledges: counting.length, claimed: sum("claimed"), evidenced: sum("evidenced") };
}

export function entryOf(
  { ledger }: Pick<Pledge, "ledger">,
  id: string | undefined,
): Entry | undefined {
  return id === undefined ? undefined : ledger.find((e) => e.id === id);
}

/** A baseline was reached before anybody pledged, so it adds nothing to the goal. */
const sinceThePledge = (entry: Entry | undefined): number =>
  entry?.split?.since ?? entry?.value ?? 0;
