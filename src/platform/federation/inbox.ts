/** What arrives, once its signature was checked: each activity to what our features are told. */
import type {
  InboxContext,
  InboxListenerSetters,
  RequestContext,
  UnverifiedActivityReason as Reason,
} from "@fedify/fedify";
import {
  Accept,
  Activity,
  Announce,
  Block,
  Create,
  Delete,
  Flag,
  Follow,
  Like,
  Move,
  QuoteRequest,
  Reject,
  Undo,
  Update,
} from "@fedify/fedify/vocab";
import { CAMPAIGN } from "./addresses.ts";
import { carryOut } from "./deeds.ts";
import { fetchObject, signedLoader, tell } from "./fetching.ts";
import { ourPost } from "./hearing.ts";
import { actorCard, isRefused, type House } from "./house.ts";
import { personAt } from "./people.ts";
import { quoteAsked } from "./quotes.ts";

type Ctx = InboxContext<House>;

export function listen(inbox: InboxListenerSetters<House>): void {
  const on = <T extends Activity>(
    sort: new (...args: never[]) => T,
    take: (ctx: Ctx, activity: T, by: URL) => Promise<void>,
  ) =>
    inbox.on(sort as never, async (ctx: Ctx, activity: T) => {
      const by = activity.actorId;
      if (!by || !(activity.id ?? isOfProfile(activity)) || (await isRefused(ctx.data, by.href)))
        return;
      await take(ctx, activity, by);
    });
  on(Follow, followed);
  on(Undo, undone);
  on(Create, spoken);
  on(Update, changed);
  on(Delete, removed);
  on(Like, liked);
  on(Announce, boosted);
  on(Accept, (ctx, _accept, by) => ctx.data.kept.answered(by.href, "accepted"));
  on(Reject, (ctx, _reject, by) => ctx.data.kept.answered(by.href, "refused"));
  on(Block, async ({ data }, _block, by) => data.kept.leave(by.href));
  on(Move, moved);
  on(Flag, flagged);
  on(QuoteRequest, quoteAsked);
  inbox.onUnverifiedActivity(gone);
  inbox.onError((ctx, error) => ctx.data.log(`What arrived was not taken: ${error.message}`));
}

/** Some servers tell of a changed profile without a name for the telling; nothing else is taken so. */
const isOfProfile = (activity: Activity): boolean =>
  activity instanceof Update && activity.objectId?.href === activity.actorId?.href;

/** Whoever asks to follow one of us does so at once. */
async function followed(ctx: Ctx, follow: Follow, by: URL): Promise<void> {
  const whom = ctx.parseUri(follow.objectId);
  if (whom?.type !== "actor" || !(await actorCard(ctx.data, whom.identifier))) return;
  const somebody = await personAt(ctx, by);
  if (!somebody) return;
  const { actor, reached } = somebody;
  await ctx.data.kept.follow(whom.identifier, reached);
  const { identifier } = whom;
  const accept = new Accept({
    id: new URL(`#accept-${encodeURIComponent(follow.id!.href)}`, ctx.getActorUri(identifier)),
    actor: ctx.getActorUri(identifier),
    object: follow,
    to: by,
  });
  await ctx.sendActivity({ identifier }, actor, accept);
}

async function undone(ctx: Ctx, undo: Undo, by: URL): Promise<void> {
  const loader = await signedLoader(ctx);
  const object = await undo.getObject({ documentLoader: loader, suppressError: true });
  if (object instanceof Activity && object.actorId && object.actorId.href !== by.href) return;
  if (object instanceof Follow) {
    const whom = ctx.parseUri(object.objectId);
    if (whom?.type === "actor") await ctx.data.kept.unfollow(whom.identifier, by.href);
    return;
  }
  const activity = undo.objectId;
  if (!activity || activity.host !== by.host) return;
  await ctx.data.hears({ what: "unreacted", activity: activity.href, by: by.href });
}

