/**
 * What follows from a change: the post is built as its feature shows it now, compared with what was said of it last, and
 * where it differs everybody is told, in one step with its mark. The same given twice sends nothing twice.
 */
import { signObject, type Context, type KvStore } from "@fedify/fedify";
import type { Activity } from "@fedify/fedify/vocab";
import { createHash } from "node:crypto";
import { dayAt } from "../../engines/calendar/day.ts";
import type { Db } from "../db/store.ts";
import type { OutgoingActivity, Sending } from "../private/deliveries.ts";
import type { SaidPost } from "../private/delivery-tables.ts";
import type { Privately } from "../private/part.ts";
import { marked, saidPost } from "../private/deliveries.ts";
import { saidPosts } from "../private/waiting-messages.ts";
import { askFederation } from "../private/federation.ts";
import { CAMPAIGN } from "./addresses.ts";
import { pairsOf } from "./federation.ts";
import { personAt } from "./people.ts";
import { outlineOf, postOf, type House } from "./house.ts";
import { announced, created, deleted, updated } from "./objects.ts";
import { documentIn, type FederationQueue } from "./queue.ts";
import type { Change, Post } from "./speaking.ts";

type Ctx = Context<House>;

interface Saying {
  readonly db: Db;
  readonly private: Privately;
  readonly queue: FederationQueue;
  readonly kv: KvStore;
  readonly now: () => number;
}

const NEWS = 14 * 24 * 3_600_000; // ms; what came out longer ago, and was never said, is no news
const TRIES = 5; // of one post that is said otherwise at the same moment

/** May be given the same again. */
export async function sayChanges(
  ctx: Ctx,
  with_: Saying,
  changes: readonly Change[],
): Promise<void> {
  const bySubject = Map.groupBy(changes, ({ subject }) => subject);
  for (const [subject, of] of bySubject)
    for (const id of await postsBy(ctx.data, subject))
      await sayPost(
        ctx,
        with_,
        id,
        of.map(({ record }) => `${record} ${id}`),
      );
}

/** Say what has changed with the day alone: what came out since the day on which it was asked last, what is shown no more. */
export async function sayToday(ctx: Ctx, with_: Saying): Promise<void> {
  const { db, kv, now } = with_;
  for (const id of await saidPosts(db)) await sayPost(ctx, with_, id, []);
  const today = dayAt(now());
  const last = (await kv.get<string>(SAID_DAY)) ?? today; // what came out before somebody followed is no news
  for (const { id, published } of await outlineOf(ctx.data, CAMPAIGN))
    if (published.slice(0, 10) > last && !(await saidPost(db, id)))
      await sayPost(ctx, with_, id, []);
  if (last !== today || (await kv.get(SAID_DAY)) === undefined) await kv.set(SAID_DAY, today);
}
const SAID_DAY = ["said", "day"] as const;

/** The posts that a subject decides about. */
async function postsBy({ speaks, asking }: House, subject: string): Promise<Set<string>> {
  return asking(async (with_) => {
    const all = new Set([subject]);
    for (const one of speaks)
      for (const id of (await one.posts?.(with_, subject)) ?? []) all.add(id);
    return all;
  });
}

async function sayPost(
  ctx: Ctx,
  with_: Saying,
  id: string,
  records: readonly string[],
): Promise<void> {
  const { db, queue, now } = with_;
  if (records.length > 0 && (await marked(db, records)).length === records.length) return;
  for (let i = 0; i < TRIES; i++) {
    const before = await saidPost(db, id);
    const post = await postOf(ctx.data, id);
    const next = plan(post, before, { id, now: now(), inboxes: await inboxesOf(ctx, post) });
    const activities: OutgoingActivity[] = [];
    for (const { activity, by, ...to } of next.says(ctx))
      activities.push({ ...to, ...(await signed(ctx, queue, activity, by)) });
    if (activities.length === 0 && records.length === 0) return;
    const sending: Sending = { records, now: now(), said: next.said, activities };
    const is = await askFederation(with_.private).send(sending);
    if (activities.length > 0) queue.look();
    if (is === "done") return;
  }
  throw new Error(`Expected to say post ${id}, it was said otherwise ${TRIES} times meanwhile.`);
}

interface Says extends Pick<OutgoingActivity, "followersOf" | "had" | "inboxes"> {
  readonly activity: Activity;
  /** Who says it. */
  readonly by: string;
}
interface Plan {
  /** The post as it stands afterwards. */
  readonly said: SaidPost;
  readonly says: (ctx: Ctx) => readonly Says[];
}

