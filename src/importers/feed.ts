/** A feed, RSS 2.0, RSS 1.0 or Atom: as much of each entry as it holds. */
import { dayAt } from "../engines/calendar/day.ts";
import { isSite, type EarlierSite, type Post } from "./site.ts";
import { all, TEXT, textOf, type Tree } from "./xml.ts";

export async function readFeed(things: AsyncIterable<Tree>): Promise<EarlierSite> {
  const posts: Post[] = [];
  const groups = new Set<string>();
  let [title, about, base, language] = ["", "", "", ""];
  for await (const thing of things) {
    if (thing.name === "item" || thing.name === "entry") {
      const post = thing.name === "item" ? rssPost(thing) : atomPost(thing);
      post.groups.forEach((name) => groups.add(name));
      posts.push(post);
    } else if (thing.name === "feed") language = thing.attributes["xml:lang"] ?? "";
    else if (thing.name === "title") title = thing.text.trim();
    else if (thing.name === "description" || thing.name === "subtitle") about = thing.text.trim();
    else if (thing.name === "language") language = thing.text.trim();
    else if (thing.name === "link" && isPageLink(thing))
      base ||= thing.attributes["href"] ?? thing.text.trim();
  }
  return {
    title,
    about,
    ...(isSite(base) && { base }),
    ...(language !== "" && { language }),
    groups: [...groups].map((name) => ({ name })),
    files: new Map(),
    posts,
    leftOut: [
      {
        what: "Everything older than this feed",
        why: "a feed holds the newest entries only; comments are not in it",
      },
    ],
  };
}

const isPageLink = ({ attributes }: Tree): boolean =>
  (attributes["rel"] ?? "alternate") === "alternate";

function rssPost(item: Tree): Post {
  const link = textOf(item, "link");
  const html = textOf(item, "content:encoded") || textOf(item, "description");
  const isShort = textOf(item, "content:encoded") !== "";
  const guid = textOf(item, "guid");
  return {
    ...common(item, [link, ...(/^https?:/.test(guid) ? [guid] : [])]),
    html,
    enclosures: all(item, "enclosure").flatMap(({ attributes }) => attributes["url"] ?? []),
    summary: isShort ? textOf(item, "description") : "",
    published: dayOf(textOf(item, "pubDate") || textOf(item, "dc:date")),
    authors: all(item, "dc:creator").map(({ text }) => text.trim()),
    groups: all(item, "category").map(({ text }) => text.trim()),
  };
}

function atomPost(entry: Tree): Post {
  const link = all(entry, "link").find(isPageLink)?.attributes["href"] ?? "";
  const content = all(entry, "content")[0];
  const summary = all(entry, "summary")[0];
  const published = dayOf(textOf(entry, "published") || textOf(entry, "updated"));
  const updated = dayOf(textOf(entry, "updated"));
  return {
    ...common(entry, [link]),
    html: htmlOf(content) || htmlOf(summary),
    enclosures: all(entry, "link")
      .filter(({ attributes }) => attributes["rel"] === "enclosure")
      .flatMap(({ attributes }) => attributes["href"] ?? []),
    summary: content ? htmlOf(summary) : "",
    published,
    ...(updated > published && { updated }),
    authors: all(entry, "author").map((author) => textOf(author, "name")),
    groups: all(entry, "category").map(
      ({ attributes }) => attributes["label"] ?? attributes["term"] ?? "",
    ),
  };
}

function common(entry: Tree, addresses: readonly string[]) {
  const title = textOf(entry, "title");
  const known = addresses.filter((address) => address !== "");
  return {
    name: `“${title || known[0] || "without a title"}”`,
    title,
    isPlain: false,
    isPage: false,
    tags: [],
    slug: lastPart(known[0] ?? ""),
    addresses: known,
    comments: [],
  };
}

/** Atom's text: HTML as text, plain text, or XHTML as elements. */
function htmlOf(text: Tree | undefined): string {
  if (!text) return "";
  const type = text.attributes["type"] ?? "text";
  if (type === "xhtml") return written(text);
  return type === "html" ? text.text : escaped(text.text);
}

/** Elements again as HTML. */
const written = ({ children }: Tree): string =>
  children
    .map((child) => {
      if (child.name === TEXT) return escaped(child.text);
      const attributes = Object.entries(child.attributes)
        .map(([name, value]) => ` ${name}="${escaped(value)}"`)
        .join("");
      return `<${child.name}${attributes}>${written(child)}</${child.name}>`;
    })
    .join("");

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** The UTC day; a date that names no zone is read as UTC, wherever this runs. */
function dayOf(date: string): string {
  const hasZone = /(?:[+-]\d\d:?\d\d|\b[A-Z]{1,4}|\dZ)$/i.test(date);
  const isIso = /^\d{4}-\d\d-\d\dT/.test(date);
  const at = Date.parse(hasZone ? date : isIso ? `${date}Z` : `${date} UTC`);
  return Number.isNaN(at) ? "" : dayAt(at);
}

function lastPart(address: string): string {
  const path = URL.parse(address)?.pathname ?? address;
  const last = path.split("/").findLast((part) => part !== "") ?? "";
  try {
    return decodeURIComponent(last).replace(/\.html?$/, "");
  } catch {
    return last;
  }
}
