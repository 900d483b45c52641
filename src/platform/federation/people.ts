/** Somebody elsewhere, and how they are written to: asked where they stand. */
import type { Context } from "@fedify/fedify";
import { isActor, type Actor } from "@fedify/fedify/vocab";
import { fetchObject } from "./fetching.ts";
import { stranger } from "./hearing.ts";
import type { House } from "./house.ts";
import type { Reached } from "./kept.ts";

/** Undefined where nobody stands, or somebody who cannot be written to. */
export async function personAt(
  ctx: Context<House>,
  uri: URL,
): Promise<{ readonly actor: Actor; readonly reached: Reached } | undefined> {
  const actor = await fetchObject(ctx, uri);
  if (!actor || !isActor(actor) || actor.id?.href !== uri.href || !actor.inboxId) return undefined;
  const shared = actor.endpoints?.sharedInbox?.href ?? null;
  const { handle } = stranger(actor, uri);
  const inbox = actor.inboxId.href;
  return { actor, reached: { uri: uri.href, handle, inbox, shared, host: uri.host } };
}