/** Read from where it stands, unless it came from there itself. */
async function spoken(ctx: Ctx, activity: Create | Update, by: URL): Promise<void> {
  const { objectId } = activity;
  if (!objectId || objectId.host !== by.host) return;
  const object = await activity.getObject({ documentLoader: await signedLoader(ctx) });
  if (object?.id?.host !== by.host || object.attributionId?.href !== by.href) return;
  await tell(ctx, object);
}

async function changed(ctx: Ctx, update: Update, by: URL): Promise<void> {
  if (update.objectId?.href !== by.href) return spoken(ctx, update, by);
  const somebody = await personAt(ctx, by);
  if (!somebody) return;
  await ctx.data.kept.moved(by.href, somebody.reached);
}

/** Only whoever stands on the same server may take it away. */
async function removed(ctx: Ctx, { objectId }: Delete, by: URL): Promise<void> {
  if (!objectId || objectId.host !== by.host) return;
  if (objectId.href === by.href) await ctx.data.kept.leave(by.href);
  await ctx.data.hears({ what: "deleted", uri: objectId.href, by: by.href });
}

/** An account that is gone cannot be asked for its key: that it is gone is asked where it stood. */
async function gone(
  ctx: RequestContext<House>,
  activity: Activity,
  reason: Reason,
): Promise<Response | undefined> {
  const { actorId: by, objectId } = activity;
  const isGone = reason.type === "keyFetchError" && "status" in reason.result;
  if (!isGone || !(activity instanceof Delete) || !by || objectId?.href !== by.href)
    return undefined;
  const answer = await ctx.data.ask(by, { headers: { Accept: "application/activity+json" } });
  if (answer.status !== 404 && answer.status !== 410) return undefined;
  await ctx.data.kept.leave(by.href);
  await ctx.data.hears({ what: "deleted", uri: by.href, by: by.href });
  return new Response(null, { status: 202 });
}

async function liked(ctx: Ctx, { id, objectId }: Like, by: URL): Promise<void> {
  const post = objectId && (await ourPost(ctx, objectId));
  if (!post) return;
  const activity = id!.href;
  await ctx.data.hears({ what: "reacted", activity, by: by.href, kind: "like", id: post });
}

/** Something of ours is counted; what stands elsewhere is heard as its author said it. */
async function boosted(ctx: Ctx, { id, objectId }: Announce, by: URL): Promise<void> {
  if (!objectId) return;
  const post = await ourPost(ctx, objectId);
  const activity = id!.href;
  if (post !== undefined)
    return ctx.data.hears({ what: "reacted", activity, by: by.href, kind: "boost", id: post });
  const object = await fetchObject(ctx, objectId);
  if (object) await tell(ctx, object);
}

/** Who moves is followed to where they say, if it says the same there. */
async function moved(ctx: Ctx, { objectId, targetId }: Move, by: URL): Promise<void> {
  if (objectId?.href !== by.href || !targetId) return;
  const somebody = await personAt(ctx, targetId);
  if (!somebody?.actor.aliasIds.some(({ href }) => href === by.href)) return;
  const { kept, hears } = ctx.data;
  await kept.moved(by.href, somebody.reached);
  const whom = await kept.following(CAMPAIGN);
  if (whom.some(({ uri }) => uri === by.href)) {
    await carryOut(ctx, { do: "follow", uri: targetId.href });
    await kept.ended(CAMPAIGN, by.href);
  }
  await hears({ what: "moved", from: by.href, to: targetId.href });
}

async function flagged(ctx: Ctx, flag: Flag, by: URL): Promise<void> {
  const uris = flag.objectIds.slice(0, 50).map(({ href }) => href);
  const text = flag.content?.toString() ?? flag.summary?.toString() ?? "";
  const activity = flag.id!.href;
  await ctx.data.hears({ what: "flagged", activity, host: by.host, uris, text });
}
