/**
 * The ways in that the library does not bring: a link that works once, a name with a PIN, a passkey. They end in its own
 * sign-in: what a sign-in is, and how its cookie is made and read, stays the library's.
 */
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import type { BetterAuthPlugin } from "better-auth/types";
import * as v from "valibot";
import type { Networks } from "./networks.ts";
import type { Codes } from "./codes.ts";
import { linkName, vouchedFor } from "./tries.ts";

interface Entering {
  readonly userId: string;
  readonly network: string;
  /** With a passkey or a code, or vouched for: not by a PIN or a mail alone. */
  readonly strong: boolean;
}
type Context = Parameters<typeof setSessionCookie>[0];

interface DeskWays {
  readonly codes: Codes;
  readonly networks: Networks;
}

export function deskPlugin({ codes, networks }: DeskWays) {
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
          if (!used) return undefined;
          const [userId = ""] = used.value.split(" ");
          return enter(ctx, { userId, network, strong: used.value === vouchedFor(userId) });
        },
      ),
      /** For whoever was looked at already: a PIN or a code (guesses.ts), a passkey. */
      come: createAuthEndpoint(
        "/desk/come",
        {
          method: "POST",
          body: v.object({ userId: v.string(), network: v.string(), strong: v.boolean() }),
        },
        (ctx) => enter(ctx, ctx.body),
      ),
    },
  } satisfies BetterAuthPlugin;
}
