/** A Ghost export (JSON): posts and pages as Ghost rendered them. */
import * as v from "valibot";
import { ArrivalError, type EarlierSite, type LeftOut, type Post } from "./site.ts";

const text = v.optional(v.nullable(v.string(), ""), "");
const id = v.pipe(v.union([v.string(), v.number()]), v.transform(String));
const post = v.object({
  id,
  title: text,
  slug: text,
  html: text,
  custom_excerpt: text,
  status: text,
  visibility: text,
  type: v.optional(v.string(), "post"),
  page: v.optional(v.unknown()),
  feature_image: text,
  published_at: text,
  updated_at: text,
  author_id: v.optional(v.nullable(id)), // before a post had several
});
const named = v.object({ id, name: text, slug: text, description: text });
const list = <S extends v.GenericSchema>(of: S) => v.optional(v.array(of), []);
const Data = v.object({
  posts: v.array(post),
  posts_meta: list(v.object({ post_id: id, feature_image_alt: text, feature_image_caption: text })),
  tags: list(named),
  posts_tags: list(v.object({ post_id: id, tag_id: id })),
  users: list(v.object({ id, name: text })),
  posts_authors: list(v.object({ post_id: id, author_id: id })),
  settings: list(v.object({ key: v.string(), value: v.optional(v.unknown()) })),
});
/** Newer exports wrap it in `db`, older ones do not. */
const Export = v.union([
  v.pipe(
    v.object({ db: v.tuple([v.object({ data: Data })]) }),
    v.transform(({ db: [{ data }] }) => data),
  ),
  v.pipe(
    v.object({ data: Data }),
    v.transform(({ data }) => data),
  ),
]);
type Data = v.InferOutput<typeof Data>;

/** @throws ArrivalError where the text is no Ghost export */
export function readGhost(json: string): EarlierSite {
  let read: unknown;
  try {
    read = JSON.parse(json);
  } catch {
    throw new ArrivalError("unreadable", "Expected JSON of a Ghost export, found a damaged file.");
  }
  const said = v.safeParse(Export, read);
  if (!said.success)
    throw new ArrivalError("unknown-form", "Expected a Ghost export with posts, found other JSON.");
  const data = said.output;
  const leftOut: LeftOut[] = [];
  const setting = (key: string) => {
    const value = data.settings.find((one) => one.key === key)?.value;
    return typeof value === "string" ? value : "";
  };
  return {
    title: setting("title"),
    about: setting("description"),
    ...(setting("locale") !== "" && { language: setting("locale") }),
    files: new Map(),
    groups: data.tags.map(({ name, slug, description }) => ({
      name,
      ...(description !== "" && { about: description }),
      address: `/tag/${slug}`,
    })),
    leftOut,
    posts: data.posts.filter((one) => isTaken(one, leftOut)).map((one) => postOf(one, data)),
  };
}

function isTaken(one: Data["posts"][number], leftOut: LeftOut[]): boolean {
  const leave = (why: string) => {
    leftOut.push({ what: nameOf(one), why });
    return false;
  };
  if (!SHOWN.has(one.status) && one.status !== "draft")
    return leave(`its state there is ${one.status || "unknown"}`);
  return one.html.trim() === "" ? leave("the export holds no HTML of it") : true;
}

const SHOWN = new Set(["published", "scheduled"]);

/** Why not everybody could read it. */
function hidden({ status, visibility, type }: Data["posts"][number]): string | undefined {
  if (!SHOWN.has(status)) return `its state there is ${status}`;
  if (status === "scheduled" && type === "page")
    return "it waits there for its day, and pages have none here";
  return ["", "public"].includes(visibility) ? undefined : `only ${visibility} could read it there`;
}

function postOf(one: Data["posts"][number], data: Data): Post {
  const groups = data.posts_tags
    .filter(({ post_id }) => post_id === one.id)
    .flatMap(({ tag_id }) => data.tags.find((tag) => tag.id === tag_id)?.name ?? []);
  const authors = data.posts_authors
    .filter(({ post_id }) => post_id === one.id)
    .flatMap(({ author_id }) => data.users.find((user) => user.id === author_id)?.name ?? []);
  if (authors.length === 0)
    authors.push(...data.users.filter((user) => user.id === one.author_id).map(({ name }) => name));
  const meta = data.posts_meta.find(({ post_id }) => post_id === one.id);
  const published = one.published_at.slice(0, 10);
  const updated = one.updated_at.slice(0, 10);
  const draft = hidden(one);
  return {
    name: nameOf(one),
    title: one.title,
    html: one.html,
    isPlain: false,
    summary: one.custom_excerpt,
    published,
    ...(updated > published && { updated }),
    authors,
    groups: groups.filter((name) => !name.startsWith("#")), // tags of its own, never shown
    tags: [],
    slug: one.slug,
    isPage: one.type === "page",
    ...(draft !== undefined && { draft }),
    enclosures: [],
    addresses: [`/${one.slug}`],
    ...(one.feature_image !== "" && {
      cover: {
        url: one.feature_image,
        alt: meta?.feature_image_alt ?? "",
        caption: meta?.feature_image_caption ?? "",
      },
    }),
    comments: [],
  };
}

const nameOf = (one: Data["posts"][number]): string =>
  `${one.type} ${one.id} “${one.title || "without a title"}”`;
