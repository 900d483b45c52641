/** A Ghost export (JSON), in the least form that Ghost itself takes: each post by itself, whatever is wrong with another. */
import { dayAt } from "../../engines/calendar/day.ts";
import { ArrivalError, type EarlierSite, type LeftOut, type Post } from "../site.ts";
import type { Notes } from "../shortcodes.ts";
import { fromMarkdown, textIn } from "./cards.ts";
import { fromLexical } from "./lexical.ts";
import { fromMobiledoc } from "./mobiledoc.ts";

type Row = Readonly<Record<string, unknown>>;
/** The lists of an export, by their names; what is no row of a list is left out. */
type Data = (name: string) => readonly Row[];

const rowIn = (value: unknown): Row | undefined =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Row) : undefined;

const rowsIn = (list: unknown): readonly Row[] =>
  (Array.isArray(list) ? list : []).flatMap((one): Row[] => {
    const row = rowIn(one);
    return row ? [row] : [];
  });

/** @throws ArrivalError where the text is no Ghost export */
export function readGhost(json: string): EarlierSite {
  let read: unknown;
  try {
    read = JSON.parse(json);
  } catch {
    throw new ArrivalError("unreadable", "Expected JSON of a Ghost export, found a damaged file.");
  }
  const found = holding(read);
  if (!found)
    throw new ArrivalError("unknown-form", "Expected a Ghost export with posts, found other JSON.");
  const lists = new Map<string, readonly Row[]>();
  const data: Data = (name) => lists.get(name) ?? lists.set(name, rowsIn(found[name])).get(name)!;
  const leftOut: LeftOut[] = [];
  const posts = (found["posts"] as readonly unknown[]).flatMap((one, i) => {
    const row = rowIn(one);
    const what = row ? nameOf(row) : `entry ${i + 1} of its posts`;
    const post = row ? postOf(row, data) : "expected a post with a title and a text, found none";
    if (typeof post !== "string") return [post];
    leftOut.push({ what, why: post });
    return [];
  });
  const setting = (key: string) =>
    textIn(data("settings").find((one) => one["key"] === key)?.["value"]);
  const language = setting("locale") || setting("lang");
  return {
    title: setting("title"),
    about: setting("description"),
    ...(language !== "" && { language }),
    files: new Map(),
    groups: data("tags")
      .filter(({ name }) => textIn(name) !== "")
      .map(({ name, slug, description }) => ({
        name: textIn(name),
        ...(textIn(description) !== "" && { about: textIn(description) }),
        ...(textIn(slug) !== "" && { address: `/tag/${textIn(slug)}` }),
      })),
    leftOut,
    posts,
  };
}

/** An export wraps its lists in `db`, in `data`, in both, or in nothing. */
function holding(read: unknown, deep = 0): Row | undefined {
  const row = Array.isArray(read) ? rowIn(read[0]) : rowIn(read);
  if (!row || deep > 3) return undefined;
  if (Array.isArray(row["posts"])) return row;
  return holding(row["db"] ?? row["data"], deep + 1);
}

const SHOWN = new Set(["published", "scheduled", "sent"]);

/** Why not everybody could read it; one that says nothing of its state was never published. */
function hidden(row: Row, isPage: boolean): string | undefined {
  const [status, visibility] = [textIn(row["status"]) || "draft", textIn(row["visibility"])];
  if (!SHOWN.has(status)) return `its state there is ${status}`;
  if (status === "sent") return "it went out by mail alone";
  if (status === "scheduled" && isPage)
    return "it waits there for its day, and pages have none here";
  return ["", "public"].includes(visibility) ? undefined : `only ${visibility} could read it there`;
}

