/** One hop of a plan in its report: the profile, and what it says. */
import type { Html } from "../../../platform/web/route.ts";
import { BASE, HEIGHT, LEFT, profileShape, RIGHT, WIDTH } from "../browser/shape.ts";
import { isStanding, yearly } from "../parts.tsx";
import { siteNamed } from "../numbers.ts";
import type { Hop, Plan } from "../records.ts";
import { wayOf } from "../ways.ts";
import { wordsIn } from "../words.ts";

export function ReportHop({ hop, plan }: { readonly hop: Hop; readonly plan: Plan }): Html {
  const { ground, zone, line, masts, heights, distances } = profileShape(wayOf(hop, plan));
  const name = (id: string) => siteNamed(plan, id)?.name ?? id;
  return (
    <figure class="hop">
      <figcaption>
        <b>
          {name(hop.from)} to {name(hop.to)}
        </b>
        : {hop.km} km, {hop.mhz / 1000} GHz, masts of {hop.fromMast} and {hop.toMast} m; clear{" "}
        {Math.round(hop.clearance * 100)} % of the first Fresnel zone; {hop.capacity} Mbit/s with{" "}
        {hop.margin} dB to spare
        {isStanding(hop) &&
          `; of an average year by rain and multipath ${Object.values(yearly(hop, wordsIn("en"))).join(": ")}`}
        .
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label="Profile of the hop">
        {heights.map(({ y, value }) => (
          <>
            <path class="axis" d={`M${LEFT - 4} ${y}H${RIGHT}`} />
            <text x={LEFT - 10} y={y + 5} text-anchor="end">
              {value}
            </text>
          </>
        ))}
        {distances.map(({ x, value }) => (
          <text x={x} y={BASE + 28} text-anchor="middle">
            {value}
          </text>
        ))}
        <path class="ground" d={ground} />
        <path class="zone" d={zone} />
        <path class="rule" d={masts} />
        <path class="thread" d={line} />
      </svg>
    </figure>
  );
}
