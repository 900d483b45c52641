/** Where a pledge stands on a day, in the few words that are the same for everybody. Rules P10–P13. */
import { formatDay } from "../../platform/web/words.ts";
import { lastDay, nextDay } from "./dates.ts";
import type { Pledge } from "./fold.ts";
import type { Entry } from "./ledger.ts";

export interface Status {
  readonly words: string;
  /** Whether a closing figure is asked for: "Have the figure? Send it". */
  readonly wanted: boolean;
  /** The closing figure, where one is filed. */
  readonly closing?: Entry;
  /** The search for a closing figure: the day, and the sources that were searched. */
  readonly searched?: { readonly on: string; readonly where: readonly string[] };
  /** The first day on which the words change by themselves. */
  readonly until?: string;
}

export type InPledge = Pick<Pledge, "kind" | "by" | "target" | "ledger" | "searched">;

/** The status of a pledge on a UTC day; a series has none. */
export function statusOf(pledge: InPledge, today: string, lang = "en"): Status | undefined {
  if (pledge.kind === "series") return undefined;
  if (pledge.by === undefined) return { words: "open", wanted: false };
  const due = lastDay(pledge.by);
  if (today <= due)
    return {
      words: `open until ${formatDay(pledge.by, lang)}`,
      wanted: false,
      until: nextDay(due),
    };
  const closing = closingFigure(pledge, due);
  if (closing)
    return { words: `past its date; closing figure ${stateWord(closing)}`, wanted: false, closing };
  const { searched } = pledge;
  if (!searched || searched.on <= due)
    // a search before the date says nothing about a closing figure
    return { words: "past its date; closing figure wanted", wanted: true };
  const on = formatDay(searched.on, lang, "short");
  return {
    words: `past its date; no closing figure found by us (searched ${on})`,
    wanted: true,
    searched,
  };
}

/** The word beside every figure. */
export function stateWord({ texture, by }: Pick<Entry, "texture" | "by">): string {
  if (texture !== "claimed") return texture;
  return by === "pledger" ? "self-reported" : "reported";
}

function closingFigure({ ledger, target }: InPledge, due: string): Entry | undefined {
  return ledger.findLast(
    (e) =>
      e.counts &&
      ((lastDay(e.asOf) >= due && lastDay(e.saidOn) >= due) ||
        (target !== undefined && e.value >= target)),
  );
}
