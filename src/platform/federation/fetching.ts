/** What an answer or a boost names is fetched from where it stands, signed by the campaign; whole threads, within bounds. */
import type { Context, DocumentLoader } from "@fedify/fedify";
import { Activity, Collection, CollectionPage, Object as AnyObject } from "@fedify/fedify/vocab";
import { CAMPAIGN } from "./addresses.ts";
import { saidThere } from "./hearing.ts";
import { isKnown, isRefused, type House } from "./house.ts";
import type { Heard } from "./speaking.ts";

type Ctx = Context<House>;
type SaidThere = Extract<Heard, { what: "said" }>;

const MOST_PARENTS = 20;
const MOST_REPLIES = 50; // of one thread, on all levels together
const MOST_PAGES = 3; // of one collection

export const signedLoader = (ctx: Ctx): Promise<DocumentLoader> =>
  ctx.getDocumentLoader({ identifier: CAMPAIGN });

/** What stands at this address; undefined where it cannot be read, or is of another server than its address. */
export async function fetchObject(ctx: Ctx, uri: URL): Promise<AnyObject | undefined> {
  if (!/^https?:$/.test(uri.protocol) || (await isRefused(ctx.data, uri.href))) return undefined;
  const documentLoader = await signedLoader(ctx);
  const found = await ctx.lookupObject(uri, { documentLoader }).catch(() => null);
  if (found?.id?.host !== uri.host) return undefined;
  if (!(found instanceof Activity)) return found;
  const object = found.objectId;
  return object && object.host === uri.host ? fetchObject(ctx, object) : undefined;
}

/**
 * Tell what was said, and before it what it answers, up to something of ours or something known.
 * @param told what was told just now
 */
export async function tell(ctx: Ctx, object: AnyObject, told = new Set<string>()): Promise<void> {
  const loader = await signedLoader(ctx);
  const said = await saidThere(ctx, object, loader);
  if (!said || told.has(said.uri)) return;
  const chain: SaidThere[] = [said];
  const seen = new Set([said.uri]);
  for (let at: SaidThere = said; at.answers && "uri" in at.answers;) {
    const { uri } = at.answers;
    if (chain.length > MOST_PARENTS || seen.has(uri) || told.has(uri)) break;
    if (await isKnown(ctx.data, uri)) break;
    seen.add(uri);
    const parent = await fetchObject(ctx, new URL(uri));
    const above = parent && (await saidThere(ctx, parent, loader));
    if (!above || !above.isPublic) break;
    chain.push((at = above));
  }
  for (const heard of chain.toReversed()) {
    told.add(heard.uri);
    await ctx.data.hears(heard);
  }
}

/** The thread that this address is part of: up to its beginning, then down through the answers that its servers list. */
export async function fetchThread(ctx: Ctx, uri: URL): Promise<number> {
  const object = await fetchObject(ctx, uri);
  if (!object) return 0;
  const told = new Set<string>();
  await tell(ctx, object, told);
  const below: AnyObject[] = [object];
  const seen = new Set([uri.href, object.id!.href]);
  for (let at = below.pop(); at && told.size < MOST_REPLIES; at = below.pop())
    for await (const reply of repliesTo(ctx, at)) {
      if (told.size >= MOST_REPLIES) break;
      if (seen.has(reply.href)) continue;
      seen.add(reply.href);
      const found = await fetchObject(ctx, reply);
      if (!found || found.replyTargetId?.href !== at.id?.href) continue;
      await tell(ctx, found, told);
      below.push(found);
    }
  return told.size;
}

/** The addresses of the answers that are listed where it stands. */
async function* repliesTo(ctx: Ctx, object: AnyObject): AsyncGenerator<URL> {
  const options = { documentLoader: await signedLoader(ctx), suppressError: true };
  const collection = await object.getReplies(options).catch(() => null);
  if (!collection || collection.id?.host !== object.id?.host) return;
  yield* itemsOf(collection);
  let page = collection instanceof CollectionPage ? null : await collection.getFirst(options);
  for (let i = 0; page && i < MOST_PAGES; i++) {
    yield* itemsOf(page);
    page = await page.getNext(options);
  }
}

const itemsOf = (collection: Collection): readonly URL[] => collection.itemIds;
