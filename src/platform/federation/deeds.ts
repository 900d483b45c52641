/** What the desk does elsewhere in the campaign's name: it follows, likes, passes on, blocks, and reports. */
import type { Context } from "@fedify/fedify";
import {
  Announce,
  Block,
  Flag,
  Follow,
  isActor,
  Like,
  PUBLIC_COLLECTION,
  Undo,
  type Activity,
  type Actor,
} from "@fedify/fedify/vocab";
import { createHash } from "node:crypto";
import { CAMPAIGN } from "./addresses.ts";
import { fetchObject, signedLoader } from "./fetching.ts";
import type { House } from "./house.ts";
import { personAt } from "./people.ts";
import { timeNow } from "../process/steady-clock.ts";
import type { Deed } from "./speaking.ts";

type Ctx = Context<House>;

/** @throws Error when nobody stands at the address */
export async function carryOut(ctx: Ctx, deed: Deed): Promise<void> {
  const uri = new URL(deed.uri);
  if (deed.do === "unfollow") return unfollow(ctx, uri);
  if (deed.do === "flag") return flag(ctx, uri, deed);
  if (deed.do === "follow") return follow(ctx, await actorAt(ctx, uri));
  if (deed.do === "block" || deed.do === "unblock") {
    const whom = await actorAt(ctx, uri);
    const block = new Block({ ...said(ctx, "block", uri), object: whom.id });
    if (deed.do === "block") await ctx.data.kept.leave(uri.href);
    return send(ctx, whom, deed.do === "block" ? block : undone(ctx, block));
  }
  const object = await fetchObject(ctx, uri);
  const author = await object?.getAttribution({ documentLoader: await signedLoader(ctx) });
  if (!object?.id || !author || !isActor(author)) throw nobody(uri);
  const isBoost = deed.do === "boost" || deed.do === "unboost";
  const name = isBoost ? "boost" : "like";
  const values = { ...said(ctx, name, object.id), object: object.id };
  const activity = isBoost
    ? new Announce({ ...values, to: PUBLIC_COLLECTION, cc: ctx.getFollowersUri(CAMPAIGN) })
    : new Like(values);
  const sent = deed.do === name ? activity : undone(ctx, activity);
  await send(ctx, author, sent);
  if (isBoost) await ctx.sendActivity({ identifier: CAMPAIGN }, "followers", sent, SHARED);
}

const SHARED = { preferSharedInbox: true };

async function follow(ctx: Ctx, whom: Actor): Promise<void> {
  const since = timeNow();
  const activity = new Follow({
    ...said(ctx, `follow-${since}`, whom.id!), // one that was undone is not asked for by the same name
    object: whom.id,
    to: whom.id,
  });
  await ctx.data.kept.asked({
    actor: CAMPAIGN,
    uri: whom.id!.href,
    inbox: whom.inboxId!.href,
    activity: activity.id!.href,
    state: "asked",
    since,
  });
  await send(ctx, whom, activity);
}

async function unfollow(ctx: Ctx, uri: URL): Promise<void> {
  const asked = await ctx.data.kept.ended(CAMPAIGN, uri.href);
  if (!asked) return;
  const to = { id: uri, inboxId: new URL(asked.inbox) };
  const id = new URL(asked.activity);
  const activity = new Follow({ id, actor: ctx.getActorUri(CAMPAIGN), object: uri });
  await ctx.sendActivity({ identifier: CAMPAIGN }, to, undone(ctx, activity));
}

/** The server of what is reported is told; a moderator's own words are not among the text. */
async function flag(ctx: Ctx, uri: URL, { by, text }: Extract<Deed, { do: "flag" }>) {
  const whom = await actorAt(ctx, new URL(by));
  const objects = [whom.id!, uri];
  await send(ctx, whom, new Flag({ ...said(ctx, "flag", uri), objects, content: text }));
}

const send = (ctx: Ctx, to: Actor, activity: Activity): Promise<void> =>
  ctx.sendActivity({ identifier: CAMPAIGN }, to, activity);

/** The same deed has the same id, so that its undoing names it. */
function said(ctx: Ctx, name: string, about: URL): { id: URL; actor: URL } {
  const actor = ctx.getActorUri(CAMPAIGN);
  const hash = createHash("sha256").update(about.href).digest("hex").slice(0, 32);
  return { id: new URL(`#${name}-${hash}`, actor), actor };
}

function undone(ctx: Ctx, activity: Activity): Undo {
  const { id } = activity;
  const actor = ctx.getActorUri(CAMPAIGN);
  return new Undo({ id: new URL(`${id!.href}-undo`), actor, object: activity });
}

async function actorAt(ctx: Ctx, uri: URL): Promise<Actor> {
  const somebody = await personAt(ctx, uri);
  if (!somebody) throw nobody(uri);
  return somebody.actor;
}

const nobody = (uri: URL): Error =>
  new Error(`Expected somebody of the fediverse at ${uri.href}, found nobody.`);
