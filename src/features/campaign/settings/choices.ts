/** What can be chosen for the front page, each by the name under which people know it. */
import { addressesIn } from "../../../platform/addresses/addresses.ts";
import type { Db } from "../../../platform/db/store.ts";
import { freshness } from "../../../platform/log/state.ts";
import type { Problems, Typed } from "../../../platform/sent/sort.ts";
import { pledgeNames } from "../../pledges/api.ts";
import { programmeList } from "../../programmes/api.ts";
import { shownStories } from "../../stories/api.ts";
import { PICKED, picksOf, type Picked } from "./front-fields.ts";
import type { FrontWords } from "./front-words.ts";

type Space = "stories" | "pledges" | "programmes";
/** By space: slug and name, the newest story first; no name twice. */
export type Choices = Readonly<Record<Space, ReadonlyMap<string, string>>>;

interface Named {
  readonly slug: string;
  readonly name: string;
  /** What tells it from another of the same name. */
  readonly beside?: string;
}

async function choicesOn(db: Db, today: string): Promise<Choices> {
  const slugs = new Map([...(await addressesIn(db, "stories"))].map(([slug, of]) => [of, slug]));
  const { stories } = await shownStories(db, today);
  const told = stories.flatMap(({ subject, title, published }) => {
    const slug = slugs.get(subject);
    return slug === undefined ? [] : [{ slug, name: title, beside: published }];
  });
  const programmes = (await programmeList(db)).map(({ slug, title }) => ({ slug, name: title }));
  return {
    stories: unlike(told),
    pledges: unlike(await pledgeNames(db)),
    programmes: unlike(programmes),
  };
}

/** What names and sets of these rest on. */
const RESTS_ON = ["stories", "people", "pledges", "partners", "programmes", "addresses"];

/** The same, read once until a record or the day may have changed it: it reads every story and every pledge. */
export function openChoices(): typeof choicesOn {
  let known: { readonly version: string; readonly choices: Choices } | undefined;
  return async (db, today) => {
    const version = `${today} ${await freshness(db, { projections: RESTS_ON })}`;
    if (known?.version !== version) known = { version, choices: await choicesOn(db, today) };
    return known.choices;
  };
}

export function unlike(all: readonly Named[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    all.map(({ slug, name, beside = slug }) => {
      const tried = [name, `${name} (${beside})`, `${name} (${slug})`];
      const own = tried.find((one) => !taken.has(plain(one))) ?? slug;
      taken.add(plain(own));
      return [slug, own] as const;
    }),
  );
}

const FIELDS: readonly (readonly [field: string, space: Space])[] = [
  ["lead", "stories"],
  ["reached", "stories"],
  ...(Object.keys(PICKED) as Picked[]).flatMap((list) =>
    picksOf(list).map((field) => [field, PICKED[list]] as const),
  ),
];

/** With names in place of slugs; what is not there any more stays as it is. */
export const named = (typed: Typed, choices: Choices): Typed => ({
  ...typed,
  ...Object.fromEntries(
    FIELDS.map(([field, space]) => {
      const slug = typed[field] ?? "";
      return [field, choices[space].get(slug) ?? slug];
    }),
  ),
});

/** With slugs in place of names, or a line for each name that nothing has. @param stands what the form began with, in slugs */
export function chosen(
  typed: Typed,
  choices: Choices,
  stands: Typed,
  words: FrontWords,
): { readonly typed: Typed; readonly problems: Problems } {
  const problems: Partial<Record<string, string>> = {};
  const slugs = FIELDS.map(([field, space]) => {
    const name = typed[field] ?? "";
    const known = [...choices[space]].find(([, one]) => plain(one) === plain(name))?.[0];
    const isOld = FIELDS.some(([other]) => stands[other] === name); // it stood, and is not there any more
    if (name !== "" && known === undefined && !isOld) problems[field] = words.unknown(name);
    return [field, known ?? (isOld ? name : "")];
  });
  return { typed: { ...typed, ...Object.fromEntries(slugs) }, problems };
}

/** As somebody may type it: in any case, with any spaces. */
const plain = (name: string): string =>
  name.normalize().toLowerCase().split(/\s+/).join(" ").trim();
