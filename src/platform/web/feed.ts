/** Feeds: Atom (RFC 4287) and JSON Feed 1.1 of the same entries. */
import { escaped } from "./escaped.ts";

export interface FeedEntry {
  /** Permanent: made from the subject, never from the slug. */
  readonly id: string;
  readonly title: string;
  readonly url: string;
  /** Times, or days in UTC. */
  readonly published: string;
  readonly updated?: string | undefined;
  readonly summary: string;
  /** The whole text as safe HTML. */
  readonly html?: string | undefined;
  readonly lang?: string | undefined;
  readonly authors?: readonly string[] | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly picture?: FeedPicture | undefined;
}
/** Readers show it beside the entry. */
export interface FeedPicture {
  /** Whole address. */
  readonly url: string;
  readonly type: string;
  readonly bytes: number;
  /** What it shows. */
  readonly alt: string;
}

export interface Feed {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly lang: string;
  /** Whole addresses: the page that the feed follows, and the feed's own in each form. */
  readonly home: string;
  readonly atom: string;
  readonly json: string;
  /** When the campaign began: what a feed says that has no entry yet. A time, or a day in UTC. */
  readonly began: string;
  readonly entries: readonly FeedEntry[];
}

/** The forms of a feed, by the ends of their addresses. */
export const FEED_FORMS = ["xml", "json"] as const;
export type FeedForm = (typeof FEED_FORMS)[number];

/** The answer that is a feed, but for what it rests on. */
export const feedFile = (form: FeedForm, feed: Feed) =>
  ({
    kind: "file",
    type: form === "xml" ? ATOM : JSON_FEED,
    body: form === "xml" ? atomFeed(feed) : jsonFeed(feed),
  }) as const;

export const ATOM = "application/atom+xml; charset=utf-8";
const JSON_FEED = "application/feed+json; charset=utf-8";

export function atomFeed(feed: Feed): string {
  const changed = feed.entries.map((entry) => time(entry.updated ?? entry.published));
  const latest = changed.toSorted().at(-1) ?? time(feed.began);
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${xml(feed.lang)}">
<id>${xml(feed.id)}</id>
<title>${xml(feed.title)}</title>
<subtitle>${xml(feed.description)}</subtitle>
<updated>${latest}</updated>
<author><name>${xml(feed.title)}</name></author>
<link rel="self" type="application/atom+xml" href="${xml(feed.atom)}"/>
<link rel="alternate" type="text/html" href="${xml(feed.home)}"/>
${feed.entries.map(atomEntry).join("\n")}
</feed>
`;
}

export function jsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    description: feed.description,
    home_page_url: feed.home,
    feed_url: feed.json,
    language: feed.lang,
    items: feed.entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      summary: entry.summary,
      ...(entry.html === undefined
        ? { content_text: entry.summary }
        : { content_html: entry.html }),
      date_published: time(entry.published),
      ...(entry.updated && { date_modified: time(entry.updated) }),
      ...(entry.lang && { language: entry.lang }),
      ...(entry.authors && { authors: entry.authors.map((name) => ({ name })) }),
      ...(entry.tags && { tags: entry.tags }),
      ...(entry.picture && { image: entry.picture.url, attachments: [attached(entry.picture)] }),
    })),
  });
}

const attached = ({ url, type, bytes, alt }: FeedPicture) => ({
  url,
  mime_type: type,
  title: alt,
  size_in_bytes: bytes,
});

const enclosure = ({ url, type, bytes, alt }: FeedPicture): string =>
  `<link rel="enclosure" type="${xml(type)}" length="${bytes}" href="${xml(url)}" title="${xml(alt)}"/>\n`;

function atomEntry(entry: FeedEntry): string {
  const authors = (entry.authors ?? []).map((name) => `<author><name>${xml(name)}</name></author>`);
  const tags = (entry.tags ?? []).map((tag) => `<category term="${xml(tag)}"/>`);
  return `<entry${entry.lang ? ` xml:lang="${xml(entry.lang)}"` : ""}>
<id>${xml(entry.id)}</id>
<title>${xml(entry.title)}</title>
<link rel="alternate" type="text/html" href="${xml(entry.url)}"/>
${entry.picture ? enclosure(entry.picture) : ""}<published>${time(entry.published)}</published>
<updated>${time(entry.updated ?? entry.published)}</updated>
${[...authors, ...tags].join("")}<summary>${xml(entry.summary)}</summary>
${entry.html === undefined ? "" : `<content type="html">${xml(entry.html)}</content>\n`}</entry>`;
}

/** A day, month or year stands for its first moment; RFC 3339 asks for a whole time. */
function time(said: string): string {
  if (said.includes("T")) return said;
  const [year, month = "01", day = "01"] = said.split("-");
  return `${year}-${month}-${day}T00:00:00Z`;
}

// oxlint-disable-next-line no-control-regex -- XML 1.0 has no way to write these
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
/** Text as XML 1.0 can carry it: its few special characters escaped, those it forbids left out. */
export const xml = (text: string): string => escaped(text.toWellFormed().replace(FORBIDDEN, ""));
