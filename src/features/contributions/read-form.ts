/** What the form asks, from what was typed: either all of it, or one line for each field that does not fit. Rule T1. */
import * as v from "valibot";
import { day, language, line, slug } from "../../platform/folder/fields.ts";
import type { Problems, Typed } from "../../platform/sent/sort.ts";
import { languagesTyped, languageTyped } from "../../platform/web/languages.ts";
import { isProof, MAX_PEOPLE, MAX_TEXT } from "./bounds.ts";
import { CHANNELS, METHODS, PURPOSES, type Asked, type Sent, type Contribution } from "./form.ts";
import type { TellWords } from "./words.ts";

const MAX_LINE = 200;
/** Fields of more than a line; each is looked at wherever something stands in it. */
const LONG = /^(?:text|shows|helperWords|p\d-words)$/;

/** A file that came, in the order in which they were chosen. */
type Came = Pick<Sent, "id" | "what">;

export function readContribution(
  typed: Typed,
  files: readonly Came[],
  today: string,
  words: TellWords,
): { about: Contribution; contact?: string } | { problems: Problems } {
  const problems: Record<string, string> = {};
  const has = new Set<string>(files.map(({ what }) => what));
  const at = (name: string) => typed[name] ?? "";
  const text = at("text");
  const { book } = bookIn(typed);
  if (book !== undefined && !has.has("sign")) problems["sign"] = words.signing.film;
  if (book !== undefined && at("stated") !== "yes") problems["stated"] = words.signing.only;
  if (book === undefined && text === "" && !["voice", "film", "sign"].some((what) => has.has(what)))
    problems["text"] = words.problems.text;
  if (text.length > MAX_TEXT) problems["text"] = words.problems.long;
  else if (!isReadable(text)) problems["text"] = words.problems.marks;
  for (const name of ["title", "name", "place", "helperName", "contact"])
    if (at(name) !== "" && !isLine(at(name))) problems[name] = words.problems.line;
  for (const name of ["helperWords", "shows"])
    if (at(name).length > 2000 || !isReadable(at(name))) problems[name] = words.problems.marks;
  const lang = at("language") === "" ? undefined : languageTyped(at("language"), words.lang);
  if (at("language") !== "" && lang === undefined) problems["language"] = words.problems.language;
  if (book !== undefined && at("language") === "") problems["language"] = words.signing.which;
  const naming = (["own", "chosen", "none"] as const).find((one) => one === at("naming"));
  if (!naming) problems["naming"] = words.problems.choose;
  if ((naming === "own" || naming === "chosen") && at("name") === "")
    problems["name"] = words.problems.line;
  const isHelped = isHelpedBy(at) || has.has("proof");
  const how = METHODS.find((one) => one === at("helperHow"));
  if (isHelped) {
    if (at("helperName") === "") problems["helperName"] = words.problems.helperName;
    if (!how) problems["helperHow"] = words.problems.choose;
    if (how === "text" && at("helperWords") === "")
      problems["helperWords"] = words.problems.helperWords;
    if (how && how !== "text" && !has.has("proof")) problems["proof"] = words.problems.proof;
  }
  const people = Array.from({ length: MAX_PEOPLE }, (_, n) =>
    readAsked(n, n === 0 ? ofFirst(at, isHelped) : at, problems, {
      today,
      lang: book === undefined ? lang : undefined, // of a signing the book's, which the desk knows
      files,
      isTeller: n === 0 && !isHelped,
      words,
    }),
  );
  if (book !== undefined && !people.some((one) => one?.purposes.includes("film")))
    problems["p0-purposes"] ??= words.signing.agree;
  // Nothing else looks at a tick that is none, nor at a day of which nobody is.
  for (const [name, value] of Object.entries(typed))
    if (value.length > MAX_LINE && !LONG.test(name)) problems[name] ??= words.problems.line;
  if (Object.keys(problems).length > 0) return { problems };
  return {
    about: {
      for: book === undefined ? "story" : "signing",
      ...(book !== undefined && { book }),
      ...(at("title") !== "" && { title: at("title") }),
      text,
      ...(lang !== undefined && { lang }),
      naming: naming!,
      ...(naming !== "none" && { name: at("name") }),
      ...(at("place") !== "" && { place: at("place") }),
      ...(v.is(slug, at("programme")) && { programme: at("programme") }),
      ...(isHelped && {
        helper: {
          name: at("helperName"),
          how: how!,
          ...(at("helperWords") !== "" && { words: at("helperWords") }),
        },
      }),
      ...(at("shows") !== "" && { shows: at("shows") }),
      people: people.filter((one) => one !== undefined),
      files: [],
    },
    ...(at("contact") !== "" && { contact: at("contact") }),
  };
}

/** Of a film that signs a book, the address of that book. */
export function bookIn({ book }: Readonly<Partial<Typed>>): { readonly book?: string } {
  return book !== undefined && v.is(slug, book) ? { book } : {};
}

