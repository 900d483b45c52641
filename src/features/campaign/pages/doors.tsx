/** The six doors: the ways in which anybody can take part, and the three that a front page opens. */
import type { Html } from "../../../platform/web/route.ts";
import type { CampaignWords } from "../words.ts";

export const DOORS = ["tell", "ask", "offer", "join", "measure", "figure"] as const;

/** What stands behind each; each pledge has a form of its own. */
export const FORMS: Readonly<Record<(typeof DOORS)[number], string>> = {
  tell: "/take-part/story",
  ask: "/take-part/opportunity?kind=need",
  offer: "/take-part/opportunity",
  join: "/take-part/opportunity?kind=partner",
  measure: "/measure",
  figure: "/pledges",
};

const NOW = DOORS.slice(0, 3);

/** Each leads to its form, without a page between. */
export function ThreeDoors({
  to,
  words,
}: {
  to: (path: string) => string;
  words: CampaignWords;
}): Html {
  return (
    <div class="row">
      {NOW.map((id) => (
        <div class="c4">
          <h3>
            <a href={to(FORMS[id])}>{words.doors[id].name}</a>
          </h3>
          <p>{words.doors[id].short}</p>
        </div>
      ))}
    </div>
  );
}
