/** Where a pledge stands on a day, in the few words that are the same for everybody. Rules P10–P13. */
import { daysAfter } from "../../engines/calendar/day.ts";
import { formatDay } from "../../platform/web/words.ts";
import { closingFigure } from "./ledger.ts";
import { lastDay } from "./dates.ts";
import type { Pledge } from "./fold.ts";
import type { Entry } from "./ledger.ts";
import { lastReport, silentFrom } from "./silence.ts";
import { wordsIn } from "./words.ts";

/** What open data says in every language; what each is, P10 to P13 and P25 tell. */
export const STATES = ["open", "silent", "closed", "notFound", "wanted"] as const;

export interface Status {
  readonly state: (typeof STATES)[number];
  readonly words: string;
  /** Whether a closing figure is asked for: "Do you have the figure? Send it". */
  readonly wanted: boolean;
  /** The closing figure, where one is filed. */
  readonly closing?: Entry;
  /** The search for a closing figure: the day, and the sources that were searched. */
  readonly searched?: { readonly on: string; readonly where: readonly string[] };
  /** The first day on which the words change by themselves. */
  readonly until?: string;
}

type InPledge = Pick<Pledge, "kind" | "from" | "by" | "target" | "ledger" | "searched">;

/** The status of a pledge on a UTC day; a series has none. */
export function statusOf(pledge: InPledge, today: string, lang = "en"): Status | undefined {
  if (pledge.kind === "series") return undefined;
  const { by } = pledge;
  const say = wordsIn(lang).status;
  if (by === undefined || today <= lastDay(by)) return openStatus(pledge, today, lang);
  const due = lastDay(by);
  const closing = closingFigure(pledge, due);
  if (closing) {
    const words = say.closed(stateWord(closing, lang));
    return { state: "closed", words, wanted: false, closing };
  }
  const { searched } = pledge;
  if (!searched || searched.on <= due)
    // a search before the date says nothing about a closing figure
    return { state: "wanted", words: say.wanted, wanted: true };
  const on = formatDay(searched.on, lang, "short");
  return {
    state: "notFound",
    words: say.notFound(on),
    wanted: true,
    searched,
  };
}

/** P10 and P25: open until its date; silent where no report was found for long. */
function openStatus(pledge: InPledge, today: string, lang: string): Status {
  const say = wordsIn(lang).status;
  const open = pledge.by === undefined ? say.open : say.openUntil(formatDay(pledge.by, lang));
  const ends = pledge.by === undefined ? [] : [daysAfter(lastDay(pledge.by), 1)];
  const silent = silentFrom(pledge);
  if (today < silent) {
    const until = [silent, ...ends].toSorted()[0]!;
    return { state: "open", words: open, wanted: false, until };
  }
  const since = formatDay(lastReport(pledge), lang);
  return {
    state: "silent",
    words: say.silent(open, since),
    wanted: true,
    ...(ends[0] !== undefined && { until: ends[0] }),
  };
}

/** The word beside every figure. */
export function stateWord({ texture, by }: Pick<Entry, "texture" | "by">, lang = "en"): string {
  const { states } = wordsIn(lang);
  if (texture !== "claimed") return states[texture];
  return by === "pledger" ? states.selfReported : states.reported;
}
