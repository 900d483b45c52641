/** P11: the figure that closes a pledge. */
import { lastDay } from "./dates.ts";
import type { Pledge } from "./fold.ts";
import type { Entry } from "./ledger.ts";

/**
 * The latest figure that counts and either speaks of, and was said in, a time that reaches the pledge's last day, or
 * reaches the target before it.
 */
export function closingFigure(
  { ledger, target }: Pick<Pledge, "target" | "ledger">,
  due: string,
): Entry | undefined {
  return ledger.findLast(
    (e) =>
      e.counts &&
      ((lastDay(e.asOf) >= due && lastDay(e.saidOn) >= due) ||
        (target !== undefined && e.value >= target)),
  );
}
