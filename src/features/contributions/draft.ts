/** The draft that a contribution becomes: the file of the campaign folder, made of what was sent and what the desk typed. */
import { stringify } from "yaml";
import type { MediaFile } from "../../platform/media/media.ts";
import type { Typed } from "../../platform/sent/sort.ts";
import type { Told } from "./form.ts";
import { en } from "./words/en.ts";

export const ACCEPT_FIELDS = ["slug", "title", "summary", "category", "language"] as const;

type Suggested = Readonly<Record<(typeof ACCEPT_FIELDS)[number], string>>;

/** What the desk's form begins with. */
export function suggested(told: Told, id: string): Suggested {
  const first = told.text.split("\n")[0]!.trim();
  const title = told.title ?? (first.slice(0, 80) || en.title);
  const letters = title.normalize("NFKD").toLowerCase();
  const slug = letters.replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-+|-+$/g, "");
  return {
    slug: slug.length >= 3 ? slug.slice(0, 70) : `story-${id}`,
    title,
    summary: first.slice(0, 300) || title,
    category: en.accept.category,
    language: told.lang ?? "",
  };
}

export const filled = (typed: Typed): Partial<Suggested> =>
  Object.fromEntries(
    ACCEPT_FIELDS.flatMap((name) => ((typed[name] ?? "") === "" ? [] : [[name, typed[name]]])),
  );

/** A file that became media of the instance. */
export interface Kept {
  readonly what: string;
  /** As the draft's text names it. */
  readonly name: string;
  readonly file: MediaFile;
}

/** The file of the campaign folder that it is to become. */
export function fileOf(
  asked: Suggested & {
    readonly day: string;
    readonly people: readonly string[];
    readonly media: readonly Kept[];
  },
  told: Told,
): string {
  const of = (what: string) => asked.media.find((one) => one.what === what)?.name;
  const [cover, film] = [of("photo"), of("film") ?? of("sign") ?? of("voice")];
  const front = {
    title: asked.title,
    summary: asked.summary,
    language: asked.language === "" ? "en" : asked.language,
    category: asked.category,
    published: asked.day,
    people: asked.people,
    authors: asked.people.slice(0, 1),
    ...(cover !== undefined && { cover: { file: cover, alt: told.shows ?? asked.title } }),
    ...(film !== undefined && { film: { file: film, title: asked.title } }),
  };
  return `---\n${stringify(front)}---\n${told.text}\n`;
}
