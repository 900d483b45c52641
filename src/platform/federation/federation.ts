/** Fedify, set up: who our actors are, what stands at which address, and who hears what arrives. */
import {
  createFederation,
  exportJwk,
  generateCryptoKeyPair,
  importJwk,
  type Federation,
  type KvStore,
  type MessageQueue,
} from "@fedify/fedify";
import { preloadedContexts } from "@fedify/fedify/runtime";
import { Object as AnyObject, QuoteAuthorization, type Recipient } from "@fedify/fedify/vocab";
import type { Agent } from "./asking.ts";
import {
  ACTOR,
  CAMPAIGN,
  FEATURED,
  FOLLOWERS,
  FOLLOWING,
  INBOX,
  NODEINFO,
  OBJECT,
  OUTBOX,
  QUOTE,
  SHARED_INBOX,
} from "./addresses.ts";
import {
  actorCard,
  commentsOf,
  featuredOf,
  identifierOf,
  outlineOf,
  postOf,
  postsOf,
  standingAt,
  type House,
} from "./house.ts";
import type { Reached } from "./kept.ts";
import { listen } from "./inbox.ts";
import { actorObject, announced, created, postObject } from "./objects.ts";
import { authorization } from "./quotes.ts";

interface FederationSettings {
  readonly base: string;
  readonly version: string;
  readonly agent: Agent;
  readonly kv: KvStore;
  readonly queue: MessageQueue;
  /** Fetch from private networks too: tests alone. */
  readonly allowPrivate: boolean;
}

const PAGE = 20; // posts on one page of an outbox
const AT_ONCE = 1000; // followers
const SOFTWARE = "connect-not-divide";

/** Many servers do not say what they mean by a hashtag; without it there are none for whoever reads by the letter. */
const STREAMS = "https://www.w3.org/ns/activitystreams";
function knowHashtags(): void {
  const { "@context": terms } = preloadedContexts[STREAMS] as {
    "@context": Record<string, unknown>;
  };
  terms["Hashtag"] ??= "as:Hashtag";
}

export function openFedify(settings: FederationSettings): Federation<House> {
  knowHashtags();
  const { base, version, agent, kv, queue, allowPrivate } = settings;
  const fedify = createFederation<House>({
    kv,
    queue: { inbox: queue, outbox: queue }, // none for fan-out: ours does that itself (saying.ts)
    origin: base,
    manuallyStartQueue: true,
    circuitBreaker: false, // the queue knows how each server stands, and writes that down once for many messages
    userAgent: agent,
    allowPrivateAddress: allowPrivate,
  });
  actors(fedify);
  collections(fedify);
  fedify.setObjectDispatcher(AnyObject, OBJECT, async (ctx, { id }) => {
    const post = await postOf(ctx.data, id);
    return post ? postObject(ctx, post) : null;
  });
  fedify.setObjectDispatcher(QuoteAuthorization, QUOTE, authorization);
  fedify.setNodeInfoDispatcher(NODEINFO, async ({ data: house }) => ({
    software: { name: SOFTWARE, version, homepage: new URL(base) },
    protocols: ["activitypub"],
    services: { outbound: ["atom1.0"] },
    openRegistrations: false,
    usage: {
      users: { total: 1 },
      localPosts: (await outlineOf(house, CAMPAIGN)).length,
      localComments: await commentsOf(house),
    },
  }));
  listen(
    fedify
      .setInboxListeners(INBOX, SHARED_INBOX)
      .setSharedKeyDispatcher(() => ({ identifier: CAMPAIGN })),
  );
  return fedify;
}

function actors(fedify: Federation<House>): void {
  fedify
    .setActorDispatcher(ACTOR, async (ctx, identifier) => {
      const card = await actorCard(ctx.data, identifier);
      return card ? actorObject(ctx, card) : null;
    })
    .setKeyPairsDispatcher(async ({ data: house }, identifier) => {
      if (!(await actorCard(house, identifier))) return [];
      return pairsOf(house, identifier);
    })
    .mapHandle(
      async ({ data: house }, name) => (await identifierOf(house, name.toLowerCase())) ?? null,
    )
    .mapAlias(async ({ data: house }, resource) => {
      if (resource.origin !== new URL(house.base).origin) return null;
      const stands = await standingAt(house, resource.pathname);
      return stands && "actor" in stands ? { identifier: stands.actor } : null;
    });
}