/** What is to be said of a post, from how it is shown and what was said of it last. */
function plan(
  post: Post | undefined,
  before: SaidPost | undefined,
  { id, now, inboxes }: { readonly id: string; readonly now: number } & Pick<Says, "inboxes">,
): Plan {
  const wasSaid = before?.state === "said";
  const version = before?.version ?? 0;
  const also = before === undefined || before.also === "" ? [] : before.also.split(" ");
  const everybody = { had: true, inboxes };
  if (!post) {
    if (!wasSaid) return nothing(before ?? unsaid(id));
    const { actor } = before;
    const said: SaidPost = { ...before, state: "deleted", hash: "", version: version + 1, at: now };
    const to = { ...everybody, followersOf: [actor, ...also] };
    return {
      said,
      says: (ctx) => [{ ...to, by: actor, activity: named(deleted(ctx, { id, actor }), version) }],
    };
  }
  const hash = createHash("sha256").update(JSON.stringify(post)).digest("hex");
  if (wasSaid && before.hash === hash) return nothing(before);
  if (!wasSaid && post.isArchived) return nothing(before ?? unsaid(id));
  const changed = changedAt(post, before, now);
  const said: SaidPost = {
    post: id,
    actor: post.actor,
    also: [...new Set([...also, ...post.also])].join(" "),
    hash,
    state: "said",
    version: version + 1,
    at: Math.max(now, changed),
  };
  const isNews = Date.parse(post.published) > now - NEWS;
  const to = { ...everybody, followersOf: [post.actor, ...(wasSaid ? also : [])] };
  const passing = isNews || wasSaid ? post.also.filter((by) => !wasSaid || !also.includes(by)) : [];
  return {
    said,
    says: (ctx) => [
      {
        ...to,
        by: post.actor,
        activity:
          wasSaid || !isNews
            ? updated(ctx, { ...post, updated: iso(changed) }, String(version + 1))
            : named(created(ctx, post), version),
      },
      ...passing.map((by) => ({
        followersOf: [by],
        had: false,
        inboxes: [],
        by,
        activity: named(announced(ctx, post, by), version),
      })),
    ],
  };
}

/**
 * The moment of a change, UTC milliseconds: later than any that was said of it before, or servers drop it as old. What no
 * record of the post says (a consent that ended, another page's words) happens when it is said.
 */
function changedAt(post: Post, before: SaidPost | undefined, now: number): number {
  const came = Date.parse(post.published);
  const last = Math.max(before?.at ?? 0, came);
  const own = post.updated === undefined ? came : Date.parse(post.updated);
  return own > last ? own : Math.max(now, last + 1);
}
const iso = (ms: number): string => new Date(ms).toISOString();

/** Of those whom it speaks to; one who cannot be asked just now finds it in the thread. */
async function inboxesOf(ctx: Ctx, post: Post | undefined): Promise<Says["inboxes"]> {
  const found = (post?.mentions ?? []).map(async (uri) => {
    const somebody = await personAt(ctx, new URL(uri));
    if (!somebody) return [];
    const { inbox, shared, host } = somebody.reached;
    return [{ inbox: shared ?? inbox, host }];
  });
  return (await Promise.all(found)).flat();
}

const nothing = (said: SaidPost): Plan => ({ said, says: () => [] });
const unsaid = (post: string): SaidPost => ({
  post,
  actor: CAMPAIGN,
  also: "",
  hash: "",
  state: "said",
  version: 0,
  at: 0,
});

/** What is said again after it was taken back has another id, or it would be taken for the same. */
function named<T extends Activity>(activity: T, version: number): T {
  return version < 2
    ? activity
    : (activity.clone({ id: new URL(`${activity.id!.href}-${version}`) }) as T);
}

/**
 * The library makes and signs the text once; whom it goes to is found where it is enqueued. The keys are ours to hand over,
 * because who is gone is not asked about any more; so the proof is made here, by the key's name in the actor's list.
 */
async function signed(
  ctx: Ctx,
  queue: FederationQueue,
  activity: Activity,
  by: string,
): Promise<Pick<OutgoingActivity, "activity" | "json" | "signer" | "n">> {
  const actor = ctx.getActorUri(by);
  const [rsa, ed25519] = await pairsOf(ctx.data, by);
  const listed = new URL("#multikey-2", actor); // as the library names the second key of an actor
  const proven = await signObject(activity, ed25519!.privateKey, listed, {
    contextLoader: ctx.contextLoader,
  });
  const signing = { privateKey: rsa!.privateKey, keyId: new URL("#main-key", actor) };
  const somebody = {
    id: new URL("https://inbox.invalid/"),
    inboxId: new URL("https://inbox.invalid/"),
  };
  const [message] = await queue.gather(() =>
    ctx.sendActivity(signing, somebody, proven, { normalizeExistingProofs: true }),
  );
  const { id, ...rest } = documentIn(message!, activity.id!.href);
  return { activity: id, ...rest, n: await queue.number() };
}
