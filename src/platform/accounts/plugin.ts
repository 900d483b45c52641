/**
 * The ways in that the library does not bring: a link that works once, a name with a PIN, a passkey. They end in its own
 * sign-in: what a sign-in is, and how its cookie is made and read, stays the library's.
 */
import { createHash, randomBytes } from "node:crypto";
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import type { BetterAuthPlugin } from "better-auth/types";
import * as v from "valibot";
import type { PasskeyCheck } from "./passkeys.ts";

const MAX_PIN_FAILURES = 5; // of 10^8 PINs; then the account waits
const PIN_WAIT = 15 * 60_000; // ms

/** A link's token: 128 bits that nobody guesses; only its hash is kept. */
export const newToken = (): string => randomBytes(16).toString("base64url");
export const linkName = (token: string): string =>
  `link:${createHash("sha256").update(token).digest("hex")}`;

type Context = Parameters<typeof setSessionCookie>[0];

export function deskPlugin(check: PasskeyCheck) {
  let nobody: string | undefined; // a hash that no PIN has
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
        { method: "POST", body: v.object({ token: v.string() }) },
        async (ctx) => {
          const used = await ctx.context.internalAdapter.consumeVerificationValue(
            linkName(ctx.body.token),
          );
          return used ? enter(ctx, used.value) : undefined;
        },
      ),
      usePin: createAuthEndpoint(
        "/desk/pin",
        { method: "POST", body: v.object({ name: v.string(), pin: v.string() }) },
        async (ctx) => {
          const { adapter, password } = ctx.context;
          const where = [{ field: "name", value: ctx.body.name }];
          const [user, twin] = await adapter.findMany<PinUser>({ model: "user", where, limit: 2 });
          // The same work where nobody has this name, so that the time it takes names nobody.
          const known = user && !twin && user.pin !== null ? user : undefined;
          const hash = known?.pin ?? (nobody ??= await password.hash(newToken()));
          const counted = known && (await countTry(adapter, known));
          const right = await password.verify({ hash, password: ctx.body.pin });
          if (!known || !counted) return undefined;
          const one = [{ field: "id", value: known.id }];
          if (right)
            await adapter.update({
              model: "user",
              where: one,
              update: { pinFailures: 0, pinAfter: null },
            });
          return right ? enter(ctx, known.id) : undefined;
        },
      ),
      usePasskey: createAuthEndpoint(
        "/desk/passkey",
        { method: "POST", body: v.object({ answer: v.unknown() }) },
        async (ctx) => {
          const userId = await check(ctx.body.answer);
          return userId === undefined ? undefined : enter(ctx, userId);
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
 * A try is counted before its PIN is looked at: of many that come at once no more than the fifth is. The fifth makes
 * the account wait, whatever it brings. @returns whether this one is looked at
 */
async function countTry(adapter: Context["context"]["adapter"], user: PinUser): Promise<boolean> {
  const now = new Date();
  const one = { field: "id", value: user.id };
  if (user.pinAfter !== null) {
    if (user.pinAfter > now.toISOString()) return false;
    const fresh = [one, { field: "pinAfter", value: user.pinAfter }];
    const update = { pinFailures: 0, pinAfter: null };
    await adapter.updateMany({ model: "user", where: fresh, update });
  }
  const where = [
    one,
    { field: "pinFailures", operator: "lt" as const, value: MAX_PIN_FAILURES },
    { field: "pinAfter", value: null },
  ];
  const counted = await adapter.incrementOne<PinUser>({
    model: "user",
    where,
    increment: { pinFailures: 1 },
  });
  if (!counted) return false;
  if (counted.pinFailures >= MAX_PIN_FAILURES) {
    const pinAfter = new Date(now.getTime() + PIN_WAIT).toISOString();
    await adapter.update({ model: "user", where: [one], update: { pinAfter } });
  }
  return true;
}

async function enter(ctx: Context, userId: string): Promise<{ id: string } | undefined> {
  const { internalAdapter } = ctx.context;
  const user = await internalAdapter.findUserById(userId);
  if (!user || (user as { closed?: number }).closed === 1) return undefined;
  const session = await internalAdapter.createSession(userId);
  await setSessionCookie(ctx, { session, user });
  return { id: userId };
}
