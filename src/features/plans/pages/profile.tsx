/** The profile of a link, drawn: ground with the Earth's bulge, the line, the first Fresnel zone. Rule PN7. */
import type { Html } from "../../../platform/web/route.ts";
import { formatNumber } from "../../../platform/web/words.ts";
import type { Way } from "../../../engines/propagation/clearance.ts";
import { BASE, HEIGHT, LEFT, profileShape, RIGHT, WIDTH } from "../browser/shape.ts";
import type { PlanWords } from "../words.ts";
import { Hatch } from "./curve.tsx";

/** @param props.way absent where a script draws into it later */
export function Profile(props: {
  readonly way: Way | undefined;
  readonly title: string;
  readonly caption: unknown;
  readonly words: PlanWords;
}): Html {
  const { way, title, caption, words } = props;
  const shape = way && profileShape(way);
  return (
    <figure class="chart c8">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-labelledby="profile-title">
        <title id="profile-title">{title}</title>
        <Hatch id="ground-hatch" />
        <g id="profile-scales">{shape && <Scales shape={shape} words={words} />}</g>
        <path id="profile-ground" fill="url(#ground-hatch)" d={shape?.ground ?? ""} />
        <path id="profile-edge" class="rule" d={shape?.ground ?? ""} />
        <path id="profile-zone" class="zone" d={shape?.zone ?? ""} />
        <path id="profile-masts" class="rule" d={shape?.masts ?? ""} />
        <path id="profile-line" class="thread" d={shape?.line ?? ""} />
        <circle id="profile-from" class="pin" cx={shape?.ends[0].x} cy={shape?.ends[0].y} r="5" />
        <circle id="profile-to" class="pin" cx={shape?.ends[1].x} cy={shape?.ends[1].y} r="5" />
      </svg>
      <figcaption class="small">{caption}</figcaption>
    </figure>
  );
}

function Scales({
  shape,
  words,
}: {
  readonly shape: ReturnType<typeof profileShape>;
  readonly words: PlanWords;
}) {
  const say = (n: number) => formatNumber(n, words.lang);
  return (
    <>
      {shape.heights.map(({ y, value }) => (
        <>
          <path class="axis" d={`M${LEFT - 4} ${y}H${RIGHT}`} />
          <text class="dim" x={LEFT - 10} y={y + 5} text-anchor="end">
            {say(value)}
          </text>
        </>
      ))}
      {shape.distances.map(({ x, value }) => (
        <text class="dim" x={x} y={BASE + 28} text-anchor="middle">
          {say(value)}
        </text>
      ))}
    </>
  );
}
