/**
 * Who may hand something in, how often, and in what form: found out in the process itself, before the federation's thread
 * is troubled with it. Everything is remembered in memory alone, addresses salted, and within bounds. Rules FD1 to FD7.
 */
import { hash, randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";
import { addressOf } from "../web/network.ts";
import { contextsOf, readBounded } from "./bounded-json.ts";
import { claimOf, matchesDigest, type Claim } from "./signed-head.ts";

/** Why it is not taken, as it is answered. */
export interface Refusal {
  readonly status: 202 | 400 | 401 | 404 | 408 | 413 | 415 | 429 | 503;
  readonly text: string;
  /** Seconds. */
  readonly after?: number;
}

/** A letter that may be handed on. */
export interface Letter {
  readonly claim: Claim;
  readonly from: string;
  readonly memory: string;
  /** An account elsewhere says that it is gone; its key often is gone too. */
  readonly isFarewell: boolean;
}

export interface InboxDoor {
  /** Whoever asks, as a salted hash; for as long as the process lives. */
  from(req: Heading): string;
  /** By its head alone, before a byte of the body is read. */
  knock(req: Heading): Promise<Claim | Refusal>;
  /** By its body. */
  open(req: Heading, claim: Claim, body: Uint8Array): Letter | Refusal;
  /** What the thread answered. */
  learn(letter: Letter, status: number): Promise<void>;
}
type Heading = Pick<IncomingMessage, "headers" | "socket">;

const SPAN = 10; // s
const OF_ONE_ADDRESS = 400; // letters in it; many servers may stand behind one address
const OF_ONE_HOST = 200; // by one address in the name of one host
const FORGED = 10; // what a letter costs whose signature is wrong
const JSON_BOUNDS = { depth: 24, nodes: 8000 }; // a post that names a hundred people has 700 parts
const MOST_CONTEXTS = 10;
const TAKEN = { most: 20_000, for: 3_600_000 }; // ms; a sender tries again within the hour, if at all
const UNKNOWN = { most: 5000, for: 300_000, after: 3 }; // keys that were not found, or did not fit

export const isRefusal = (one: object): one is Refusal => "status" in one;

/** @param span seconds in which the letters of one sender are counted */
export function openInboxDoor(now: () => number, span = SPAN): InboxDoor {
  const salt = randomBytes(16).toString("hex");
  const addresses = new RateLimiterMemory({ points: OF_ONE_ADDRESS, duration: span });
  const hosts = new RateLimiterMemory({ points: OF_ONE_HOST, duration: span });
  const taken = openMemory<true>(TAKEN, now);
  const unknown = openMemory<number>(UNKNOWN, now);

  const from = (req: Heading): string =>
    hash("sha256", salt + ownNetwork(addressOf(req)), "base64url");
  const keyOf = (sender: string, { key }: Claim) => hash("sha256", `${sender} ${key}`, "base64url");

  return {
    from,
    async knock(req) {
      const sender = from(req);
      const fits = await consume(addresses, sender);
      if (fits !== undefined) return busy(fits);
      const claim = claimOf(req.headers, now());
      if ("problem" in claim) return { status: claim.status, text: claim.problem };
      // By address too: whoever borrows a name uses up nothing of whom it belongs to.
      const fitsHost = await consume(hosts, `${sender} ${claim.host}`);
      if (fitsHost !== undefined) return busy(fitsHost);
      if ((unknown.get(keyOf(sender, claim)) ?? 0) >= UNKNOWN.after)
        return { status: 401, text: "Expected a signature by a key that can be found" };
      return claim;
    },
    open(req, claim, body) {
      if (!matchesDigest(req.headers, body))
        return { status: 401, text: "Expected the body whose digest was signed" };
      const read = readBounded(body, JSON_BOUNDS);
      if ("problem" in read) return { status: 400, text: read.problem };
      const activity = activityOf(read.value);
      if (!activity) return { status: 400, text: "Expected an activity with an id and an actor" };
      if (contextsOf(read.value).size > MOST_CONTEXTS)
        return { status: 400, text: `Expected at most ${MOST_CONTEXTS} contexts` };
      const { id = hash("sha256", body), actor, type, object } = activity;
      const memory = hash("sha256", `${actor} ${id}`, "base64url");
      if (taken.get(memory)) return { status: 202, text: "Taken already" };
      const isFarewell = type === "Delete" && addressIn(object) === actor;
      return { claim, from: from(req), memory, isFarewell };
    },
    async learn({ claim, from: sender, memory, isFarewell }, status) {
      const key = keyOf(sender, claim);
      if (status < 300) taken.set(memory, true);
      if (status < 300) unknown.forget(key);
      if (status !== 401) return;
      unknown.set(key, (unknown.get(key) ?? 0) + 1);
      if (!isFarewell) await addresses.penalty(sender, FORGED);
    },
  };
}

const busy = (after: number): Refusal => ({ status: 429, text: "Too much at once", after });

/** @returns seconds to wait where it is one too many */
async function consume(limiter: RateLimiterMemory, key: string): Promise<number | undefined> {
  const { consumedPoints, msBeforeNext } = await limiter
    .consume(key)
    .catch((spent: RateLimiterRes) => spent);
  return consumedPoints > limiter.points ? Math.ceil(msBeforeNext / 1000) : undefined;
}

/** One machine's own: an IPv4 address, or the /64 of IPv6. Servers have addresses of their own, unlike people. */
function ownNetwork(address: string): string {
  if (!address.includes(":")) return address;
  const [head = "", tail = ""] = address.split("::");
  const before = head === "" ? [] : head.split(":");
  const after = tail === "" ? [] : tail.split(":");
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill("0");
  return [...before, ...zeros, ...after].slice(0, 4).join(":");
}

interface ActivityHead {
  /** Absent where it tells of its sender's profile. */
  readonly id?: string;
  readonly actor: string;
  readonly type: unknown;
  readonly object: unknown;
}

function activityOf(value: unknown): ActivityHead | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const { id, actor, type, object } = value as Record<string, unknown>;
  const by = addressIn(actor);
  if (by === undefined) return undefined;
  if (id === undefined && type === "Update" && addressIn(object) === by)
    return { actor: by, type, object };
  if (typeof id !== "string" || !URL.parse(id)) return undefined;
  return { id, actor: by, type, object };
}

/** An address, or the `id` of what stands in its place. */
function addressIn(value: unknown): string | undefined {
  const id = typeof value === "object" && value !== null ? (value as { id?: unknown }).id : value;
  return typeof id === "string" && URL.parse(id) ? id : undefined;
}

/** What is remembered for a while: when it is full, what came first is forgotten first. */
function openMemory<T>(
  { most, for: span }: { readonly most: number; readonly for: number },
  now: () => number,
) {
  const all = new Map<string, { readonly until: number; readonly value: T }>();
  return {
    get(key: string): T | undefined {
      const found = all.get(key);
      return found && found.until > now() ? found.value : undefined;
    },
    set(key: string, value: T): void {
      all.delete(key);
      if (all.size >= most) all.delete(all.keys().next().value!);
      all.set(key, { until: now() + span, value });
    },
    forget: (key: string): void => void all.delete(key),
  };
}
