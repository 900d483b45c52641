/** The fields of a region's form at the desk, what each may hold, and what they begin with. Rule PN93. */
import { CATALOGUE_CURRENCY } from "../../engines/costs/catalogue/catalogue.ts";
import { RADIOS } from "../../engines/costs/radios.ts";
import { formatNumber } from "../../platform/web/words.ts";
import type { RegionWords } from "./region-words.ts";
import type { PlacesLayer, RegionAtDesk, Typed } from "./regions-kept.ts";

export interface Bounds {
  readonly from: number;
  readonly to: number;
  readonly whole?: true;
  /** It may stay empty; what that means stands beside it. */
  readonly optional?: true;
  /** What the form begins with. */
  readonly first?: number;
}

/** By field, in the order of the form; the reader of region files holds the same. */
export const NUMBERS = {
  fewest: { from: 0, to: 1e9, whole: true, optional: true },
  most: { from: 1, to: 1e9, whole: true, optional: true },
  mast: { from: 0.5, to: 300, first: 20 },
  uplink: { from: 0.1, to: 1e6, first: 1000 },
  reach: { from: 0.1, to: 100, first: 10 },
  hopReach: { from: 0.1, to: 100, first: 20 },
  hops: { from: 1, to: 12, whole: true, first: 4 },
  summits: { from: 0, to: 5000, whole: true, first: 400 },
  reliability: { from: 1, to: 99.99, first: 90 },
  rain: { from: 0, to: 300, optional: true },
  gradient: { from: -2000, to: 0, optional: true },
  availability: { from: 1, to: 99.999, optional: true },
  household: { from: 1, to: 100, first: 4 },
  takeUp: { from: 0, to: 100, first: 40 },
  mbps: { from: 0.001, to: 10_000, first: 0.3 },
  sun: { from: 0.1, to: 12, first: 3 },
  budget: { from: 0, to: 1e12 },
  rate: { from: 1e-9, to: 1e9, optional: true },
  years: { from: 1, to: 50, whole: true, first: 10 },
  discount: { from: 0, to: 99, first: 8 },
  seconds: { from: 1, to: 600, first: 20 },
} as const satisfies Readonly<Record<string, Bounds>>;
export type NumberField = keyof typeof NUMBERS;

const TEXTS = [
  "title",
  "summary",
  "by",
  "asOf",
  "placesTitle",
  "ground",
  "licence",
  "gateways",
  "masts",
  "access",
  "airTitle",
  "airUrl",
  "currency",
  "rateDay",
] as const;
export type TextField = (typeof TEXTS)[number];

export const SETTING_FIELDS: readonly (NumberField | TextField)[] = [
  ...TEXTS,
  ...(Object.keys(NUMBERS) as NumberField[]),
];
/** How the boxes of gateways and of radios between masts begin. */
export const [GATE, LINK] = ["gate-", "link-"] as const;

export const accessRadios = RADIOS.filter(({ use }) => use === "access");
export const linkRadios = RADIOS.filter(({ use }) => use === "backhaul");
export const gateOf = ({ lat, lon }: PlacesLayer["largest"][number]): string =>
  `${GATE}${lat},${lon}`;

/** What the form begins with, from the ground and the places. @param today UTC */
export function firstTyped(
  region: RegionAtDesk,
  {
    words,
    by,
    today,
  }: { readonly words: RegionWords; readonly by: string; readonly today: string },
): Typed {
  const { about, layers } = region;
  const { largest: [largest] = [], fewest } = layers?.places ?? {};
  const numbers = Object.entries(NUMBERS as Readonly<Record<string, Bounds>>).map(
    ([name, { first }]) => [name, first === undefined ? "" : formatNumber(first, words.lang)],
  );
  return {
    ...Object.fromEntries(numbers),
    ...(fewest !== undefined && { fewest: formatNumber(fewest, words.lang) }),
    title: about.title,
    summary: words.firstSummary,
    by,
    ground: (layers?.tiles ?? [])
      .map(({ called }) => called)
      .join(", ")
      .slice(0, 300),
    masts: "10, 20, 30",
    access: accessRadios[0]!.id,
    [LINK + linkRadios[0]!.id]: "yes",
    currency: CATALOGUE_CURRENCY,
    rateDay: today,
    ...(largest && { [gateOf(largest)]: "yes" }),
  };
}