/** Read once: signing must not wait for the database. */
export async function pairsOf(
  { kept, pairs }: House,
  identifier: string,
): Promise<CryptoKeyPair[]> {
  const known = pairs.get(identifier);
  if (known) return known;
  const keys = await kept.keys(identifier, newKeys);
  const read = await Promise.all(
    keys.map(async ({ private_key, public_key }) => ({
      privateKey: await importJwk(JSON.parse(private_key) as JsonWebKey, "private"),
      publicKey: await importJwk(JSON.parse(public_key) as JsonWebKey, "public"),
    })),
  );
  pairs.set(identifier, read);
  return read;
}

/** RSA of the length that nearly all servers use: one of 4096 bits takes four times as long for every message that is sent. */
const RSA = {
  name: "RSASSA-PKCS1-v1_5",
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
  hash: "SHA-256",
};

/** Of both sorts that other servers check. */
async function newKeys() {
  const pairs = {
    rsa: await crypto.subtle.generateKey(RSA, true, ["sign", "verify"]),
    ed25519: await generateCryptoKeyPair("Ed25519"),
  };
  const made = [];
  for (const algorithm of ["rsa", "ed25519"] as const) {
    const { privateKey, publicKey } = pairs[algorithm];
    const [private_key, public_key] = [await exportJwk(privateKey), await exportJwk(publicKey)];
    made.push({
      algorithm,
      private_key: JSON.stringify(private_key),
      public_key: JSON.stringify(public_key),
    });
  }
  return made;
}

function collections(fedify: Federation<House>): void {
  fedify
    .setOutboxDispatcher(OUTBOX, async (ctx, identifier, cursor) => {
      const { data: house } = ctx;
      if (cursor === null || !(await actorCard(house, identifier))) return null;
      const all = await outlineOf(house, identifier);
      const from = cursor === "" ? 0 : all.findIndex(({ id }) => id === cursor) + 1;
      const here = all.slice(from, from + PAGE);
      const posts = await postsOf(
        house,
        here.map(({ id }) => id),
      );
      return {
        items: posts.map((post) =>
          post.actor === identifier ? created(ctx, post) : announced(ctx, post, identifier),
        ),
        nextCursor: from + PAGE < all.length ? here.at(-1)!.id : null,
      };
    })
    .setCounter(async ({ data }, identifier) => (await outlineOf(data, identifier)).length)
    .setFirstCursor(() => "");
  fedify.setFeaturedDispatcher(FEATURED, async (ctx, identifier) => {
    if (!(await actorCard(ctx.data, identifier))) return null;
    const posts = await featuredOf(ctx.data, identifier);
    return { items: posts.map((post) => postObject(ctx, post)) };
  });
  fedify
    .setFollowersDispatcher(FOLLOWERS, async (ctx, identifier, cursor) => {
      // Who follows is nobody's business: whoever asks is told how many.
      if ("request" in ctx) return { items: [] };
      const some = await ctx.data.kept.followers(identifier, cursor ?? undefined, AT_ONCE);
      return {
        items: some.map(recipient),
        nextCursor: some.length < AT_ONCE ? null : some.at(-1)!.uri,
      };
    })
    .setCounter(({ data }, identifier) => data.kept.followerCount(identifier));
  const followed = async ({ data }: { readonly data: House }, identifier: string) =>
    (await data.kept.following(identifier)).filter(({ state }) => state === "accepted");
  fedify
    .setFollowingDispatcher(FOLLOWING, async (ctx, identifier) => ({
      items: (await followed(ctx, identifier)).map(({ uri }) => new URL(uri)),
    }))
    .setCounter(async (ctx, identifier) => (await followed(ctx, identifier)).length);
}

const recipient = ({ uri, inbox, shared }: Reached): Recipient => ({
  id: new URL(uri),
  inboxId: new URL(inbox),
  endpoints: shared === null ? null : { sharedInbox: new URL(shared) },
});
