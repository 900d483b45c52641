/** Consents that lapse soon: the desk hears of each 30 days before its last day, and 7 days before. Rule W29. */
import { daysAfter } from "../../engines/calendar/day.ts";
import type { Account } from "../../platform/accounts/account.ts";
import { slugsOf } from "../../platform/addresses/addresses.ts";
import { namesOf } from "../../platform/addresses/called.ts";
import type { Serving, Waiting } from "../../platform/feature.ts";
import { lapses, peopleBySubject, peopleCover } from "../people/api.ts";
import { storiesNaming } from "../stories/api.ts";
import { mayPublish, todayAt } from "./draft-context.ts";
import { wordsIn, type WritingWords } from "./words.ts";

const EARLY = 30; // days
const LATE = 7;

export interface Lapsing {
  readonly person: string;
  readonly slug: string;
  readonly name: string;
  /** The last day of the consent. */
  readonly until: string;
  /** The stories that name the person. */
  readonly stories: readonly { readonly slug: string; readonly title: string }[];
}

/** The first to lapse first, for those who may publish. */
export async function lapsing(
  serving: Pick<Serving, "instance" | "now" | "clock">,
  account: Account,
): Promise<readonly Lapsing[]> {
  if (!mayPublish(account)) return [];
  const today = todayAt(serving);
  return serving.instance.snapshot(async (db) => {
    const ends = [...(await peopleCover(db))].flatMap(([person, consenting]) => {
      const until = lapses(consenting, today, EARLY);
      return until === undefined ? [] : [{ person, until }];
    });
    const people = await peopleBySubject(
      db,
      ends.map(({ person }) => person),
    );
    const all: Lapsing[] = [];
    for (const { person, until } of ends) {
      const card = people.get(person);
      if (!card) continue; // withdrawn
      const naming = [...(await storiesNaming(db, "person", person))];
      const titles = await namesOf(db, naming);
      const stories = [...(await slugsOf(db, naming))].map(([subject, slug]) => ({
        slug,
        title: titles.get(subject)?.name ?? slug,
      }));
      all.push({ person, slug: card.slug, name: card.name, until, stories });
    }
    return all.toSorted((a, b) => (a.until < b.until ? -1 : 1));
  });
}

export const consentsLapse = async (
  serving: Serving,
  account: Account,
  lang: string,
): Promise<readonly Waiting[]> =>
  lapsingWaits(await lapsing(serving, account), todayAt(serving), wordsIn(lang));

/** Pure: each is one thing until a week before its last day, and another from then on. */
export function lapsingWaits(
  all: readonly Pick<Lapsing, "person" | "until">[],
  today: string,
  { lapsingEarly, lapsingLate }: Pick<WritingWords, "lapsingEarly" | "lapsingLate">,
): readonly Waiting[] {
  const week = daysAfter(today, LATE);
  const those = (days: number, words: string, of: typeof all): Waiting[] =>
    of.length === 0
      ? []
      : [
          {
            words,
            count: of.length,
            path: "/desk/stories#lapsing",
            each: of.map(({ person, until }) => `lapses ${days} ${person} ${until}`),
          },
        ];
  return [
    ...those(
      LATE,
      lapsingLate,
      all.filter(({ until }) => until <= week),
    ),
    ...those(
      EARLY,
      lapsingEarly,
      all.filter(({ until }) => until > week),
    ),
  ];
}
