/** The draft that a contribution becomes: the file of the campaign folder, made of what was sent and what the desk typed. */
import { stringify } from "yaml";
import type { MediaFile } from "../../platform/media/media.ts";
import type { Typed } from "../../platform/sent/sort.ts";
import type { Contribution } from "./form.ts";
import { wordsIn } from "./words.ts";

export const ACCEPT_FIELDS = ["slug", "title", "summary", "category", "language"] as const;

type Suggested = Readonly<Record<(typeof ACCEPT_FIELDS)[number], string>>;

/** What the desk's form begins with. */
export function suggested(told: Contribution, id: string): Suggested {
  const words = wordsIn(told.lang ?? "en");
  const first = told.text.split("\n")[0]!.trim();
  const title = told.title ?? (first.slice(0, 80) || words.title);
  const letters = title.normalize("NFKD").toLowerCase();
  const slug = letters.replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "");
  return {
    slug: slug.length >= 3 ? slug.slice(0, 70) : `story-${id}`,
    title,
    summary: first.slice(0, 300) || title,
    category: words.accept.category,
    language: told.lang ?? "",
  };
}

export const filled = (typed: Typed): Partial<Suggested> =>
  Object.fromEntries(
    ACCEPT_FIELDS.flatMap((name) => ((typed[name] ?? "") === "" ? [] : [[name, typed[name]]])),
  );

/** A file that became media of the instance. */
export interface Kept {
  /** The upload that it was. */
  readonly upload: string;
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
    /** What it may show. */
    readonly media: readonly Kept[];
  },
  told: Contribution,
): string {
  const of = (what: string) => asked.media.filter((one) => one.what === what);
  const [cover, ...photos] = of("photo");
  const [film] = [...of("film"), ...of("voice")];
  const [sign] = of("sign");
  const alt = told.shows ?? asked.title;
  const credit = told.name !== undefined && { credit: told.name };
  const pictures = photos.map(({ name }, i) => ({
    name: `photo-${i + 2}`,
    file: name,
    alt,
    ...credit,
  }));
  const front = {
    title: asked.title,
    summary: asked.summary,
    language: asked.language === "" ? "en" : asked.language,
    category: asked.category,
    published: asked.day,
    ...(asked.people.length > 0 && { people: asked.people, authors: asked.people.slice(0, 1) }),
    ...(cover && { cover: { file: cover.name, alt, ...credit } }),
    ...(film && { film: { file: film.name, title: asked.title, ...credit } }),
    ...(pictures.length > 0 && { pictures }),
    ...(sign && { sign: { file: sign.name, ...signLanguage(told), ...credit } }),
  };
  const shown = pictures.map(({ name }) => `![](picture:${name})`);
  const markdown = [told.text, ...shown].filter((part) => part !== "").join("\n\n");
  return `---\n${stringify(front)}---\n${markdown}\n`;
}

/** Whoever signs all of it says in which language; beside a text the desk has to ask. No sign language has a tag of two letters. */
function signLanguage({ text, lang }: Contribution): { language?: string } {
  return text === "" && lang !== undefined && /^[a-z]{3}/.test(lang) ? { language: lang } : {};
}
