/** Small problems drawn by a seed, and the best choice for each by looking at all there are: slow, and plainly right. */
import type { HopOffer, Problem, SiteOption } from "./problem.ts";

/**
 * @param next gives numbers from 0 up to 1
 * @param isBusy whether some options have sectors, which have not the time for everybody
 */
export function drawn(
  next: () => number,
  { sites, places, isBusy = false }: { sites: number; places: number; isBusy?: boolean },
): Problem {
  const whole = (most: number): number => Math.floor(next() * (most + 1));
  const hops: HopOffer[] = [];
  for (let a = 0; a < sites; a++)
    for (let b = a + 1; b < sites; b++)
      if (next() < 0.5)
        hops.push({
          a,
          b,
          cost: 1 + whole(3),
          capacity: next() < 0.3 ? 4 : 100,
          masts:
            next() < 0.5
              ? [[10, 10]]
              : next() < 0.5
                ? [
                    [10, 20],
                    [20, 10],
                  ]
                : [[20, 20]],
        });
  const option = (mast: number, isGateway: boolean): SiteOption => {
    const covers = [...Array(places).keys()].filter(() => next() < 0.3);
    const hasSectors = isBusy && next() < 0.6;
    return {
      mast,
      cost: isGateway && next() < 0.5 ? 0 : 1 + whole(4) + mast / 10,
      covers,
      ...(hasSectors && {
        airtime: covers.map(() => ({ sector: whole(1), share: 0.2 + 0.2 * whole(5) })),
      }),
      ...(next() < 0.2 && { capacity: 3 }),
      ...(isGateway && { uplink: next() < 0.3 ? 5 : 100 }),
    };
  };
  return {
    places: Array.from({ length: places }, (_, i) => ({
      name: `Place ${i}`,
      people: 1 + whole(20),
      weight: next() < 0.3 ? 2 : 1,
      load: next() < 0.5 ? 0 : 1 + whole(2),
    })),
    sites: Array.from({ length: sites }, (_, i) => ({
      name: `Site ${i}`,
      options: [option(10, i === 0), ...(next() < 0.6 ? [option(20, i === 0)] : [])],
    })),
    hops,
    limits: {
      budget: 3 + whole(20),
      ...(next() < 0.5 && { hops: 1 + whole(2) }),
      ...(next() < 0.3 && { sites: 1 + whole(2) }),
    },
  };
}

/** The most weighed people that any choice within the limits connects. */
export function bestOf(problem: Problem): number {
  const { sites, hops, places, limits } = problem;
  const { budget = Infinity, hops: deepest = Infinity, sites: most = Infinity } = limits;
  let best = 0;
  const option: number[] = [];
  /** Each built site takes an uplink or a hop from a built one; all such ways are looked at. */
  const chosen = (): void => {
    const built = option.flatMap((o, site) =>
      o < 0 ? [] : [{ site, ...sites[site]!.options[o]! }],
    );
    const cost = built.reduce((sum, at) => sum + at.cost, 0);
    if (cost > budget || built.filter((at) => at.cost > 0).length > most) return;
    const mastAt = new Map(built.map(({ site, mast }) => [site, mast]));
    const parents = built.map(({ site, uplink }) => [
      ...(uplink === undefined ? [] : [undefined]),
      ...hops.flatMap(({ a, b, masts, ...hop }) => {
        if (site !== a && site !== b) return [];
        const other = site === a ? b : a;
        const isClear = masts.some(([x, y]) => mastAt.get(a)! >= x && (mastAt.get(b) ?? -1) >= y);
        return isClear && mastAt.has(other) ? [{ from: other, ...hop }] : [];
      }),
    ]);
    const pick: ({ from: number; cost: number; capacity: number } | undefined)[] = [];
    const joined = (i: number, spent: number): void => {
      if (spent > budget) return;
      if (i < built.length) {
        for (const parent of parents[i]!) {
          pick[i] = parent;
          joined(i + 1, spent + (parent?.cost ?? 0));
        }
        return;
      }
      const indexOf = new Map(built.map(({ site }, k) => [site, k]));
      const ways = built.map((_, k) => {
        const way = [k];
        for (let at = k; pick[at] !== undefined && way.length <= built.length;)
          way.push((at = indexOf.get(pick[at]!.from)!));
        return way;
      });
      if (ways.some((way) => way.length > built.length || way.length - 1 > deepest)) return;
      const load = built.map(() => 0);
      const own = built.map(() => 0);
      const air = built.map(() => [0, 0]);
      const served = (place: number, worth: number): void => {
        best = Math.max(best, worth);
        if (place === places.length) return;
        const { people, weight, load: asks } = places[place]!;
        for (const [k, at] of built.entries()) {
          if (!at.covers.includes(place) || own[k]! + asks > (at.capacity ?? Infinity)) continue;
          const hasRoom = ways[k]!.every(
            (w) => load[w]! + asks <= (pick[w]?.capacity ?? built[w]!.uplink!),
          );
          const takes = at.airtime?.[at.covers.indexOf(place)];
          if (!hasRoom || (takes && air[k]![takes.sector]! + takes.share > 1 + 1e-9)) continue;
          if (takes) air[k]![takes.sector]! += takes.share;
          own[k]! += asks;
          for (const w of ways[k]!) load[w]! += asks;
          served(place + 1, worth + people * weight);
          own[k]! -= asks;
          if (takes) air[k]![takes.sector]! -= takes.share;
          for (const w of ways[k]!) load[w]! -= asks;
        }
        served(place + 1, worth);
      };
      served(0, 0);
    };
    joined(0, cost);
  };
  const choose = (site: number): void => {
    if (site === sites.length) return chosen();
    for (let o = -1; o < sites[site]!.options.length; o++) {
      option[site] = o;
      choose(site + 1);
    }
  };
  choose(0);
  return best;
}
