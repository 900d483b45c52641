/**
 * Who quotes us elsewhere asks first (FEP-044f), is told yes, and names the address where we say so. Nothing is kept for
 * that: the address holds both posts, and says yes for as long as ours is shown and the other server is not shut out.
 */
import type { InboxContext, RequestContext } from "@fedify/fedify";
import { Accept, QuoteAuthorization, type QuoteRequest } from "@fedify/fedify/vocab";
import { CAMPAIGN } from "./addresses.ts";
import { ourPost } from "./hearing.ts";
import { isRefused, postOf, type House } from "./house.ts";
import { objectUri } from "./objects.ts";
import { personAt } from "./people.ts";

const LONGEST = 500; // characters of an address elsewhere, which stands within one of ours

/** Answered only to whoever wrote what quotes. */
export async function quoteAsked(
  ctx: InboxContext<House>,
  request: QuoteRequest,
  by: URL,
): Promise<void> {
  const { objectId, instrumentId } = request;
  if (!objectId || instrumentId?.host !== by.host || instrumentId.href.length > LONGEST) return;
  const id = await ourPost(ctx, objectId);
  const post = id === undefined ? undefined : await postOf(ctx.data, id);
  const somebody = post && (await personAt(ctx, by));
  if (!somebody) return;
  const accept = new Accept({
    id: new URL(`#accept-${encodeURIComponent(request.id!.href)}`, ctx.getActorUri(CAMPAIGN)),
    actor: ctx.getActorUri(post.actor),
    object: request,
    result: ctx.getObjectUri(QuoteAuthorization, { id: post.id, by: packed(instrumentId) }),
    to: by,
  });
  await ctx.sendActivity({ identifier: post.actor }, somebody.actor, accept);
}

/** Null where ours is not shown, or the other is no address or one of somebody who is shut out. */
export async function authorization(
  ctx: RequestContext<House>,
  { id, by }: { readonly id: string; readonly by: string },
): Promise<QuoteAuthorization | null> {
  const quoting = by.length > LONGEST * 2 ? null : URL.parse(unpacked(by));
  if (!quoting || packed(quoting) !== by || !/^https?:$/.test(quoting.protocol)) return null;
  const post = await postOf(ctx.data, id);
  if (!post || (await isRefused(ctx.data, quoting.href))) return null;
  return new QuoteAuthorization({
    id: ctx.getObjectUri(QuoteAuthorization, { id, by }),
    attribution: ctx.getActorUri(post.actor),
    interactingObject: quoting,
    interactionTarget: objectUri(ctx, id),
  });
}

const packed = ({ href }: URL): string => Buffer.from(href).toString("base64url");
const unpacked = (text: string): string => Buffer.from(text, "base64url").toString("utf8");
