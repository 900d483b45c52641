/** The arrangement of the front page as a form has it, and as campaign.yaml has it: what stands by itself is not written. */
import * as v from "valibot";
import type { Problems, Typed } from "../../../platform/sent/sort.ts";
import type { Campaign } from "../records.ts";
import { CampaignBody, CHOSEN, FRONT_BLOCKS, INVITATIONS, PARTS } from "../records.ts";
import type { FrontWords } from "./front-words.ts";

/** What is chosen among what is there: by the field of the form, the space of addresses. */
export const PICKED = { people: "stories", pledges: "pledges", programmes: "programmes" } as const;
export type Picked = keyof typeof PICKED;
const LISTS = Object.keys(PICKED) as readonly Picked[];

export const pickField = (list: Picked, n: number): string => `${list}-${n}`;
export const picksOf = (list: Picked): readonly string[] =>
  Array.from({ length: CHOSEN[list] }, (_, n) => pickField(list, n));
export const placeField = (sort: "block" | "part", name: string): string => `${sort}-${name}`;
/** What has a field for each of its parts: what is asked for this week and this month, and the number of the first screen. */
export const ASKED = {
  number: ["figure", "says", "to"],
  week: ["title", "says", "button", "to", "until", "came"],
  question: ["text", "topic", "from", "until", "answers"],
} as const;
export type Asked = keyof typeof ASKED;
const GROUPS = Object.keys(ASKED) as readonly Asked[];
export const askedField = (group: Asked, part: string): string => `${group}-${part}`;

/** By its number in the campaign's list. */
export const walkField = (n: number): string => `walk-${n}`;
const MOST_WALKS = 60;

export const FRONT_FIELDS: readonly string[] = [
  "base",
  ...FRONT_BLOCKS.map((block) => placeField("block", block)),
  "lead",
  "reached",
  ...GROUPS.flatMap((group) => ASKED[group].map((part) => askedField(group, part))),
  ...LISTS.flatMap(picksOf),
  ...PARTS.map((part) => placeField("part", part)),
  "linkText",
  "linkTo",
  ...INVITATIONS,
  ...Array.from({ length: MOST_WALKS }, (_, n) => walkField(n)),
];

/** The form as it stands: a place for each block and part, a tick for whatever is asked for. */
export function frontTyped(campaign: Campaign): Typed {
  const { front = {}, navigation = PARTS, ownLink, unasked = {}, walks } = campaign;
  const { blocks = FRONT_BLOCKS } = front;
  const placed = (sort: "block" | "part", all: readonly string[]) =>
    all.map((name, i) => [placeField(sort, name), String(i + 1)] as const);
  const picked = LISTS.flatMap((list) =>
    (front[list] ?? []).map((slug, n) => [pickField(list, n), slug] as const),
  );
  return Object.fromEntries([
    ...placed("block", blocks),
    ...placed("part", navigation),
    ["lead", front.lead ?? ""],
    ["reached", front.reached ?? ""],
    ...picked,
    ...GROUPS.flatMap((group) => {
      const said: Readonly<Partial<Record<string, string>>> = campaign[group] ?? {};
      return ASKED[group].map((part) => [askedField(group, part), said[part] ?? ""] as const);
    }),
    ["linkText", ownLink?.text ?? ""],
    ["linkTo", ownLink?.to ?? ""],
    ...INVITATIONS.map((one) => [one, unasked.pages?.includes(one) ? "" : "yes"]),
    ...walks.map(({ id }, n) => [walkField(n), unasked.walks?.includes(id) ? "" : "yes"]),
  ]);
}

/** The campaign as it is arranged in the form, all else as it was; or one line for each field that does not fit. */
export function readFront(
  typed: Typed,
  before: Campaign,
  words: FrontWords,
): { readonly campaign: Campaign } | { readonly problems: Problems } {
  const { front: _1, navigation: _2, ownLink: _3, unasked: _4, ...others } = before;
  const { number: _5, week: _6, question: _7, ...rest } = others;
  const of = (name: string) => typed[name] ?? "";
  const blocks = inPlaces("block", FRONT_BLOCKS, typed);
  const parts = inPlaces("part", PARTS, typed);
  const problems: Partial<Record<string, string>> = {};
  if (blocks.length === 0) problems[placeField("block", FRONT_BLOCKS[0])] = words.oneBlock;
  if (parts.length === 0) problems[placeField("part", PARTS[0])] = words.onePart;
  if (of("linkText") !== "" && of("linkTo") === "") problems["linkTo"] = words.linkTo;
  if (of("linkText") === "" && of("linkTo") !== "") problems["linkText"] = words.linkText;
  const front = {
    ...(!isSame(blocks, FRONT_BLOCKS) && { blocks }),
    ...(of("lead") !== "" && { lead: of("lead") }),
    ...(of("reached") !== "" && { reached: of("reached") }),
    ...Object.fromEntries(
      LISTS.flatMap((list) => {
        const slugs = [...new Set(picksOf(list).map(of))].filter((slug) => slug !== "");
        return slugs.length === 0 ? [] : [[list, slugs]];
      }),
    ),
  };
  const pages = INVITATIONS.filter((one) => of(one) !== "yes");
  const walks = before.walks.flatMap(({ id }, n) => (of(walkField(n)) === "yes" ? [] : [id]));
  const unasked = {
    ...(pages.length > 0 && { pages }),
    ...(walks.length > 0 && { walks }),
  };
  const asked = GROUPS.flatMap((group) => {
    const said = ASKED[group].flatMap((part) => {
      const value = of(askedField(group, part));
      return value === "" ? [] : [[part, value] as const];
    });
    return said.length === 0 ? [] : [[group, Object.fromEntries(said)] as const];
  });
  const body = {
    ...rest,
    ...Object.fromEntries(asked),
    ...(!isSame(parts, PARTS) && { navigation: parts }),
    ...(of("linkText") !== "" && { ownLink: { text: of("linkText"), to: of("linkTo") } }),
    ...(Object.keys(front).length > 0 && { front }),
    ...(Object.keys(unasked).length > 0 && { unasked }),
  };
  const read = v.safeParse(CampaignBody, body);
  for (const { path = [], message } of read.issues ?? [])
    problems[fieldAt(path.map(({ key }) => String(key)))] ??= words.expected(message);
  const { question } = read.success ? read.output : {};
  if (question && question.until < question.from)
    problems[askedField("question", "until")] = words.notBefore(question.from);
  if (!read.success || Object.keys(problems).length > 0) return { problems };
  return { campaign: read.output };
}

const isSame = (a: readonly string[], b: readonly string[]): boolean => a.join() === b.join();

/** By the number that each was given; of two with the same one, as they stand by themselves. What has none is not shown. */
function inPlaces<T extends string>(
  sort: "block" | "part",
  all: readonly T[],
  typed: Typed,
): readonly T[] {
  const placed = all.flatMap((name) => {
    const place = Number(typed[placeField(sort, name)] || NaN);
    return Number.isNaN(place) ? [] : [{ name, place }];
  });
  return placed.toSorted((a, b) => a.place - b.place).map(({ name }) => name);
}

/** `ownLink.to` as `linkTo`, `front.pledges.1` as `pledges-1`. */
function fieldAt([of = "", name = "", n]: readonly string[]): string {
  if (of in ASKED) return askedField(of as Asked, name === "" ? ASKED[of as Asked][0] : name);
  if (of === "ownLink") return name === "to" ? "linkTo" : "linkText";
  if (name in PICKED) return pickField(name as Picked, Number(n ?? 0));
  return name === "" ? of : name;
}