/** @returns why it is left out, where it is */
function postOf(row: Row, data: Data): Post | string {
  const status = textIn(row["status"]) || "draft";
  if (!SHOWN.has(status) && status !== "draft") return `its state there is ${status}`;
  const notes: Notes = new Set();
  let html: string;
  try {
    html = htmlOf(row, notes);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return error.message;
  }
  if (html.trim() === "") return "it has no text there";
  const text = (name: string) => textIn(row[name]);
  const isPage = text("type") === "page" || Boolean(row["page"]);
  const meta = data("posts_meta").find((one) => isOf(one, "post_id", row)) ?? row;
  const published = dayIn(row["published_at"] ?? row["created_at"]);
  const updated = dayIn(row["updated_at"]);
  const draft = hidden(row, isPage);
  const cover = text("feature_image");
  return {
    ...(text("id") !== "" && { id: text("id") }),
    name: nameOf(row),
    title: text("title"),
    html,
    isPlain: false,
    summary: text("custom_excerpt") || textIn(meta["custom_excerpt"]),
    published,
    ...(updated > published && { updated }),
    authors: authorsOf(row, data),
    groups: namedBy(row, data, "tags", "tag_id").filter((name) => !name.startsWith("#")), // tags of its own, never shown
    tags: [],
    slug: text("slug"),
    isPage,
    ...(draft !== undefined && { draft }),
    enclosures: [],
    addresses: text("slug") === "" ? [] : [`/${text("slug")}`],
    ...(cover !== "" && {
      cover: {
        url: cover,
        alt: textIn(meta["feature_image_alt"]),
        caption: textIn(meta["feature_image_caption"]),
      },
    }),
    comments: [],
    ...(notes.size > 0 && { notes: [...notes] }),
  };
}

/** As Ghost rendered it, or as its editors keep it; the first of these that holds anything. @throws RangeError */
function htmlOf(row: Row, notes: Notes): string {
  const text = (name: string) =>
    typeof row[name] === "object" && row[name] !== null
      ? JSON.stringify(row[name])
      : textIn(row[name]);
  if (text("html").trim() !== "") return text("html");
  if (text("lexical") !== "") return fromLexical(text("lexical"), notes);
  if (text("mobiledoc") !== "") return fromMobiledoc(text("mobiledoc"), notes);
  return fromMarkdown(text("markdown") || text("plaintext"));
}

const isOf = (row: Row, name: string, { id }: Row): boolean =>
  textIn(id) !== "" && textIn(row[name]) === textIn(id);

/** Names of its tags or authors, in their order: by the lists beside the posts, or as the post itself has them. */
function namedBy(row: Row, data: Data, list: "tags" | "users", key: string): string[] {
  const own = list === "tags" ? row["tags"] : row["authors"];
  const within = (Array.isArray(own) ? own : []).map((one) => textIn(rowIn(one)?.["name"] ?? one));
  const order = ({ sort_order: at }: Row) => Number(at) || 0;
  const beside = data(list === "tags" ? "posts_tags" : "posts_authors")
    .filter((one) => isOf(one, "post_id", row))
    .toSorted((a, b) => order(a) - order(b))
    .map((one) => textIn(data(list).find((other) => isOf(one, key, other))?.["name"]));
  return [...new Set([...beside, ...within])].filter((name) => name !== "");
}

/** A user without a number is the owner, who is meant by each number that nobody has. */
function authorsOf(row: Row, data: Data): string[] {
  const named = namedBy(row, data, "users", "author_id");
  if (named.length > 0) return named;
  const users = data("users");
  const one =
    users.find((user) => isOf(row, "author_id", user)) ?? users.find(({ id }) => textIn(id) === "");
  const name = textIn(one?.["name"]);
  return name === "" ? [] : [name];
}

const LAST = 8.64e15; // ms: no moment is later
/** The UTC day of a moment, in ms or as text; empty where it is none. */
function dayIn(at: unknown): string {
  if (typeof at === "number") return Math.abs(at) < LAST ? dayAt(at) : "";
  return textIn(at).slice(0, 10);
}

const nameOf = (row: Row): string =>
  `${textIn(row["type"]) || "post"} ${textIn(row["id"])} “${textIn(row["title"]) || "without a title"}”`.replace(
    "  ",
    " ",
  );
