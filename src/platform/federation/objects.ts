/** From what features say to what the protocol sends: actors, articles, notes, and the activities about them. */
import type { Context } from "@fedify/fedify";
import {
  Announce,
  Article,
  Audio,
  Create,
  Delete,
  Document,
  Endpoints,
  Group,
  Hashtag,
  Image,
  InteractionPolicy,
  InteractionRule,
  LanguageString,
  Mention,
  Note,
  Object as AnyObject,
  Organization,
  Person,
  PropertyValue,
  PUBLIC_COLLECTION,
  Tombstone,
  Update,
  Video,
  type Actor,
} from "@fedify/fedify/vocab";
import type { House } from "./house.ts";
import type { ActorCard, ActorImage, Attachment, Post } from "./speaking.ts";

type Ctx = Context<House>;

export const objectUri = (ctx: Ctx, id: string): URL => ctx.getObjectUri(AnyObject, { id });

const ACTORS = { organization: Organization, person: Person, group: Group } as const;

export async function actorObject(ctx: Ctx, card: ActorCard): Promise<Actor> {
  const { identifier, icon, image } = card;
  const keys = await ctx.getActorKeyPairs(identifier);
  const page = new URL(card.path, ctx.data.base);
  return new ACTORS[card.kind]({
    id: ctx.getActorUri(identifier),
    preferredUsername: card.username,
    name: card.name,
    summary: asHtml(card.summary),
    url: page,
    inbox: ctx.getInboxUri(identifier),
    outbox: ctx.getOutboxUri(identifier),
    followers: ctx.getFollowersUri(identifier),
    following: ctx.getFollowingUri(identifier),
    featured: ctx.getFeaturedUri(identifier),
    endpoints: new Endpoints({ sharedInbox: ctx.getInboxUri() }),
    ...(keys[0] && { publicKey: keys[0].cryptographicKey }),
    assertionMethods: keys.map(({ multikey }) => multikey),
    discoverable: true,
    indexable: true, // all that it says may be searched: it is public here, too
    manuallyApprovesFollowers: false,
    ...(card.site !== undefined && {
      attachments: [new PropertyValue({ name: card.site, value: meAt(page) })],
    }),
    ...(icon && { icon: imageAt(ctx, icon) }),
    ...(image && { image: imageAt(ctx, image) }),
    ...(card.published !== undefined && { published: instant(card.published) }),
  });
}

/** Verified by servers that find the page to link to itself in the same way (platform/web/head.ts). */
const meAt = ({ href, host }: URL): string => `<a href="${href}" rel="me">${host}</a>`;

const imageAt = (ctx: Ctx, file: ActorImage): Image =>
  new Image({
    url: "media" in file ? mediaUrl(ctx, file.media) : new URL(file.path, ctx.data.base),
    mediaType: file.type,
    ...(file.alt !== undefined && { name: file.alt }),
  });

/** FEP-044f: everybody may quote, and is answered at once (quotes.ts). */
const everybodyQuotes = (): InteractionPolicy =>
  new InteractionPolicy({
    canQuote: new InteractionRule({ automaticApproval: PUBLIC_COLLECTION }),
  });

/**
 * An article begins with its title and its summary and ends with its address, because some servers show its content alone.
 * Its summary is said by language only: Mastodon reads it there and shows it, whereas Misskey and others look at the plain
 * `summary` alone, and hide the content behind it. Who shows no articles finds the same in a note (FEP-b2b8).
 */
