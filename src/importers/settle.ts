/** What a campaign has of an earlier site already and what is new: slugs, people and topics for every post. */
import { createHash } from "node:crypto";
import type { Folder } from "../platform/folder/read.ts";
import type { Fields, Thing } from "../platform/folder/thing.ts";
import { formerPath, freeSlug, slugFrom } from "./addresses.ts";
import type { EarlierSite, Post } from "./site.ts";

const MAX_TOPICS = 60; // each stands on the front page

export interface Settled {
  /** What everybody could read there, and what not everybody could: drafts. */
  readonly posts: readonly Placed[];
  readonly authors: ReadonlyMap<string, string>;
  readonly topics: ReadonlyMap<string, string>;
  readonly newPeople: readonly Fields[];
  readonly newTopics: readonly Fields[];
  /** Groups for which there was no room among the topics: they became tags. */
  readonly crowdedOut: readonly string[];
  /** Old path to the path here. */
  readonly moved: ReadonlyMap<string, string>;
}

export interface Placed {
  readonly post: Post;
  /** Of the folder's parts, where it stands or would stand. */
  readonly space: "stories" | "pages";
  readonly slug: string;
  readonly isNew: boolean;
}

/** @param drafts things of the folder that wait beside its parts */
export function settle(site: EarlierSite, { things }: Folder, drafts: readonly Thing[]): Settled {
  const of = (space: string) => things.filter(({ part }) => part.space === space);
  const posts = slugsFor(site.posts, [...of("stories"), ...of("pages"), ...drafts]);
  const fresh = posts.flatMap(({ post, isNew }) =>
    isNew && post.draft === undefined ? [post] : [],
  );
  const people = peopleFor(fresh, of("people"));
  const topics = topicsFor(site, fresh, (of("campaign")[0]?.fields["topics"] ?? []) as Fields[]);
  const moved = new Map<string, string>();
  for (const [address, id] of topics.addresses) moved.set(address, `/topics/${id}`);
  for (const { post, space, slug } of posts)
    if (post.draft === undefined)
      for (const path of pathsOf(post)) moved.set(path, `/${space}/${slug}`);
  return {
    posts,
    authors: people.ids,
    newPeople: people.added,
    topics: topics.ids,
    newTopics: topics.added,
    crowdedOut: topics.crowdedOut,
    moved,
  };
}

const pathsOf = ({ addresses }: Post): string[] =>
  addresses.flatMap((address) => formerPath(address) ?? []);

/** The open letter is signed, and no page of an earlier site was written for that. */
const NOT_A_PAGE = ["letter"];

/** A thing that names one of the post's addresses is the post, however it is called today. */
function slugsFor(posts: readonly Post[], things: readonly Thing[]): Placed[] {
  const slugs = (space: string) =>
    things.filter(({ part }) => part.space === space).map(({ slug }) => slug);
  const taken = {
    stories: new Set(slugs("stories")),
    pages: new Set([...slugs("pages"), ...NOT_A_PAGE]),
  };
  const by = new Map(
    things.flatMap((thing) =>
      ((thing.fields["formerly"] ?? []) as string[]).map((path) => [path, thing] as const),
    ),
  );
  const order = posts.toSorted((a, b) => Number(!!a.draft) - Number(!!b.draft)); // a draft takes no name from what is shown
  return order.map((post) => {
    const before = pathsOf(post).flatMap((path) => by.get(path) ?? [])[0];
    if (before !== undefined) {
      const space = before.part.space === "pages" ? "pages" : "stories";
      return { post, space, slug: before.slug, isNew: false };
    }
    const space = post.isPage ? "pages" : "stories";
    const wanted =
      slugFrom(post.slug) || slugFrom(post.title) || `story-${shortHash(post.addresses.join(" "))}`;
    const slug = freeSlug(wanted, taken[space]);
    taken[space].add(slug);
    return { post, space, slug, isNew: true };
  });
}

/** Of new posts alone: whoever signed an older one may stand under another name by now. */
function peopleFor(posts: readonly Post[], people: readonly Thing[]) {
  const taken = new Set(people.map(({ slug }) => slug));
  const ids = new Map(people.map(({ slug, fields }) => [String(fields["name"]), slug]));
  const added: Fields[] = [];
  for (const name of new Set(posts.flatMap(({ authors }) => authors))) {
    if (ids.has(name)) continue;
    const id = freeSlug(slugFrom(name) || `author-${shortHash(name)}`, taken);
    taken.add(id);
    ids.set(name, id);
    added.push({ id, name });
  }
  return { ids, added };
}

/** Every group that is a topic is found, and those of new posts become one; an older one may have been taken out by hand. */
function topicsFor(
  { posts, groups }: EarlierSite,
  fresh: readonly Post[],
  topics: readonly Fields[],
) {
  const shown = posts.filter(({ draft }) => draft === undefined);
  const used = new Set(shown.flatMap((post) => post.groups));
  const wanted = new Set(fresh.flatMap((post) => post.groups));
  const ids = new Map<string, string>();
  const addresses = new Map<string, string>();
  const added: Fields[] = [];
  const crowdedOut: string[] = [];
  const taken = new Set(topics.map(({ id }) => String(id)));
  for (const name of used) {
    const group = groups.find((one) => one.name === name);
    const address = group?.address === undefined ? undefined : formerPath(group.address);
    const same = topics.find(
      (topic) =>
        topic["id"] === slugFrom(name) ||
        String(topic["name"]).toLowerCase() === name.toLowerCase(),
    );
    if (!same && !wanted.has(name)) continue;
    if (!same && topics.length + added.length >= MAX_TOPICS) {
      crowdedOut.push(name);
      continue;
    }
    const id = same
      ? String(same["id"])
      : freeSlug(slugFrom(name) || `topic-${shortHash(name)}`, taken);
    taken.add(id);
    ids.set(name, id);
    if (address !== undefined) addresses.set(address, id);
    const formerly = address === undefined ? {} : { formerly: [address] };
    if (!same)
      added.push({
        id,
        name,
        question: group?.about ?? `What do stories say about this: ${name}?`,
        ...formerly,
      });
  }
  return { ids, addresses, added, crowdedOut };
}

const shortHash = (text: string): string =>
  createHash("sha256").update(text).digest("hex").slice(0, 8);

/** A post without an author is the site's own. */
export function withAuthors(site: EarlierSite): EarlierSite {
  const own = [site.title.trim() || "The earlier site"];
  const posts = site.posts.map((post) =>
    post.authors.some((name) => name.trim() !== "") ? post : { ...post, authors: own },
  );
  return { ...site, posts };
}

/** The campaign's spelling of the site's language: `en` for `en-US`, where the campaign has it so. */
export function languageOf({ language }: EarlierSite, { things }: Folder): string {
  const campaign = things.find(({ part }) => part.space === "campaign")!.fields;
  const known = campaign["languages"] as readonly string[];
  const [said] = language === undefined ? [] : canonicalTag(language);
  if (said === undefined) return String(campaign["language"]);
  return (
    known.find((one) => one === said) ?? known.find((one) => said.startsWith(`${one}-`)) ?? said
  );
}

export function canonicalTag(language: string): string[] {
  try {
    return Intl.getCanonicalLocales(language.replaceAll("_", "-"));
  } catch {
    return [];
  }
}
