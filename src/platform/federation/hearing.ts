/** From what the protocol calls a thing to what our features are told: who said what, to whom, in answer to what. */
import type { Context, DocumentLoader } from "@fedify/fedify";
import {
  Article,
  Event,
  Hashtag,
  isActor,
  LanguageString,
  Link,
  Mention,
  Note,
  Page,
  PUBLIC_COLLECTION,
  Question,
  Video,
  Audio,
  Image,
  Object as AnyObject,
  type Actor,
} from "@fedify/fedify/vocab";
import { actorCard, standingAt, type House } from "./house.ts";
import type { Heard, Stranger } from "./speaking.ts";

type Ctx = Context<House>;
type SaidThere = Extract<Heard, { what: "said" }>;

const WORDED = [Note, Article, Page, Question, Event, Video, Audio, Image];
const MAX_TAGS = 50;

/** Undefined where it is nothing that people say, or where the one who is named as its author does not vouch for it. */
export async function saidThere(
  ctx: Ctx,
  object: AnyObject,
  loader: DocumentLoader,
): Promise<SaidThere | undefined> {
  if (!WORDED.some((sort) => object instanceof sort)) return undefined;
  const { id, attributionId } = object;
  if (!id || !attributionId || id.host !== attributionId.host) return undefined;
  const author = await object.getAttribution({ documentLoader: loader, suppressError: true });
  if (!author || !isActor(author) || author.id?.href !== attributionId.href) return undefined;
  const { html, lang } = wordsOf(object);
  const url = pageOf(object, id);
  const target = object.replyTargetId;
  const answers = target && (await answered(ctx, target));
  return {
    what: "said",
    uri: id.href,
    url: url.href,
    by: stranger(author, attributionId),
    html,
    ...(object.summary && { warning: object.summary.toString() }),
    ...(lang !== undefined && { lang }),
    ...(object.published && { published: object.published.toString() }),
    ...(answers && { answers }),
    ...(await tagsOf(ctx, object, loader)),
    isPublic: isPublic(object),
    hasMedia: await hasAttachments(object, loader),
  };
}

/** The id of a post of ours, by any address it has here; else the address itself. */
async function answered(
  ctx: Ctx,
  target: URL,
): Promise<{ readonly id: string } | { readonly uri: string }> {
  const id = await ourPost(ctx, target);
  return id === undefined ? { uri: target.href } : { id };
}

/** The id of a post of ours: by its address in the protocol, by that of its page, or by an activity about it. */
export async function ourPost(ctx: Ctx, uri: URL): Promise<string | undefined> {
  const { base } = ctx.data;
  if (uri.origin !== new URL(base).origin) return undefined;
  const plain = new URL(uri.pathname, base);
  const parsed = ctx.parseUri(plain);
  if (parsed?.type === "object") return parsed.values["id"];
  const stands = await standingAt(ctx.data, uri.pathname);
  return stands && "post" in stands ? stands.post : undefined;
}

export function stranger(author: Actor, id: URL): Stranger {
  const username = author.preferredUsername?.toString() ?? "";
  const name = author.name?.toString() ?? "";
  return { uri: id.href, handle: `@${username}@${id.host}`, name: name || username };
}

/** The words in their own language: a content that is said in several is taken where its language is named. */
function wordsOf(object: AnyObject): { html: string; lang?: string } {
  const words = object.contents.length > 0 ? object.contents : object.names;
  const plain = words.find((one) => !(one instanceof LanguageString));
  const named = words.filter((one) => one instanceof LanguageString);
  const own = named.find((one) => plain === undefined || one.toString() === plain) ?? undefined;
  const html = (plain ?? own)?.toString() ?? "";
  return own ? { html, lang: own.locale.toString() } : { html };
}

/** Its page for people, where it stands on the same server as itself. */
function pageOf(object: AnyObject, id: URL): URL {
  const url = object.url instanceof Link ? object.url.href : object.url;
  return url && url.host === id.host && /^https?:$/.test(url.protocol) ? url : id;
}

async function tagsOf(
  ctx: Ctx,
  object: AnyObject,
  documentLoader: DocumentLoader,
): Promise<Pick<SaidThere, "hashtags" | "calls">> {
  const [hashtags, calls] = [new Set<string>(), new Set<string>()];
  for await (const tag of object.getTags({ documentLoader, suppressError: true })) {
    if (hashtags.size + calls.size >= MAX_TAGS) break;
    const name = tag instanceof Hashtag ? tag.name?.toString().replace(/^#/, "") : "";
    if (name) hashtags.add(name.toLowerCase());
    const called = tag instanceof Mention ? ctx.parseUri(tag.href) : null;
    const card = called?.type === "actor" && (await actorCard(ctx.data, called.identifier));
    if (card) calls.add(card.username);
  }
  return { hashtags: [...hashtags], calls: [...calls] };
}

const isPublic = (object: AnyObject): boolean =>
  [...object.toIds, ...object.ccIds].some(({ href }) => href === PUBLIC_COLLECTION.href);

async function hasAttachments(object: AnyObject, documentLoader: DocumentLoader): Promise<boolean> {
  const all = object.getAttachments({ documentLoader, suppressError: true });
  return (await all[Symbol.asyncIterator]().next()).done !== true;
}
