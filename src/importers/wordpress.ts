/** A WordPress export (WXR 1.0 to 1.2): posts and pages with everything that belongs to them. */
import {
  isSite,
  type Comment,
  type EarlierSite,
  type Group,
  type LeftOut,
  type Post,
  type SiteFile,
} from "./site.ts";
import { all, textOf, type Tree } from "./xml.ts";

/** Ways in which WordPress keeps its own settings as posts: no words of anybody's. */
const MACHINERY = /^(?:nav_menu_item|wp_.*|custom_css|customize_changeset|oembed_cache)$/;

export async function readWordPress(things: AsyncIterable<Tree>): Promise<EarlierSite> {
  const about: Record<string, string> = {};
  const names = new Map<string, string>();
  const groups: Group[] = [];
  const files = new Map<string, SiteFile>();
  const items: Tree[] = [];
  const leftOut: LeftOut[] = [];
  for await (const thing of things) {
    if (thing.name === "wp:author")
      names.set(textOf(thing, "wp:author_login"), named(textOf(thing, "wp:author_display_name")));
    else if (thing.name === "wp:category") groups.push(groupOf(thing));
    else if (thing.name !== "item") about[thing.name] ??= thing.text.trim();
    else if (textOf(thing, "wp:post_type") === "attachment")
      files.set(textOf(thing, "wp:post_id"), fileOf(thing));
    else if (isTaken(thing, leftOut)) items.push(thing);
  }
  const { title = "", description = "", language } = about;
  const base = [about["wp:base_blog_url"], about["link"]].find(isSite);
  const place = base === undefined ? "" : new URL(base).pathname.replace(/\/$/, "");
  return {
    title,
    about: description,
    ...(base !== undefined && { base }),
    ...(language && { language }),
    groups: groups.map((group) => ({ ...group, address: place + (group.address ?? "") })),
    files,
    leftOut,
    posts: items.map((item) => postOf(item, { names, files, place, leftOut })),
  };
}

function isTaken(item: Tree, leftOut: LeftOut[]): boolean {
  const type = textOf(item, "wp:post_type");
  const status = textOf(item, "wp:status");
  if (MACHINERY.test(type)) return false;
  const leave = (why: string) => {
    leftOut.push({ what: nameOf(item), why });
    return false;
  };
  if (type !== "post" && type !== "page")
    return leave(`${type === "" ? "of no type" : `a ${type}`}, which is neither post nor page`);
  if (!SHOWN.has(status) && !UNFINISHED.has(status))
    return leave(`its state there is ${status || "unknown"}`);
  return true;
}

const SHOWN = new Set(["publish", "future"]);
const UNFINISHED = new Set(["draft", "pending", "private"]);

/** Why not everybody could read it. */
function hidden(item: Tree): string | undefined {
  const status = textOf(item, "wp:status");
  if (!SHOWN.has(status)) return `its state there is ${status}`;
  if (status === "future" && textOf(item, "wp:post_type") === "page")
    return "it waits there for its day, and pages have none here";
  return textOf(item, "wp:post_password") === "" ? undefined : "it stood behind a password";
}

interface Around {
  readonly names: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, SiteFile>;
  readonly place: string;
  readonly leftOut: LeftOut[];
}

