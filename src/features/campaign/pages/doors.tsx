/** The six doors: the ways in which anybody can take part. */
import type { Html } from "../../../platform/web/route.ts";
import type { CampaignWords } from "../words.ts";

export const DOORS = ["tell", "ask", "offer", "join", "measure", "figure"] as const;

export function Doors({ to, words }: { to: (path: string) => string; words: CampaignWords }): Html {
  return (
    <div class="row">
      {DOORS.map((id) => (
        <div class="c4">
          <h3>
            <a href={to(`/take-part#${id}`)}>{words.doors[id].name}</a>
          </h3>
          <p>{words.doors[id].short}</p>
        </div>
      ))}
    </div>
  );
}
