/** A post of an earlier site as a story of the campaign folder: its fields, its Markdown, and what the report says of it. */
import { originalOf } from "../platform/web/address.ts";
import { formerPath, slugFrom } from "./addresses.ts";
import { withCover } from "./cover.ts";
import { replaceElements } from "./elements.ts";
import type { Placed } from "./settle.ts";
import type { Found, Pictures } from "./pictures.ts";
import { expand, type Notes } from "./shortcodes.ts";
import type { Comment, EarlierSite, Post } from "./site.ts";
import { addressed, lastOf, toMarkdown, toWords } from "./to-markdown.ts";

export interface Story {
  readonly space: Placed["space"];
  readonly slug: string;
  /** Why it waits in `drafts/` of the folder. */
  readonly draft?: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly markdown: string;
  /** Pictures and sound. */
  readonly files: readonly Found[];
  readonly hasSound: boolean;
  /** Where they stood. */
  readonly urls: readonly string[];
  readonly comments: readonly KeptComment[];
  readonly notes: readonly string[];
  /** Otherwise its first sentences stand there. */
  readonly hasOwnSummary: boolean;
}

/** As `comments/<slug>.json` of the campaign folder holds it. */
interface KeptComment extends Omit<Comment, "html"> {
  /** Markdown. */
  readonly text: string;
}

interface Turned {
  readonly site: EarlierSite;
  readonly pictures: Pick<Pictures, "find">;
  /** What the text calls pictures that it has already, by their paths. */
  readonly names?: ReadonlyMap<string, string>;
  readonly language: string;
  /** By name: the slug in `people.yaml`, the id in `campaign.yaml`. */
  readonly authors: ReadonlyMap<string, string>;
  readonly topics: ReadonlyMap<string, string>;
  /** Old path to the path here. */
  readonly moved: ReadonlyMap<string, string>;
}

const WANTED = { alt: "Description wanted", credit: "Credit wanted" } as const;
const SUMMARY = 280; // characters; two sentences
const MAX_PICTURES = 50; // in one text, as the form of a story has it
const DAY = /^[12]\d{3}-\d{2}-\d{2}$/;

/** @throws RangeError where the post is larger than a story may be */
export async function storyOf({ post, space, slug }: Placed, turned: Turned): Promise<Story> {
  const { site } = turned;
  const isPage = space === "pages";
  const notes: Notes = new Set(post.notes);
  const { isPlain, id, cover } = post;
  const of = { isPlain, files: site.files, ...(id !== undefined && { post: id }) };
  const html = withCover(expand(post.html, of, notes), { cover, isPage }, notes);
  const found = await picturesIn(html, post, turned, notes);
  const heard = await soundOf(html, { post, isPage }, turned, notes);
  const shown = new Map<string, Picture & { readonly name: string }>();
  const markdown = toMarkdown(html, {
    notes,
    link: (url) => linkTo(url, turned),
    sound: (url) => url === heard.url,
    picture(url, alt) {
      const file = found.get(url);
      const isRoom = file && (shown.has(file.path) || shown.size < MAX_PICTURES);
      if (!isRoom) {
        if (file) notes.add(`more than ${MAX_PICTURES} pictures: ${url} became a link`);
        return undefined;
      }
      const before = shown.get(file.path);
      const picture = pictureOf(file.path, alt || describedBy(url, site), stoodAt(url, site));
      const name = before?.name ?? turned.names?.get(file.path) ?? nameFor(file, shown.size);
      if (!before) shown.set(file.path, { name, ...picture });
      return { address: `picture:${name}`, alt: picture.alt };
    },
  });
  const pictures = [...shown.values()];
  if (pictures.some(({ alt }) => alt === WANTED.alt))
    notes.add("a picture has no description: say what is to be seen, where it says “wanted”");
  const own = toWords(post.summary).slice(0, 5000);
  const along = {
    ...(pictures.length > 0 && { pictures }),
    formerly: [...new Set(post.addresses.flatMap((address) => formerPath(address) ?? []))],
  };
  const summary = own || firstWords(post, html);
  const title = titleOf(post, summary, notes);
  const sound = heard.file && { file: heard.file.path, title };
  return {
    space,
    slug,
    ...(post.draft !== undefined && { draft: post.draft }),
    fields: isPage
      ? { title, ...(own !== "" && { summary: own }), ...along }
      : {
          ...storyFields(post, { title, summary }, turned, notes),
          ...coverOf(post, found, site),
          ...(sound && { film: sound }),
          ...along,
        },
    markdown: [markdown, ...heard.links].filter((part) => part !== "").join("\n\n"),
    files: [...found.values(), ...(heard.file ? [heard.file] : [])],
    hasSound: heard.file !== undefined,
    urls: [...found.keys(), ...(heard.url === undefined ? [] : [heard.url])].map(originalOf),
    comments: post.comments.map((comment) => keptComment(comment, turned)),
    notes: [...notes],
    hasOwnSummary: own !== "" || isPage,
  };
}