function postOf(item: Tree, { names, files, place, leftOut }: Around): Post {
  const id = textOf(item, "wp:post_id");
  const isPage = textOf(item, "wp:post_type") === "page";
  const login = textOf(item, "dc:creator");
  const html = textOf(item, "content:encoded");
  const of = (domain: string) =>
    all(item, "category")
      .filter(({ attributes }) => attributes["domain"] === domain)
      .map(({ text }) => named(text));
  const link = textOf(item, "link");
  const formerSlugs = metaOf(item, "_wp_old_slug");
  const cover = files.get(metaOf(item, "_thumbnail_id")[0] ?? "");
  const published = textOf(item, "wp:post_date").slice(0, 10);
  const updated = textOf(item, "wp:post_modified").slice(0, 10);
  const draft = hidden(item);
  return {
    ...(id !== "" && { id }),
    name: nameOf(item),
    title: textOf(item, "title"),
    html,
    isPlain: !html.includes("<!-- wp:"),
    summary: textOf(item, "excerpt:encoded"),
    published,
    ...(updated > published && { updated }),
    authors: login === "" ? [] : [names.get(login) || login],
    groups: of("category"),
    tags: of("post_tag"),
    slug: decoded(textOf(item, "wp:post_name")),
    isPage,
    ...(draft !== undefined && { draft }),
    enclosures: enclosuresOf(item),
    addresses: [
      link,
      `${place}/?${isPage ? "page_id" : "p"}=${id}`,
      ...formerSlugs.map(
        (slug) => link.slice(0, link.lastIndexOf("/", link.length - 2) + 1) + slug,
      ),
    ],
    ...(cover && { cover }),
    comments: commentsOf(item, leftOut),
  };
}

function commentsOf(item: Tree, leftOut: LeftOut[]): Comment[] {
  const found = all(item, "wp:comment");
  const shown = found.filter(
    (one) =>
      textOf(one, "wp:comment_approved") === "1" &&
      ["", "comment"].includes(textOf(one, "wp:comment_type")),
  );
  if (shown.length < found.length)
    leftOut.push({
      what: nameOf(item),
      why: `${found.length - shown.length} of ${found.length} comments: not approved there, or a mere link back`,
    });
  return shown.map((one): Comment => {
    const parent = textOf(one, "wp:comment_parent");
    const url = textOf(one, "wp:comment_author_url");
    return {
      id: textOf(one, "wp:comment_id"),
      ...(parent !== "0" && parent !== "" && { parent }),
      name: textOf(one, "wp:comment_author"),
      ...(/^https?:/.test(url) && { url }),
      at: `${textOf(one, "wp:comment_date_gmt").replace(" ", "T")}Z`,
      html: textOf(one, "wp:comment_content"),
    };
  });
}

/** Core, and plugins for podcasts, keep an address with its length and type, a line each; one keeps the address alone. */
const enclosuresOf = (item: Tree): string[] =>
  all(item, "wp:postmeta")
    .filter((meta) => /^(?:(?:\w+:)?enclosure|audio_file)$/.test(textOf(meta, "wp:meta_key")))
    .map((meta) => textOf(meta, "wp:meta_value").split("\n")[0]!.trim())
    .filter((address) => /^(?:https?:\/)?\//.test(address));

function fileOf(item: Tree): SiteFile {
  const parent = textOf(item, "wp:post_parent");
  return {
    url: textOf(item, "wp:attachment_url"),
    alt: metaOf(item, "_wp_attachment_image_alt")[0] ?? "",
    caption: textOf(item, "excerpt:encoded"),
    ...(parent !== "" && parent !== "0" && { parent }),
  };
}

function groupOf(thing: Tree): Group {
  const about = textOf(thing, "wp:category_description");
  return {
    name: named(textOf(thing, "wp:cat_name")),
    ...(about !== "" && { about }),
    address: `/category/${textOf(thing, "wp:category_nicename")}`,
  };
}

/** WordPress keeps names as HTML: `Roads &amp; Paths`. */
const named = (name: string): string =>
  name
    .trim()
    .replace(/&(amp|lt|gt|quot|#0?39);/g, (_all, code: string) => NAMED[code.replace("#0", "#")]!);
const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  "#39": "'",
};

const metaOf = (item: Tree, key: string): string[] =>
  all(item, "wp:postmeta")
    .filter((meta) => textOf(meta, "wp:meta_key") === key)
    .map((meta) => textOf(meta, "wp:meta_value"));

const nameOf = (item: Tree): string =>
  `${textOf(item, "wp:post_type")} ${textOf(item, "wp:post_id")} “${textOf(item, "title") || "without a title"}”`;

function decoded(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}
