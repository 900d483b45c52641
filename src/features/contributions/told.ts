/** What the form asks, from what was typed: either all of it, or one line for each field that does not fit. Rule T1. */
import * as v from "valibot";
import { day, language, line } from "../../platform/folder/fields.ts";
import type { Problems, Typed } from "../../platform/sent/sort.ts";
import { MAX_PEOPLE, MAX_TEXT } from "./bounds.ts";
import { CHANNELS, METHODS, PURPOSES, type Asked, type Told } from "./form.ts";
import { en } from "./words/en.ts";

const MAX_LINE = 200;

/** @param has what files came, by what they are */
export function readTold(
  typed: Typed,
  has: ReadonlySet<string>,
  today: string,
): { about: Told; contact?: string } | { problems: Problems } {
  const problems: Record<string, string> = {};
  const at = (name: string) => typed[name] ?? "";
  const text = at("text");
  if (text === "" && !["voice", "film", "sign"].some((what) => has.has(what)))
    problems["text"] = en.problems.text;
  if (text.length > MAX_TEXT) problems["text"] = en.problems.long;
  else if (!isReadable(text)) problems["text"] = en.problems.marks;
  for (const name of ["title", "name", "place", "helperName", "contact"])
    if (at(name) !== "" && !isLine(at(name))) problems[name] = en.problems.line;
  for (const name of ["helperWords", "shows"])
    if (at(name).length > 2000 || !isReadable(at(name))) problems[name] = en.problems.marks;
  const lang = at("language") === "" ? undefined : languageOf(at("language"));
  if (at("language") !== "" && lang === undefined) problems["language"] = en.problems.language;
  const naming = (["own", "chosen", "none"] as const).find((one) => one === at("naming"));
  if (!naming) problems["naming"] = en.problems.choose;
  if ((naming === "own" || naming === "chosen") && at("name") === "")
    problems["name"] = en.problems.line;
  const isHelped = at("teller") === "helper";
  if (!isHelped && at("teller") !== "self") problems["teller"] = en.problems.choose;
  const how = METHODS.find((one) => one === at("helperHow"));
  if (isHelped) {
    if (at("helperName") === "") problems["helperName"] = en.problems.helperName;
    if (!how) problems["helperHow"] = en.problems.choose;
    if (how === "text" && at("helperWords") === "")
      problems["helperWords"] = en.problems.helperWords;
    if (how && how !== "text" && !has.has("proof")) problems["proof"] = en.problems.proof;
  }
  const people = Array.from({ length: MAX_PEOPLE }, (_, n) =>
    readAsked(n, at, problems, { today, lang }),
  );
  if (Object.keys(problems).length > 0) return { problems };
  return {
    about: {
      for: "story",
      ...(at("title") !== "" && { title: at("title") }),
      text,
      ...(lang !== undefined && { lang }),
      naming: naming!,
      ...(naming !== "none" && { name: at("name") }),
      ...(at("place") !== "" && { place: at("place") }),
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

/** One person's consent; undefined where nothing was said of that person. */
function readAsked(
  n: number,
  at: (name: string) => string,
  problems: Record<string, string>,
  { today, lang }: { readonly today: string; readonly lang: string | undefined },
): Asked | undefined {
  const of = (name: string) => at(`p${n}-${name}`);
  const purposes = PURPOSES.filter((one) => of(one) === "yes");
  const channels = CHANNELS.filter((one) => of(one) === "yes");
  const wants = [of("name"), of("guardian"), of("asked"), of("how"), of("child")];
  if (purposes.length === 0 && wants.every((one) => one === "")) return undefined;
  const say = (name: string, words: string) => (problems[`p${n}-${name}`] = words);
  if (purposes.length === 0 || channels.length === 0) say("purposes", en.problems.purposes);
  if (!isLine(of("name"))) say("name", en.problems.personName);
  if (of("child") === "yes" && !isLine(of("guardian"))) say("guardian", en.problems.guardian);
  if (!isLine(of("asked"))) say("asked", en.problems.asked);
  const how = METHODS.find((one) => one === of("how"));
  if (!how) say("how", en.problems.choose);
  const tags = of("languages")
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(languageOf);
  if (tags.includes(undefined)) say("languages", en.problems.languages);
  if (!v.is(day, of("until")) || of("until") < today) say("until", en.problems.until);
  if (!how) return undefined;
  return {
    n,
    name: of("name"),
    ...(of("child") === "yes" && { guardian: of("guardian") }),
    purposes,
    channels,
    languages: [
      ...new Set([
        ...(tags as string[]),
        ...(tags.length === 0 && lang !== undefined ? [lang] : []),
      ]),
    ],
    until: of("until"),
    asked: of("asked"),
    how,
  };
}

const isLine = (text: string): boolean =>
  text.length <= MAX_LINE && v.is(line, text) && isReadable(text);

const MARKS = 6; // on one letter; no script that is written stacks more

/** Letters that carry a pile of marks freeze the browser of whoever reads them. */
function isReadable(text: string): boolean {
  return (
    text.isWellFormed() &&
    !/(?![\t\n])\p{Cc}/u.test(text) &&
    !new RegExp(`\\p{M}{${MARKS + 1}}`, "u").test(text)
  );
}

/** A tag, or the English name of a language that has a short form of two letters. */
function languageOf(typed: string): string | undefined {
  names ??= knownLanguages();
  const known = names.get(typed.toLowerCase());
  if (known !== undefined) return known;
  const tag = typed.replace("_", "-");
  return [tag, tag.toLowerCase()].find((one) => v.is(language, one));
}
let names: ReadonlyMap<string, string> | undefined; // worked out when the first one is typed

function knownLanguages(): Map<string, string> {
  const english = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
  const letters = "abcdefghijklmnopqrstuvwxyz".split("");
  return new Map(
    letters
      .flatMap((a) => letters.map((b) => a + b))
      .flatMap((tag) => {
        const name = english.of(tag);
        return name === undefined ? [] : [[name.toLowerCase(), tag] as const];
      }),
  );
}
