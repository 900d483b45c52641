/** What a package says of itself: its language, its licence, who made it, where it lies. */
import { languageTag, licenceOf, oneLine } from "../books/arriving.ts";
import { ArrivalError, isSite } from "../site.ts";
import { plainly } from "./html.ts";
import { fieldsOf, listOf, textOf, type Fields } from "./package.ts";

export interface About {
  readonly title: string;
  readonly summary: string;
  readonly language: string;
  readonly licence: { readonly name: string; readonly url?: string };
  readonly authors: readonly string[];
  readonly source?: string;
  /** What its makers say of it, which has no place of its own in a course. */
  readonly said: readonly string[];
}

/** What the person who brings it says in its place. */
export interface Said {
  readonly language?: string;
  readonly licence?: string;
}

const CODES = new Map(
  Object.entries({
    "CC PDM": "https://creativecommons.org/publicdomain/mark/1.0/",
    "CC0 1.0": "CC0",
    PD: "Public Domain",
    "ODC PDDL": "ODC Public Domain Dedication and Licence 1.0",
    "GNU GPL": "GNU General Public License",
  }),
);

/** @throws ArrivalError where it says no licence or no language, and nobody else does */
export function aboutOf(about: Fields, said: Said): About {
  const title = plainly(about["title"]).slice(0, 300).trim();
  const authors = authorsOf(about);
  const source = oneLine(textOf(about["source"]));
  return {
    title: title === "" ? "Course" : title,
    summary: plainly(about["metaDescription"]).slice(0, 2000).trim(),
    language: languageOf(about, said.language),
    licence: credited(licenceIn(about, said.licence), authors),
    authors,
    ...(isSite(source) && source.length <= 2000 && { source }),
    said: [
      ["where it comes from", isSite(source) ? "" : plainly(source)],
      ["more about its licence", plainly(about["licenseExtras"])],
      ["what its makers say", plainly(about["authorComments"])],
      ["what was changed", listOf(about["changes"]).map(changeOf).join("; ")],
    ].flatMap(([what, words]) => (words === "" ? [] : [`${what}: ${words!.slice(0, 1000)}`])),
  };
}

const changeOf = (one: unknown): string => {
  const { date, author, log } = fieldsOf(one);
  return plainly([date, author, log].map(textOf).join(" "));
};

function languageOf(about: Fields, said: string | undefined): string {
  for (const one of [said, textOf(about["defaultLanguage"]), textOf(about["language"])]) {
    const tag = one === undefined || /^(?:und|zxx|)$/.test(one) ? undefined : languageTag(one);
    if (tag !== undefined) return tag;
  }
  throw new ArrivalError(
    "unknown-form",
    "Expected the language that it is in; the package does not say it. Say it: --language en",
  );
}

const MOST_AUTHORS = 10; // on the line of the licence, which stands under each lesson

function authorsOf(about: Fields): readonly string[] {
  const names = listOf(about["authors"]).flatMap((one) => {
    const name = plainly(fieldsOf(one)["name"]).slice(0, 60).trim();
    return name === "" ? [] : [name];
  });
  return [...new Set(names)];
}

/** The licence of a package or of a part; undefined where it says none. */
export function licenceSaid({ license, licenseVersion }: Fields) {
  const code = oneLine(textOf(license));
  const version = oneLine(textOf(licenseVersion));
  if (/^(?:U|C|)$/.test(code)) return undefined; // undisclosed; all rights reserved
  return licenceOf(CODES.get(code) ?? `${code} ${/^\d\.\d/.exec(version)?.[0] ?? ""}`.trim());
}

function licenceIn(about: Fields, said: string | undefined) {
  const licence = said === undefined ? licenceSaid(about) : licenceOf(said);
  if (licence) return licence;
  throw new ArrivalError(
    "unknown-form",
    said === undefined
      ? "Expected a licence that lets others use it; the package says none, or keeps all rights. Where its makers gave you one, say it: --licence 'CC BY 4.0'"
      : `Expected a licence such as CC BY 4.0 after --licence, found ${JSON.stringify(said.slice(0, 80))}.`,
  );
}

/** Who made it stands with the licence, under each lesson. */
function credited(licence: About["licence"], authors: readonly string[]): About["licence"] {
  if (authors.length === 0) return licence;
  const more = authors.length > MOST_AUTHORS ? ", …" : "";
  return {
    ...licence,
    name: `${licence.name} (${authors.slice(0, MOST_AUTHORS).join(", ")}${more})`.slice(0, 500),
  };
}
