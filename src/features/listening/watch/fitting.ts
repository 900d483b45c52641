/** Long names give way, so that a page of the watch has room in its 2,000 bytes whatever people and places are called. Rule LW1. */
import { escaped } from "../../../platform/web/escaped.ts";
import { bytesOf, documentOf, MOST, type Shown } from "./frame.tsx";
import type { Looking } from "./page.tsx";

/** Bytes of a name: as many as it has, and fewer until the page has room. */
const NAMES = [Infinity, 160, 96, 48, 24, 16];
const ELLIPSIS = "…";

/** As it stands on a page: `&` and `<` weigh more there. */
const weightOf = (text: string): number => bytesOf(escaped(text));

/** As much of it as weighs so much on a page; no letter is cut in two. */
export function shortened(name: string, bytes: number): string {
  if (weightOf(name) <= bytes) return name;
  let [short, weighs] = ["", bytesOf(ELLIPSIS)];
  for (const { segment } of new Intl.Segmenter().segment(name)) {
    weighs += weightOf(segment);
    if (weighs > bytes) break;
    short += segment;
  }
  return short.trimEnd() + ELLIPSIS;
}

/** The same with names that weigh no more than so much. */
function withNames(looking: Looking, bytes: number): Looking {
  if (bytes === Infinity) return looking;
  const { names, watched } = looking;
  const each = <K>(all: ReadonlyMap<K, string>) =>
    new Map([...all].map(([id, name]) => [id, shortened(name, bytes)] as const));
  const sensors = [...watched.sensors].map(
    ([id, one]) => [id, { ...one, spot: shortened(one.spot, bytes) }] as const,
  );
  return {
    ...looking,
    names: each(names),
    watched: { ...watched, sensors: new Map(sensors), places: each(watched.places) },
  };
}

/** The page with names as long as there is room for; where there is none for the shortest, it goes without its style. */
export async function fitting(
  looking: Looking,
  pageOf: (looking: Looking) => Shown,
): Promise<{ readonly html: string; readonly looking: Looking }> {
  let least = looking;
  for (const bytes of NAMES) {
    least = withNames(looking, bytes);
    const html = await documentOf(pageOf(least));
    if (bytesOf(html) <= MOST) return { html, looking: least };
  }
  return { html: await documentOf({ ...pageOf(least), isBare: true }), looking: least };
}