/** Whether somebody else writes it down. */
export const isHelpedBy = (at: (name: string) => string): boolean =>
  ["helperName", "helperHow", "helperWords"].some((name) => at(name) !== "");

/**
 * Of the person whose story it is, what was said on the step before is not asked again, once anything was agreed to: the name, and who
 * asked how. Whoever tells it alone asked nobody else; for a child a guardian says all of it.
 */
function ofFirst(at: (name: string) => string, isHelped: boolean): (name: string) => string {
  const isAgreed = [...PURPOSES, ...CHANNELS].some((one) => at(`p0-${one}`) === "yes");
  if (!isAgreed || at("p0-child") === "yes") return at;
  const name = at("p0-name") || (at("naming") === "none" ? "" : at("name"));
  const known: Readonly<Record<string, string>> = isHelped
    ? { name, asked: at("helperName"), how: at("helperHow"), words: at("helperWords") }
    : { name, asked: name, how: "text" };
  return (field) => at(field) || (known[field.slice("p0-".length)] ?? "");
}

interface Asking {
  readonly today: string;
  readonly lang: string | undefined;
  readonly files: readonly Came[];
  /** Whoever sends it agrees by sending it, and needs no words for that. */
  readonly isTeller: boolean;
  readonly words: TellWords;
}

/** One person's consent; undefined where nothing was said of that person, or what was does not fit. */
export function readAsked(
  n: number,
  at: (name: string) => string,
  problems: Record<string, string>,
  { today, lang, files, isTeller, words }: Asking,
): Asked | undefined {
  const of = (name: string) => at(`p${n}-${name}`);
  const purposes = PURPOSES.filter((one) => of(one) === "yes");
  const channels = CHANNELS.filter((one) => of(one) === "yes");
  const seen = filesIn(files, (one) => of(`in-${one}`) === "yes");
  const brought = files.find(({ what }) => what === `p${n}-proof`);
  const proof = brought ?? (n === 0 ? files.find(({ what }) => what === "proof") : undefined);
  const wants = [of("name"), of("guardian"), of("asked"), of("how"), of("child"), of("words")];
  if (seen.length > 0 || brought || channels.length > 0 || of("languages") !== "")
    wants.push("said");
  if (purposes.length === 0 && wants.every((one) => one === "")) return undefined;
  const say = (name: string, why: string) => (problems[`p${n}-${name}`] = why);
  if (purposes.length === 0) say("purposes", words.problems.purposes);
  if (channels.length === 0) say("channels", words.problems.purposes);
  if (!isLine(of("name"))) say("name", words.problems.personName);
  if (of("child") === "yes" && !isLine(of("guardian"))) say("guardian", words.problems.guardian);
  if (!isLine(of("asked"))) say("asked", words.problems.asked);
  const how = METHODS.find((one) => one === of("how"));
  if (!how) say("how", words.problems.choose);
  if (how && how !== "text" && !proof) say("proof", words.problems.proof);
  const own = of("words");
  if (how === "text" && own === "" && !isTeller) say("words", words.problems.helperWords);
  if (own.length > 2000 || !isReadable(own)) say("words", words.problems.marks);
  if (purposes.some((one) => one !== "story") && files.some(({ what }) => !isProof(what)))
    if (seen.length === 0) say("ins", words.problems.files);
  const tags = languagesTyped(of("languages"), words.lang);
  if (!tags.every((one) => v.is(language, one))) say("languages", words.problems.languages);
  if (!v.is(day, of("until")) || of("until") < today) say("until", words.problems.until);
  if (!how) return undefined;
  return {
    n,
    name: of("name"),
    ...(of("child") === "yes" && { guardian: of("guardian") }),
    purposes,
    channels,
    languages: [...new Set([...tags, ...(tags.length === 0 && lang !== undefined ? [lang] : [])])],
    ...(of("unmachined") === "yes" && { machine: "no" as const }),
    until: of("until"),
    asked: of("asked"),
    how,
    ...(own !== "" && { words: own }),
    ...(proof && { proof: proof.id }),
    files: seen,
  };
}

/** The ids of the files that are ticked, a photo by its number. */
function filesIn(files: readonly Came[], isIn: (one: string) => boolean): string[] {
  let n = 0;
  return files.flatMap(({ id, what }) => {
    if (isProof(what)) return [];
    const isTicked = what === "photo" ? isIn("photos") || isIn(`photo${++n}`) : isIn(what);
    return isTicked ? [id] : [];
  });
}

export const isLine = (text: string): boolean =>
  text.length <= MAX_LINE && v.is(line, text) && isReadable(text);

const MARKS = 6; // on one letter; no script that is written stacks more

/** Letters that carry a pile of marks freeze the browser of whoever reads them. */
function isReadable(text: string): boolean {
  return (
    text.isWellFormed() &&
    !/(?![\t\n])\p{Cc}/u.test(text) &&
    // bounded: a run of marks, of which a few are too many
    !new RegExp(`\\p{M}{${MARKS + 1}}`, "u").test(text)
  );
}