function storyFields(
  post: Post,
  { title, summary }: { title: string; summary: string },
  { authors, topics, language }: Turned,
  notes: Notes,
) {
  const listed = post.groups.map((name) => topics.get(name)).filter((id) => id !== undefined);
  const unlisted = post.groups.filter((name) => !topics.has(name));
  const tags = [...new Set([...unlisted, ...post.tags].map(line).filter((tag) => tag !== ""))];
  const authorOf = (name: string): string => authors.get(name) ?? (slugFrom(name) || "author");
  for (const name of post.authors.filter((one) => !authors.has(one)))
    notes.add(`its author ${name} is not in people.yaml: \`${authorOf(name)}\` has to be`);
  return {
    title,
    summary,
    language,
    category: line(post.groups[0] ?? "") || "Story",
    published: dayOf(post, notes),
    ...(post.updated !== undefined &&
      DAY.test(post.updated) &&
      post.updated > post.published && { updated: post.updated }),
    authors: post.authors.map(authorOf),
    ...(listed.length > 0 && { topics: [...new Set(listed)] }),
    ...(tags.length > 0 && { tags }),
  };
}

function coverOf({ cover }: Post, found: ReadonlyMap<string, Found>, site: EarlierSite) {
  const file = cover && found.get(cover.url);
  if (!file) return {};
  const alt = cover.alt || toWords(cover.caption);
  return { cover: pictureOf(file.path, alt, stoodAt(cover.url, site)) };
}

/** The sound that stands beside a story, and the lines that lead to what else a reader was given beside its text. */
async function soundOf(
  html: string,
  { post, isPage }: { post: Post; isPage: boolean },
  { pictures }: Turned,
  notes: Notes,
): Promise<{ url?: string; file?: Found; links: string[] }> {
  const inText = new Set<string>();
  toMarkdown(html, {
    notes: new Set(),
    link: (url) => url,
    picture: () => undefined,
    sound: (url) => Boolean(inText.add(url)),
  });
  const sounds = [...new Set([...post.enclosures.filter(isSound), ...inText])];
  let kept: { url: string; file: Found } | undefined;
  for (const url of sounds) {
    const file =
      kept || isPage
        ? `one sound stands beside a story${isPage ? ", none beside a page" : ""}`
        : await pictures.find(url, "sound");
    if (typeof file === "string") notes.add(`sound ${url}: ${file}; it became a link`);
    else kept = { url, file };
  }
  const beside = post.enclosures.filter(
    (url) => url !== kept?.url && !inText.has(url) && !html.includes(url),
  );
  for (const url of beside)
    if (!isSound(url)) notes.add(`what its feed gave beside the text became a link: ${url}`);
  return { ...kept, links: beside.map((url) => `[${lastOf(url)}](${addressed(url)})`) };
}