export function postObject(ctx: Ctx, post: Post): Article | Note {
  const { translations = [], hashtags, answers } = post;
  const mentioned = (post.mentions ?? []).map((uri) => new URL(uri));
  const author = ctx.getActorUri(post.actor);
  const parent = answers && ("uri" in answers ? new URL(answers.uri) : objectUri(ctx, answers.id));
  const all: readonly Words[] = [post, ...translations];
  const byLanguage = (text: (one: Words) => string) =>
    all.map((one) => new LanguageString(text(one), one.lang));
  const inLanguages = (text: (one: Words) => string) => [text(post), ...byLanguage(text)];
  const endOf = ({ path }: Words) => (post.kind === "note" ? "" : linkTo(ctx, path));
  const times = {
    published: instant(post.published),
    ...(post.updated !== undefined && { updated: instant(post.updated) }),
  };
  const values = {
    id: objectUri(ctx, post.id),
    attribution: author,
    contents: inLanguages((one) => headOf(one) + one.html + endOf(one)),
    url: new URL(post.path, ctx.data.base),
    ...times,
    interactionPolicy: everybodyQuotes(),
    ...(parent && { replyTarget: parent }),
    to: PUBLIC_COLLECTION,
    ccs: [ctx.getFollowersUri(post.actor), ...mentioned],
    attachments: eachOnce(post.attachments).map((one) => attachment(ctx, one)),
    tags: [
      ...hashtags.map(
        ({ name, path }) => new Hashtag({ name: `#${name}`, href: new URL(path, ctx.data.base) }),
      ),
      ...mentioned.map((href) => new Mention({ href, name: href.href })),
    ],
  };
  if (post.kind === "note") return new Note(values);
  return new Article({
    ...values,
    names: inLanguages(({ title = "" }) => title),
    summaries: byLanguage(({ summary = "" }) => escaped(summary)),
    preview: new Note({
      attribution: author,
      contents: inLanguages((one) => headOf(one) + endOf(one)),
      ...times,
    }),
  });
}

type Words = Pick<Post, "title" | "summary" | "html" | "lang" | "path">;

const headOf = ({ title, summary }: Words): string =>
  (title === undefined ? "" : `<p><strong>${escaped(title)}</strong></p>`) +
  (summary === undefined ? "" : asHtml(summary));

/** In no language, so that it reads the same in each. */
function linkTo(ctx: Ctx, path: string): string {
  const { href } = new URL(path, ctx.data.base);
  return `<p><a href="${href}">${href}</a></p>`;
}

/** A cover that stands in the text, too, is one picture. */
const eachOnce = (all: readonly Attachment[]): readonly Attachment[] =>
  all.filter(({ media }, i) => all.findIndex((one) => one.media === media) === i);

export function created(ctx: Ctx, post: Post): Create {
  const object = postObject(ctx, post);
  return new Create({
    id: part(objectUri(ctx, post.id), "create"),
    actor: ctx.getActorUri(post.actor),
    object,
    published: instant(post.published),
    to: PUBLIC_COLLECTION,
    ccs: object.ccIds,
  });
}

/** @param mark names this change among those of the same post */
export function updated(ctx: Ctx, post: Post, mark: string): Update {
  const object = postObject(ctx, post);
  return new Update({
    id: part(objectUri(ctx, post.id), `update-${mark}`),
    actor: ctx.getActorUri(post.actor),
    object,
    published: object.updated,
    to: PUBLIC_COLLECTION,
    ccs: object.ccIds,
  });
}

export function deleted(ctx: Ctx, { id, actor }: Pick<Post, "id" | "actor">): Delete {
  return new Delete({
    id: part(objectUri(ctx, id), "delete"),
    actor: ctx.getActorUri(actor),
    object: new Tombstone({ id: objectUri(ctx, id) }),
    to: PUBLIC_COLLECTION,
    cc: ctx.getFollowersUri(actor),
  });
}

/** Another actor of ours passes a post on to those who follow it. */
export function announced(ctx: Ctx, { id, published }: Post, by: string): Announce {
  return new Announce({
    id: part(ctx.getActorUri(by), `announce-${id}`),
    actor: ctx.getActorUri(by),
    object: objectUri(ctx, id),
    published: instant(published),
    to: PUBLIC_COLLECTION,
    cc: ctx.getFollowersUri(by),
  });
}

function attachment(ctx: Ctx, { media, type, alt, width, height }: Attachment) {
  const values = {
    url: mediaUrl(ctx, media),
    mediaType: type,
    name: alt,
    ...(width !== undefined && { width }),
    ...(height !== undefined && { height }),
  };
  if (type.startsWith("image/")) return new Image(values);
  if (type.startsWith("video/")) return new Video(values);
  return type.startsWith("audio/") ? new Audio(values) : new Document(values);
}

const mediaUrl = (ctx: Ctx, media: string): URL => new URL(`/media/${media}`, ctx.data.base);
const instant = (time: string): Temporal.Instant =>
  Temporal.Instant.from(time.length === 10 ? `${time}T00:00:00Z` : time);
function part(uri: URL, name: string): URL {
  return new URL(`#${name}`, uri);
}

/** Plain text as HTML. */
const asHtml = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escaped(paragraph)}</p>`)
    .join("");
const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
