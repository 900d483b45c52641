/** The words and people of a photo as a form has them. */
import * as v from "valibot";
import { day } from "../../../platform/folder/fields.ts";
import type { PersonCard } from "../../people/api.ts";
import { folded } from "../../pictures/api.ts";
import type { Picture, PictureEdit } from "../../pictures/model.ts";
import type { PhotoWords } from "./words.ts";

export const MOST_PEOPLE = 20; // a group has more, and nobody in it is named
const MOST_TEXT = 2000; // characters
const MOST_LINE = 500;

type Typed = Readonly<Record<string, string>>;

export const detailFields = (languages: readonly string[]): string[] => [
  ...languages.map((one) => `alt_${one}`),
  ...Array.from({ length: MOST_PEOPLE }, (_, i) => `on${i + 1}`),
  "credit",
  "add",
  "until",
  "notes",
];

export function typedOf({ details, credit, notes }: Picture): Typed {
  const { texts = [], until = "", focus } = details;
  return {
    ...Object.fromEntries(texts.map(({ language, alt }) => [`alt_${language}`, alt])),
    credit,
    notes,
    until,
    add: "",
    x: focus ? String(focus.x) : "50",
    y: focus ? String(focus.y) : "50",
  };
}

/** What was typed as the desk keeps it, or what does not fit, by field. */
export function readDetails(
  { media, name, details }: Picture,
  typed: Typed,
  {
    people,
    languages,
    words,
  }: {
    /** Everybody here. */
    readonly people: ReadonlyMap<string, PersonCard>;
    readonly languages: readonly string[];
    readonly words: PhotoWords;
  },
): { readonly edit: PictureEdit } | { readonly problems: Readonly<Record<string, string>> } {
  const problems: Record<string, string> = {};
  const field = (one: string): string => typed[one] ?? "";
  for (const one of [...languages.map((lang) => `alt_${lang}`), "notes"])
    if (field(one).length > MOST_TEXT) problems[one] = words.tooLong(MOST_TEXT);
  if (field("credit").length > MOST_LINE) problems["credit"] = words.tooLong(MOST_LINE);
  if (field("until") !== "" && !v.is(day, field("until")))
    problems["until"] = words.badDay(field("until"));
  const chosen = Array.from({ length: MOST_PEOPLE }, (_, i) => field(`on${i + 1}`)).filter((one) =>
    people.has(one),
  );
  const added = personNamed(field("add"), people, words);
  if (typeof added === "object") problems["add"] = added.problem;
  if (Object.keys(problems).length > 0) return { problems };
  const on = [...new Set([...chosen, ...(typeof added === "string" ? [added] : [])])];
  const written = languages.flatMap((language) => {
    const alt = field(`alt_${language}`).replaceAll(/\s+/g, " ").trim();
    return alt === "" ? [] : [{ language, alt }];
  });
  // What another language says that the form does not ask for stays.
  const others = (details.texts ?? []).filter(({ language }) => !languages.includes(language));
  const texts = [...written, ...others];
  const [credit, notes, until] = [field("credit"), field("notes"), field("until")];
  const called = on.flatMap((one) => people.get(one)?.name ?? []);
  const edit = {
    media,
    credit,
    notes,
    details: {
      ...(details.focus && { focus: details.focus }),
      ...(on.length > 0 && { people: on }),
      ...(until !== "" && { until }),
      ...(texts.length > 0 && { texts }),
    },
    words: folded([name, credit, ...called, ...texts.map(({ alt }) => alt)].join(" ")),
  };
  return { edit };
}

function personNamed(
  typed: string,
  people: ReadonlyMap<string, PersonCard>,
  words: PhotoWords,
): string | { readonly problem: string } | undefined {
  if (typed === "") return undefined;
  const named = [...people].filter(([, { name }]) => folded(name) === folded(typed));
  if (named.length === 1) return named[0]![0];
  return { problem: named.length === 0 ? words.unknown(typed) : words.twice(typed) };
}
