/**
 * Pictures, film and sign film of a story, each with its fields, as its form has them; its file has them as YAML. What else the
 * file says of one is carried along. Rule W28.
 */
import { localeOf } from "../../platform/web/words.ts";
import { languageShown, languageTyped } from "../../platform/web/languages.ts";
import { numberIn } from "../../platform/web/typed-number.ts";
import { groupOf, type Typed } from "./typed.ts";

export const MOST_PICTURES = 50; // in the text of one story
const PICTURE_FIELDS = ["name", "file", "alt", "credit"] as const;
const FILM_FIELDS = ["link", "title", "host", "minutes", "credit"] as const;
const SIGN_FIELDS = ["language", "credit"] as const;
type FilmField = (typeof FILM_FIELDS)[number];
type SignField = (typeof SIGN_FIELDS)[number];

interface MediaRow<Field extends string> {
  readonly fields: Readonly<Partial<Record<Field, string>>>;
  /** What else the file says of it, as JSON, which the form carries along. */
  readonly rest: string;
}
export type PictureRow = MediaRow<(typeof PICTURE_FIELDS)[number]>;
/** With the name of its file, where it is one of ours. */
interface Recorded<Field extends string> extends MediaRow<Field> {
  readonly file?: string;
}

/** @returns undefined where the text is no list of pictures; then it is shown as it is */
export function pictureRows(typed: Typed): readonly PictureRow[] | undefined {
  if ((typed["pictures"] ?? "") === "") return [];
  const entries: unknown = groupOf("story", typed, "pictures");
  if (!Array.isArray(entries) || entries.length > MOST_PICTURES) return undefined;
  const rows = entries.map((one: unknown) => rowOf(one, PICTURE_FIELDS));
  return rows.every((row) => row?.fields.name !== undefined)
    ? rows.filter((row) => row !== undefined)
    : undefined;
}

/** @param lang of the desk, in which numbers are written */
export function filmRow(typed: Typed, lang: string): Recorded<FilmField> | undefined {
  if ((typed["film"] ?? "") === "") return { fields: {}, rest: "" };
  const film = groupOf("story", typed, "film");
  const minutes = film?.["minutes"];
  const shown = typeof minutes === "number" ? { minutes: numberText(minutes, lang) } : {};
  return recorded(film, shown, FILM_FIELDS);
}

export function signRow(typed: Typed, lang: string): Recorded<SignField> | undefined {
  if ((typed["sign"] ?? "") === "") return { fields: {}, rest: "" };
  const sign = groupOf("story", typed, "sign");
  const tag = sign?.["language"];
  const shown = typeof tag === "string" ? { language: languageShown(tag, lang) } : {};
  return recorded(sign, shown, SIGN_FIELDS);
}

function recorded<F extends string>(
  entry: Readonly<Record<string, unknown>> | undefined,
  shown: object,
  keys: readonly F[],
): Recorded<F> | undefined {
  const row = entry && rowOf({ ...entry, ...shown }, keys);
  const file = entry?.["file"];
  return row && { ...row, ...(typeof file === "string" && { file }) };
}

function rowOf<F extends string>(entry: unknown, keys: readonly F[]): MediaRow<F> | undefined {
  if (typeof entry !== "object" || entry === null || Array.isArray(entry)) return undefined;
  const fields: Partial<Record<F, string>> = {};
  const rest: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(entry)) {
    const own = keys.find((one) => one === key);
    if (own === undefined) rest[key] = value;
    else if (typeof value === "string") fields[own] = value;
    else return undefined;
  }
  return { fields, rest: Object.keys(rest).length > 0 ? JSON.stringify(rest) : "" };
}

const numberText = (value: number, lang: string): string =>
  new Intl.NumberFormat(localeOf(lang), {
    useGrouping: false,
    maximumFractionDigits: 20,
    numberingSystem: "latn",
  }).format(value);

/** How the names of their fields begin. */
export const MEDIA_ROWS: readonly string[] = ["cover.", "pictures.", "film.", "sign."];

