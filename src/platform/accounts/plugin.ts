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
import type { PasskeyCheck } from "./passkeys.ts";
import { BOUNDS, openPlaces, openTries } from "./tries.ts";

/** A link's token: 128 bits that nobody guesses; only its hash is kept. */
export const newToken = (): string => randomBytes(16).toString("base64url");
export const linkName = (token: string): string =>
  `link:${createHash("sha256").update(token).digest("hex")}`;

/** Stands behind the account in a link that somebody who is signed in, or the operator, gave. */
export const VOUCHED = "vouched";

interface Entering {
  readonly userId: string;
  readonly network: string;
  /** With a passkey, or vouched for: not by a PIN or a mail alone. */
  readonly strong: boolean;
}
type Context = Parameters<typeof setSessionCookie>[0];

/** @param clock ms of a clock that never jumps */
export function deskPlugin(check: PasskeyCheck, networks: Networks, clock: () => number) {
  let nobody: string | undefined; // a hash that no PIN has
  const tries = openTries(clock);
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
    await networks.saw(userId, network);
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
            const counted = one && (isKnown || (await countStranger(adapter, one)));
            const hash = one?.pin ?? (nobody ??= await password.hash(newToken()));
            return (await password.verify({ hash, password: pin })) && counted === true;
          });
          if (right === undefined) return { busy: true as const };
          if (!one || !right) return undefined;
          tries.right(name, network);
          return enter(ctx, { userId: one.id, network, strong: false });
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
  readonly pinFailures: number;
  readonly pinAfter: string | null;
}

/**
 * A try from a network from which the account was never signed in is counted with the account before its PIN is looked
 * at: of many that come at once, and over restarts, no more than those of the bound are. @returns whether this one is
 */
async function countStranger(
  adapter: Context["context"]["adapter"],
  user: PinUser,
): Promise<boolean> {
  const now = new Date();
  const one = { field: "id", value: user.id };
  const ends = new Date(now.getTime() + BOUNDS.day).toISOString();
  const isOver =
    user.pinAfter === null || user.pinAfter <= now.toISOString() || user.pinAfter > ends;
  if (isOver) {
    const day = [one, { field: "pinAfter", value: user.pinAfter }];
    const update = { pinFailures: 0, pinAfter: ends };
    await adapter.updateMany({ model: "user", where: day, update });
  }
  const most = BOUNDS.strangersADay;
  const where = [one, { field: "pinFailures", operator: "lt" as const, value: most }];
  const increment = { pinFailures: 1 };
  return (await adapter.incrementOne<PinUser>({ model: "user", where, increment })) !== null;
}
