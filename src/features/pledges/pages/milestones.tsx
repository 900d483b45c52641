/** The milestones of a pledge; one that is due asks for a report of it, as a closing figure does (P12). */
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import { lastDay } from "../dates.ts";
import type { PledgeLine } from "../queries.ts";

/** @param today decides which of them are due */
export function Milestones(props: {
  readonly line: Pick<PledgeLine, "pledge" | "status">;
  readonly today: string;
  readonly lang: string;
}): Html {
  const { line, today, lang } = props;
  const { milestones = [] } = line.pledge;
  const { searched } = line.status ?? {};
  if (milestones.length === 0) return <></>;
  const ofIt = (due: string | undefined): string => {
    if (due !== undefined && lastDay(due) >= today) return "";
    return searched && (due === undefined || searched.on > lastDay(due))
      ? `: no report of it found by us (searched ${formatDay(searched.on, lang)})`
      : ": a report of it is wanted";
  };
  return (
    <section aria-labelledby="milestones">
      <h2 class="knot mini" id="milestones">
        Milestones
      </h2>
      <ul class="lines">
        {milestones.map(({ title, due, reached }) => (
          <li>
            {title}
            {due !== undefined && `, due ${formatDay(due, lang)}`}
            {reached === undefined
              ? ofIt(due)
              : `: reached ${formatDay(reached, lang)}, self-reported`}
          </li>
        ))}
      </ul>
    </section>
  );
}
