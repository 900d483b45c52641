/** What happened to the pledge here: changed wording, withdrawn evidence, silence. Rules P22, P23 and P25. */
import type { Html } from "../../../platform/web/route.ts";
import { formatDay, formatNumber } from "../../../platform/web/words.ts";
import type { Change } from "../changes.ts";
import type { PledgeLine } from "../queries.ts";
import { lastReport, silentFrom } from "../silence.ts";
import type { Withdrawal } from "../withdrawn.ts";

/** @param today decides whether the pledge has left the totals */
export function History(props: {
  readonly line: PledgeLine;
  readonly today: string;
  readonly lang: string;
}): Html {
  const { line, today, lang } = props;
  const { pledge } = line;
  const silent = silentFrom(pledge);
  const isSilent = silent <= today;
  if (pledge.changes.length === 0 && pledge.withdrawn.length === 0 && !isSilent) return <></>;
  return (
    <section aria-labelledby="history">
      <h2 class="knot mini" id="history">
        What happened to it here
      </h2>
      <ul class="lines">
        {pledge.changes.map((change) => (
          <li>{changeWords(change, lang)}</li>
        ))}
        {pledge.withdrawn.map(({ what, on }) => (
          <li>
            {WITHDRAWN[what][0]} withdrawn on {formatDay(on, lang)}. {WITHDRAWN[what][1]}
          </li>
        ))}
        {isSilent && (
          <li>
            Silent since {formatDay(silent, lang)}: no report found by us since{" "}
            {formatDay(lastReport(pledge), lang)}, 24 months before.
            {pledge.goal &&
              !pledge.historical &&
              " It left the headline totals on that day; a new figure brings it back."}
          </li>
        )}
      </ul>
    </section>
  );
}

const WITHDRAWN: Readonly<Record<Withdrawal["what"], readonly [string, string]>> = {
  evidence: ["Evidence", "The figure that rested on it stands without it."],
  figure: ["A figure", "What it corrected stands again, and nothing is counted by it."],
  dispute: ["A dispute", "It is shown no more, and neither is an answer to it."],
  answer: ["An answer to a dispute", "The dispute stands, and can be answered again."],
};

const NAMES: Readonly<Record<string, string>> = {
  title: "title",
  summary: "summary",
  metric: "what is counted",
  unit: "unit",
  target: "target",
  baseline: "baseline",
  from: "date from which it counts",
  by: "date by which it is promised",
};

function changeWords({ on, field, before, after }: Change, lang: string): string {
  const shown = (text: string) => {
    if (text === "") return "nothing said";
    return /^\d+$/.test(text) && field === "target"
      ? formatNumber(Number(text), lang)
      : `“${text}”`;
  };
  return `Changed here on ${formatDay(on, lang)}: the ${NAMES[field] ?? field} was ${shown(before)}, and is ${shown(after)}.`;
}
