/**
 * The ways in that the library does not bring: a link that works once, a name with a PIN, a passkey. They end in its own
 * sign-in: what a sign-in is, and how its cookie is made and read, stays the library's.
 */
import { createHash, randomBytes } from "node:crypto";
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import type { BetterAuthPlugin } from "better-auth/types";
import * as v from "valibot";
import type { Networks } from "./networks.ts";
import type { Codes } from "./codes.ts";
import type { PasskeyCheck } from "./passkeys.ts";
import { BOUNDS, CODE_BOUNDS, openPlaces, openTries } from "./tries.ts";

/** A link's token: 128 bits that nobody guesses; only its hash is kept. */
export const newToken = (): string => randomBytes(16).toString("base64url");
export const linkName = (token: string): string =>
  `link:${createHash("sha256").update(token).digest("hex")}`;

/** Stands behind the account in a link that somebody who is signed in, or the operator, gave. */
export const VOUCHED = "vouched";

interface Entering {
  readonly userId: string;
  readonly network: string;
  /** With a passkey or a code, or vouched for: not by a PIN or a mail alone. */
  readonly strong: boolean;
}
type Context = Parameters<typeof setSessionCookie>[0];

interface DeskWays {
  readonly check: PasskeyCheck;
  readonly codes: Codes;
  readonly networks: Networks;
  /** ms of a clock that never jumps */
  readonly clock: () => number;
}

export function deskPlugin({ check, codes, networks, clock }: DeskWays) {
  let nobody: string | undefined; // a hash that no PIN has
  const [tries, codeTries] = [openTries(clock), openTries(clock, CODE_BOUNDS)];
  // Strangers who keep theirs full leave those free that are for networks from which the account was signed in.
  const [ofKnown, ofStrangers] = [openPlaces(), openPlaces()];
  async function enter(
    ctx: Context,
    { userId, network, strong }: Entering,
  ): Promise<{ id: string } | undefined> {
    const { internalAdapter } = ctx.context;
    const user = await internalAdapter.findUserById(userId);
    if (!user || (user as { closed?: number }).closed === 1) return undefined;
    const session = await internalAdapter.createSession(userId, false, { strong: strong ? 1 : 0 });
    await setSessionCookie(ctx, { session, user });
    // Whoever has yet to bring a code has a PIN or a mail that may be stolen: their network is none of the account's.
    if (strong || !(await codes.of(userId))) await networks.saw(userId, network);
    return { id: userId };
  }
  return {
    id: "desk",
    schema: {
      passkey: {
        fields: {
          userId: { type: "string", required: true },
          credential: { type: "string", required: true, unique: true },
          publicKey: { type: "string", required: true },
          counter: { type: "number", required: true },
          transports: { type: "string", required: true },
          createdAt: { type: "date", required: true },
        },
      },
      second: {
        fields: {
          failures: { type: "number", required: true },
          failuresUntil: { type: "string", required: false },
        },
      },
    },
    endpoints: {
      useLink: createAuthEndpoint(
        "/desk/link",
        { method: "POST", body: v.object({ token: v.string(), network: v.string() }) },
        async (ctx) => {
          const { token, network } = ctx.body;
          const used = await ctx.context.internalAdapter.consumeVerificationValue(linkName(token));
          const [userId = "", vouched] = used?.value.split(" ") ?? [];
          return used ? enter(ctx, { userId, network, strong: vouched === VOUCHED }) : undefined;
        },
      ),
      usePin: createAuthEndpoint(
        "/desk/pin",
        {
          method: "POST",
          body: v.object({ name: v.string(), pin: v.string(), network: v.string() }),
        },
        async (ctx) => {
          const { adapter, password } = ctx.context;
          const { name, pin, network } = ctx.body;
          const where = [{ field: "name", value: name }];
          const [user, twin] = await adapter.findMany<PinUser>({ model: "user", where, limit: 2 });
          // The same work where nobody has this name, so that the time it takes names nobody.
          const one = user && !twin && user.pin !== null ? user : undefined;
          const isKnown = await networks.isKnown(one?.id ?? "", network);
          const right = await (isKnown ? ofKnown : ofStrangers).hold(network, async () => {
            if (!tries.take(name, network, isKnown)) return false;
            const counted = one && (isKnown || (await countStranger(adapter, PIN_TRIES, one.id)));
            const hash = one?.pin ?? (nobody ??= await password.hash(newToken()));
            return (await password.verify({ hash, password: pin })) && counted === true;
          });
          if (right === undefined) return { busy: true as const };
          if (!one || !right) return undefined;
          tries.right(name, network);
          return enter(ctx, { userId: one.id, network, strong: false });
        },
      ),
      useCode: createAuthEndpoint(
        "/desk/code",
        {
          method: "POST",
          body: v.object({ userId: v.string(), code: v.string(), network: v.string() }),
        },
        async (ctx) => {
          const { userId, code, network } = ctx.body;
          const isKnown = await networks.isKnown(userId, network);
          const right = await (isKnown ? ofKnown : ofStrangers).hold(network, async () => {
            if (!codeTries.take(userId, network, isKnown)) return false;
            const { adapter } = ctx.context;
            if (!isKnown && !(await countStranger(adapter, CODE_TRIES, userId))) return false;
            return codes.check(userId, code);
          });
          if (right === undefined) return { busy: true as const };
          if (!right) return undefined;
          codeTries.right(userId, network);
          return enter(ctx, { userId, network, strong: true });
        },
      ),
      usePasskey: createAuthEndpoint(
        "/desk/passkey",
        { method: "POST", body: v.object({ answer: v.unknown(), network: v.string() }) },
        async (ctx) => {
          const { answer, network } = ctx.body;
          const userId = await check(answer);
          return userId === undefined ? undefined : enter(ctx, { userId, network, strong: true });
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}

interface PinUser {
  readonly id: string;
  readonly pin: string | null;
}

/** Where the tries of strangers are counted, until when, and how many there may be. */
interface Counted {
  readonly model: string;
  readonly count: string;
  readonly until: string;
  readonly most: number;
}
const PIN_TRIES: Counted = {
  model: "user",
  count: "pinFailures",
  until: "pinAfter",
  most: BOUNDS.strangersADay,
};
const CODE_TRIES: Counted = {
  model: "second",
  count: "failures",
  until: "failuresUntil",
  most: CODE_BOUNDS.strangersADay,
};

/**
 * A try from a network from which the account was never signed in is counted with the account before it is looked at: of
 * many that come at once, and over restarts, no more than those of the bound are. @returns whether this one is
 */
async function countStranger(
  adapter: Context["context"]["adapter"],
  { model, count, until, most }: Counted,
  id: string,
): Promise<boolean> {
  const now = new Date();
  const one = { field: "id", value: id };
  const ends = new Date(now.getTime() + BOUNDS.day).toISOString();
  const row = await adapter.findOne<Record<string, string | null>>({ model, where: [one] });
  if (!row) return false;
  const before = row[until] ?? null;
  if (before === null || before <= now.toISOString() || before > ends) {
    const day = [one, { field: until, value: before }];
    const update = { [count]: 0, [until]: ends };
    await adapter.updateMany({ model, where: day, update });
  }
  const where = [one, { field: count, operator: "lt" as const, value: most }];
  return (await adapter.incrementOne({ model, where, increment: { [count]: 1 } })) !== null;
}