/** What the form has, as the fields of the file: what was to be taken out is gone, of a picture its place in the text, too. */
export function mediaTyped(posted: Typed, lang: string): Typed {
  return {
    ...coverTyped(posted),
    ...picturesTyped(posted),
    film: filmTyped(posted, lang),
    sign: signTyped(posted, lang),
  };
}

function coverTyped(posted: Typed): Typed {
  if (posted["cover.out"] === "yes")
    return Object.fromEntries(
      ["file", "alt", "credit", "night", "formerly"].map((part) => [`cover_${part}`, ""]),
    );
  return posted["cover.nightOut"] === "yes" ? { cover_night: "" } : {};
}

function picturesTyped(posted: Typed): { readonly pictures: string; readonly markdown: string } {
  let markdown = posted["markdown"] ?? "";
  if (posted["pictures"]) return { pictures: posted["pictures"], markdown };
  const lines: string[] = [];
  for (let i = 0; i < MOST_PICTURES; i++) {
    const at = `pictures.${i}`;
    const fields = filledIn(posted, at, PICTURE_FIELDS);
    const { name, alt = "" } = fields;
    if (name === undefined) continue;
    if (posted[`${at}.out`] === "yes") {
      markdown = withoutPicture(markdown, name);
      continue;
    }
    lines.push(`- ${JSON.stringify({ ...fields, ...restIn(posted[`${at}.rest`]) })}`); // JSON is YAML
    if (posted[`${at}.put`] === "yes" && !standsIn(markdown, name))
      markdown = [markdown, lineOf(name, alt)].filter((part) => part !== "").join("\n\n");
  }
  return { pictures: lines.join("\n"), markdown };
}

/** The line by which a picture stands in the text. */
export const lineOf = (name: string, alt: string): string =>
  `![${alt.replaceAll(/[[\]\\]/g, "").replaceAll(/\s+/g, " ")}](picture:${name})`;

export const standsIn = (markdown: string, name: string): boolean =>
  markdown.includes(`](picture:${name})`);

/** A name is no more than letters, digits and hyphens; of another one nothing stands in the text. */
function withoutPicture(markdown: string, name: string): string {
  if (!/^[a-z0-9-]{1,80}$/.test(name) || !standsIn(markdown, name)) return markdown;
  // bounded: a picture's words end where another begins
  const places = new RegExp(`!\\[[^[\\]]*\\]\\(picture:${name}\\)`, "g");
  return markdown
    .replaceAll(places, "")
    .replaceAll(/\n{3,}/g, "\n\n")
    .trim();
}

function filmTyped(posted: Typed, lang: string): string {
  if (posted["film"]) return posted["film"];
  if (posted["film.out"] === "yes") return "";
  const { minutes, ...fields } = filledIn(posted, "film", FILM_FIELDS);
  const whole = {
    ...fields,
    ...(minutes !== undefined && { minutes: numberIn(minutes, lang) }),
    ...restIn(posted["film.rest"]),
  };
  return Object.keys(whole).length > 0 ? JSON.stringify(whole) : "";
}

function signTyped(posted: Typed, lang: string): string {
  if (posted["sign"]) return posted["sign"];
  const rest = restIn(posted["sign.rest"]);
  if (posted["sign.out"] === "yes" || Object.keys(rest).length === 0) return "";
  const { language, ...others } = filledIn(posted, "sign", SIGN_FIELDS);
  const tag = language === undefined ? undefined : (languageTyped(language, lang) ?? language);
  return JSON.stringify({ ...rest, ...others, ...(tag !== undefined && { language: tag }) });
}

function filledIn<F extends string>(
  posted: Typed,
  at: string,
  keys: readonly F[],
): Partial<Record<F, string>> {
  const fields: Partial<Record<F, string>> = {};
  for (const key of keys) {
    const value = posted[`${at}.${key}`] ?? "";
    if (value !== "") fields[key] = value;
  }
  return fields;
}

function restIn(text: string | undefined): object {
  try {
    const rest: unknown = JSON.parse(text || "{}");
    return typeof rest === "object" && rest !== null && !Array.isArray(rest) ? rest : {};
  } catch {
    return {}; // nothing that this form made
  }
}
