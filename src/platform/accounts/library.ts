/** better-auth as the desk uses it: on private tables, without its own pages, and without the address of whoever comes. */
import { createHmac } from "node:crypto";
import type { Privately } from "../private/part.ts";
import { machineNow } from "../process/steady-clock.ts";
import { keyToPem, type Key } from "../records/keys.ts";
import type { Networks } from "./networks.ts";
import type { SignInNotes } from "./trail.ts";

export interface AccountsOptions {
  readonly private: Privately;
  /** The public base address. */
  readonly base: string;
  /** The instance's own key; what signs cookies is derived from it. */
  readonly key: Key;
  /** What is kept and has to be read again is sealed with it: a key that stays when the other is changed. */
  readonly sealing: Key;
  /** ms after which a sign-in is over whose browser opened no page of the desk. */
  readonly idle?: number;
  /** ms of a clock that never jumps; given in tests. */
  readonly clock?: () => number;
  /** ms by which the machine's clock, which the library asks, is ahead of the one that sign-ins last by; never without it. */
  readonly aheadBy?: () => number;
  /** Told who came in, and who did not; where nobody signs in, as in a command, nobody is. */
  readonly notes?: SignInNotes;
}

const A_MONTH = 30 * 24 * 3600; // s

/** Now, by the clock that sign-ins and links last by; UTC ms. */
export const agedNow = ({ aheadBy }: Pick<AccountsOptions, "aheadBy">): number =>
  machineNow() - (aheadBy?.() ?? 0);

/** 32 bytes for one purpose, derived from a key. */
export const secretOf = (key: Key, what: string): Buffer =>
  createHmac("sha256", keyToPem(key)).update(what).digest();

/** Gives the library, and loads it when it is first asked for. */
export interface Library {
  (): ReturnType<typeof loadLibrary>;
  readonly isLoaded: () => boolean;
}

/** Loaded when somebody first comes to the desk: readers need none of it, nor do those who bring nothing that holds (A17). */
export function libraryOf(options: AccountsOptions, networks: Networks): Library {
  let loading: ReturnType<typeof loadLibrary> | undefined;
  const library = () => (loading ??= loadLibrary(options, networks));
  return Object.assign(library, { isLoaded: () => loading !== undefined });
}

async function loadLibrary(options: AccountsOptions, networks: Networks) {
  const { private: privately, base, key } = options;
  const [{ betterAuth }, { adapterOn }, { deskPlugin }, { openCodes }] = await Promise.all([
    import("better-auth/minimal"),
    import("./adapter.ts"),
    import("./plugin.ts"),
    import("./codes.ts"),
  ]);
  const text = { type: "string", input: false } as const;
  const codes = openCodes(privately, {
    key: secretOf(options.sealing, "codes"),
    host: new URL(base).hostname,
    now: () => agedNow(options),
  });
  const auth = betterAuth({
    baseURL: base,
    basePath: "/desk/auth", // nothing is served there: its endpoints are called from inside
    secret: secretOf(key, "accounts").toString("base64url"),
    database: adapterOn(privately, options.aheadBy),
    telemetry: { enabled: false },
    rateLimit: { enabled: false }, // ours is in front (platform/budget)
    session: {
      expiresIn: A_MONTH,
      disableSessionRefresh: true,
      additionalFields: {
        seenAt: { ...text, required: false },
        strong: { type: "number", input: false, required: false },
      },
    },
    user: {
      additionalFields: {
        role: { ...text, required: true },
        closed: { type: "number", input: false, required: true },
        pin: { ...text, required: false },
        pinFailures: { type: "number", input: false, required: true },
        pinAfter: { ...text, required: false },
        lang: { ...text, required: false },
      },
    },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => ({
            data: {
              ...session,
              ipAddress: "",
              userAgent: deviceOf(session.userAgent ?? ""),
              seenAt: new Date(machineNow()).toISOString(),
            },
          }),
        },
      },
    },
    advanced: {
      cookiePrefix: "cnd",
      // Readers' pages never see the cookie.
      defaultCookieAttributes: { path: "/desk", httpOnly: true, sameSite: "lax" },
      ipAddress: { disableIpTracking: true },
    },
    plugins: [deskPlugin({ codes, networks })],
  });
  return { auth, codes };
}

const BROWSERS = ["Firefox", "Edg", "OPR", "SamsungBrowser", "Chrome", "Safari"];
const SYSTEMS = ["Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux"];

/** "Firefox, Android". */
function deviceOf(userAgent: string): string {
  const named = [BROWSERS, SYSTEMS].map((names) => names.find((n) => userAgent.includes(n)));
  return named.filter((n) => n !== undefined).join(", ");
}
