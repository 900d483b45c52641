/** What happened to the pledge here: changed wording, withdrawn evidence, silence. Rules P22, P23 and P25. */
import type { Html } from "../../../platform/web/route.ts";
import { formatDay, formatNumber } from "../../../platform/web/words.ts";
import { Section } from "../../../platform/web/heads.tsx";
import { wordsIn } from "../words.ts";
import type { Change } from "../changes.ts";
import type { PledgeLine } from "../queries.ts";
import { lastReport, silentFrom } from "../silence.ts";

/** @param today decides whether the pledge has left the totals */
export function History(props: {
  readonly line: PledgeLine;
  readonly today: string;
  readonly lang: string;
}): Html {
  const { line, today, lang } = props;
  const { pledge } = line;
  const say = wordsIn(lang).history;
  const silent = silentFrom(pledge);
  const isSilent = silent <= today;
  if (pledge.changes.length === 0 && pledge.withdrawn.length === 0 && !isSilent) return <></>;
  return (
    <Section id="history" title={say.title} mini>
      <ul class="lines">
        {pledge.changes.map((change) => (
          <li>{changeWords(change, lang)}</li>
        ))}
        {pledge.withdrawn.map(({ what, on }) => (
          <li>{say.withdrawn[what](formatDay(on, lang))}</li>
        ))}
        {isSilent && (
          <li>
            {say.silent(formatDay(silent, lang), formatDay(lastReport(pledge), lang))}
            {pledge.goal && !pledge.historical && ` ${say.left}`}
          </li>
        )}
      </ul>
    </Section>
  );
}

function changeWords({ on, field, before, after }: Change, lang: string): string {
  const say = wordsIn(lang).history;
  const fields: Readonly<Record<string, string>> = say.fields;
  const shown = (text: string) => {
    if (text === "") return say.nothing;
    return /^\d+$/.test(text) && field === "target"
      ? formatNumber(Number(text), lang)
      : say.quoted(text);
  };
  return say.changed(formatDay(on, lang), fields[field] ?? field, shown(before), shown(after));
}
