/** Where hops would be clear and the link budget alone forbids them: which places that costs, and where the budget ends. */
import type { Radio } from "../../../engines/costs/radios.ts";
import type { Grid } from "../../../engines/terrain/grid.ts";
import type { Asked } from "./asking.ts";
import type { Going } from "./breath.ts";
import type { Chosen } from "./choosing.ts";
import { budget, linesBetween, type Line } from "./hops.ts";
import type { Region } from "./region.ts";

export interface ShortBudget {
  /** Indexes of places that a way of clear hops would lead to. */
  readonly places: ReadonlySet<number>;
  /** The one that reaches furthest, and how far, km. */
  readonly radio: Radio;
  readonly km: number;
}

const ANY = 10_000; // dB: with so much more no budget ends within a hop

/** Undefined where no place is lost by it. @throws Stopped */
export async function shortBudgetOf(
  of: Asked,
  grid: Grid,
  { reasons }: Chosen,
  going: Going,
): Promise<ShortBudget | undefined> {
  const without = reasons.flatMap((reason, place) =>
    reason.kind === "no way leads there" ? [{ place, sites: reason.sites }] : [],
  );
  const furthest = of.radios
    .map((radio) => ({ radio, km: endOf(radio, of.region) }))
    .reduce((a, b) => (b.km > a.km ? b : a));
  if (without.length === 0 || furthest.km >= of.region.backhaul.reach) return undefined;
  const radios = of.radios.map((radio) => ({ ...radio, eirp: radio.eirp + ANY }));
  const clear = await linesBetween({ ...of, radios, grid }, going);
  const [now, then] = [of.lines, clear].map((lines) => reachedBy(of, lines)) as [Sites, Sites];
  const places = without
    .filter(({ sites }) => sites.some((one) => then.has(one)) && !sites.some((one) => now.has(one)))
    .map(({ place }) => place);
  return places.length === 0 ? undefined : { ...furthest, places: new Set(places) };
}

/** km at which the radio's budget ends with the margin for fading kept, at most those that are looked at. */
function endOf(radio: Radio, { backhaul: { reach, fade } }: Region): number {
  const carries = (km: number) => budget(radio, km, fade).length > 0;
  if (carries(reach)) return reach;
  let [near, far] = [0, reach];
  while (far - near > 0.01) {
    const middle = (near + far) / 2;
    if (carries(middle)) near = middle;
    else far = middle;
  }
  return near;
}

type Sites = ReadonlySet<number>;

/** The candidates that so many lines lead to from the gateways as there may be hops. */
function reachedBy({ candidates, region }: Asked, lines: readonly Line[]): Sites {
  const reached = new Set(
    candidates.flatMap(({ kind }, site) => (kind === "gateway" ? [site] : [])),
  );
  for (let hop = 0; hop < region.backhaul.hops; hop++) {
    const before = new Set(reached);
    for (const { a, b } of lines) {
      if (before.has(a)) reached.add(b);
      if (before.has(b)) reached.add(a);
    }
  }
  return reached;
}
