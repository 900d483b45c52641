/** The milestones of a pledge; one that is due asks for a report of it, as a closing figure does (P12). */
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import { Section } from "../../../platform/web/heads.tsx";
import { filled, spoken } from "../../../platform/words/inline.tsx";
import { wordsIn } from "../words.ts";
import { lastDay } from "../dates.ts";
import type { PledgeLine } from "../queries.ts";

/** @param today decides which of them are due */
export function Milestones(props: {
  readonly line: Pick<PledgeLine, "pledge" | "status">;
  readonly today: string;
  readonly lang: string;
  readonly own?: string | undefined;
}): Html {
  const { line, today, lang, own = lang } = props;
  const say = wordsIn(lang).page;
  const { milestones = [] } = line.pledge;
  const { searched } = line.status ?? {};
  if (milestones.length === 0) return <></>;
  const ofIt = (due: string | undefined): string => {
    if (due !== undefined && lastDay(due) >= today) return "";
    return searched && (due === undefined || searched.on > lastDay(due))
      ? `: ${say.noReport(formatDay(searched.on, lang))}`
      : `: ${say.reportWanted}`;
  };
  return (
    <Section id="milestones" title={say.milestones} mini>
      <ul class="lines">
        {milestones.map(({ title, due, reached }) => (
          <li>
            {due === undefined
              ? spoken(own, lang, title)
              : filled(say.due, { title: spoken(own, lang, title), day: formatDay(due, lang) })}
            {reached === undefined ? ofIt(due) : `: ${say.reachedOn(formatDay(reached, lang))}`}
          </li>
        ))}
      </ul>
    </Section>
  );
}