const isSound = (url: string): boolean =>
  /\.(?:mp3|m4a|ogg|oga|opus|wav|aac|flac)$/i.test(url.split(/[?#]/)[0]!);

interface Picture {
  readonly file: string;
  readonly alt: string;
  readonly credit: string;
  readonly formerly?: readonly string[];
}
const pictureOf = (file: string, alt: string, formerly: readonly string[]): Picture => ({
  file,
  alt: line(alt) || WANTED.alt,
  credit: WANTED.credit,
  ...(formerly.length > 0 && { formerly }),
});

/** Where the original of a picture stood, on the site itself: other sites and feeds link to it. */
export function stoodAt(url: string, { base }: EarlierSite): readonly string[] {
  const own = originalOf(url.replace(/^__GHOST_URL__/, ""));
  const isElsewhere =
    /^(https?:)?\/\//.test(own) &&
    base !== undefined &&
    new URL(own, base).hostname !== new URL(base).hostname;
  return isElsewhere ? [] : [formerPath(own) ?? []].flat();
}

/** Every picture that the text shows, and its cover, by the address that the post has for it. */
async function picturesIn(
  html: string,
  post: Post,
  { pictures }: Turned,
  notes: Notes,
): Promise<Map<string, Found>> {
  const urls = new Set(post.cover ? [post.cover.url] : []);
  toMarkdown(html, {
    notes: new Set(),
    link: (url) => url,
    picture: (url) => void urls.add(url),
  });
  const found = new Map<string, Found>();
  for (const url of urls) {
    const picture = await pictures.find(url);
    if (typeof picture === "string") notes.add(`picture ${url}: ${picture}`);
    else found.set(url, picture);
  }
  return found;
}

/** What the text calls a picture; its place in the text where its file has no name in letters. */
const nameFor = ({ path }: Found, at: number): string =>
  `${slugFrom(path.replace(/^media\/|\.\w+$/g, "")) || "picture"}-${at + 1}`;

function describedBy(url: string, { files }: EarlierSite): string {
  const whole = originalOf(url);
  const file = [...files.values()].find((one) => one.url === url || one.url === whole);
  return file ? file.alt || toWords(file.caption) : "";
}

function linkTo(url: string, { site, moved }: Turned): string {
  if (url.startsWith("#")) return url; // a place on its own page, which has no name here
  const address = URL.parse(url, site.base);
  if (site.base === undefined || !address || address.hostname !== new URL(site.base).hostname)
    return url;
  const path = formerPath(address.href);
  const to = path === undefined ? undefined : moved.get(path);
  return to === undefined ? address.href : to + address.hash;
}

/** Where a post had no summary, its first sentences stand there. */
function firstWords(post: Post, html: string): string {
  const words = toWords(replaceElements(html, /<(figure|h[1-6]|pre|table)\b/gi, () => ""));
  if (words.length <= SUMMARY) return words || line(post.title) || "A post without words";
  const cut = words.slice(0, SUMMARY);
  const end = Math.max(...[". ", "。", "؟ ", "? ", "! "].map((mark) => cut.lastIndexOf(mark)));
  // bounded: at most 280 characters, a summary
  return end > 40 ? cut.slice(0, end + 1).trim() : `${cut.replace(/\s+\S*$/, "")} …`;
}

function titleOf(post: Post, summary: string, notes: Notes): string {
  const title = line(toWords(post.title));
  if (title !== "") return title;
  notes.add("it had no title: its first words stand there");
  // bounded: 60 characters
  return line(summary.slice(0, 60).replace(/\s+\S*$/, "")) || post.name;
}

function dayOf(post: Post, notes: Notes): string {
  if (DAY.test(post.published) && !post.published.startsWith("0000")) return post.published;
  notes.add("it had no date that can be read: 1 January 2000 stands there");
  return "2000-01-01";
}

const keptComment = ({ html, ...rest }: Comment, turned: Turned): KeptComment => ({
  ...rest,
  text: toMarkdown(expand(html, { isPlain: true, files: new Map() }, new Set()), {
    notes: new Set(),
    link: (url) => linkTo(url, turned),
    picture: () => undefined,
  }),
});

/** One line as a field of the folder takes it. */
const line = (text: string): string =>
  text
    .replaceAll(/[\s\p{Cc}\u2028\u2029]+/gu, " ")
    .trim()
    .slice(0, 500)
    .trim();
