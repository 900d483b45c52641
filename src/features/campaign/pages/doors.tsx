/** The six doors: the ways in which anybody can take part. */
import type { Html } from "../../../platform/web/route.ts";

export const DOORS = [
  {
    id: "tell",
    name: "Tell a story",
    short: "By text, voice or sign, in your language. Yours, or a neighbour’s with their consent.",
    say: "What happened, as you would tell a neighbour; where; who appears in it, and that each has agreed. A voice message or a sign video is as good as a text.",
  },
  {
    id: "ask",
    name: "Ask for a connection",
    short: "For a school, a clinic, a street. The place is enough to begin.",
    say: "Which place, for whom, and how to answer you. The name of the place is enough to begin.",
  },
  {
    id: "offer",
    name: "Offer a roof, time or equipment",
    short: "A roof with a view may be what a valley waits for.",
    say: "What you can give and where: a roof or a hill with a view, a Saturday, a spare router. Small things count.",
  },
  {
    id: "join",
    name: "Join as a partner",
    short: "Carriers, community networks, NGOs, agencies, schools.",
    say: "Who you are and what you do. You keep your name, your words and your key; leaving is one line.",
  },
  {
    id: "measure",
    name: "Measure a link",
    short: "The place joins the open data, you do not.",
    say: "The place, the day, the speed, and what you measured it with. Your name is not needed.",
  },
  {
    id: "figure",
    name: "Send a figure",
    short: "Evidence, a correction, a closing figure: dated and kept.",
    say: "The figure, the day it speaks of, who says it, and where it can be read. A correction stands beside what it corrects.",
  },
] as const;

export function Doors({ to }: { to: (path: string) => string }): Html {
  return (
    <div class="row">
      {DOORS.map(({ id, name, short }) => (
        <div class="c4">
          <h3>
            <a href={to(`/take-part#${id}`)}>{name}</a>
          </h3>
          <p>{short}</p>
        </div>
      ))}
    </div>
  );
}
