/** Who is signed in, where, and for how long still. */
import { LIMITS } from "../budget/limits.ts";
import type { Privately } from "../private/part.ts";
import { askAccounts } from "../private/accounts.ts";
import { accountOf, headersOf, type Account, type Accounts, type Visitor } from "./account.ts";
import { machineNow } from "../process/steady-clock.ts";
import { agedNow, type AccountsOptions, type Library } from "./library.ts";
import { is, type Rows } from "./rows.ts";

type SignIns = Pick<
  Accounts,
  "who" | "signIns" | "revoke" | "revokeOthers" | "leave" | "forgetOld"
>;

/** Tokens in the library's cookies (two, where http became https): what follows the point is a signature, which it looks at. */
const SAID = /(?:^|[; ])(?:__Secure-)?cnd\.session_token=(\w{1,100})/g;
const SURE = 15 * 60_000; // ms for which somebody who came in is taken to be still there
const IDLE = LIMITS.signIn.seconds * 1000; // ms: a day's work goes on, the next morning's begins anew
const SEEN_EVERY = 5 * 60_000; // ms: no more often is it written down that somebody is there
const NETWORK_DAYS = 180; // for which a network is remembered from which an account was signed in

/** @param asksOf what is asked of somebody who proved no more than a PIN or a mail */
export function openSignIns(
  options: Pick<AccountsOptions, "private" | "idle" | "aheadBy">,
  rows: Rows,
  library: Library,
  asksOf: (account: Account) => Promise<Visitor["must"]>,
): SignIns {
  const { private: privately, idle: mostIdle = IDLE } = options;
  const seenEvery = Math.min(SEEN_EVERY, mostIdle / 2);
  /** Now, by the clock that sign-ins last by. */
  const steadily = (ago = 0) => new Date(agedNow(options) - ago).toISOString();

  const revoke: Accounts["revoke"] = (id, signIn) =>
    rows.remove("auth_session", is("userId", id), is("id", signIn));

  return {
    async who(req) {
      const tokens = [...(req.headers.cookie ?? "").matchAll(SAID)].map(([, token]) => token!);
      if (tokens.length === 0) return undefined;
      if (!library.isLoaded() && !(await holdsOne(privately, tokens))) return undefined;
      const { auth } = await library();
      const found = await auth.api.getSession({ headers: headersOf(req) });
      const [row] = found ? await rows.find("auth_user", is("id", found.user.id)) : [];
      const account = row && accountOf(row);
      if (!account || account.closed) return undefined;
      const { id: signIn, createdAt, seenAt } = found!.session;
      const idle = typeof seenAt === "string" ? machineNow() - Date.parse(seenAt) : seenEvery;
      if (idle > mostIdle) {
        await revoke(account.id, signIn);
        return undefined;
      }
      if (Math.abs(idle) >= seenEvery)
        await rows.set("auth_session", signIn, { seenAt: steadily() });
      const age = machineNow() - createdAt.getTime();
      const here = age >= 0 ? age : Infinity;
      const isStrong = found!.session.strong === 1;
      const must = isStrong ? undefined : await asksOf(account);
      return { account, signIn, isSure: here < SURE, here, isStrong, must };
    },

    async signIns(id) {
      const now = steadily();
      return (await rows.find("auth_session", is("userId", id)))
        .filter((row) => String(row["expiresAt"]) > now)
        .map((row) => ({
          id: String(row["id"]),
          since: String(row["createdAt"]),
          until: String(row["expiresAt"]),
          device: String(row["userAgent"] ?? ""),
        }));
    },

    revoke,

    revokeOthers: (id, signIn) =>
      rows.remove("auth_session", is("userId", id), {
        field: "id",
        operator: "ne",
        value: signIn,
      }),

    async leave(req) {
      const { auth } = await library();
      const { headers } = await auth.api.signOut({
        headers: headersOf(req),
        returnHeaders: true,
      });
      return headers.getSetCookie();
    },

    async forgetOld() {
      const before = (field: string, ms: number) =>
        ({ field, operator: "lt", value: steadily(ms) }) as const;
      for (const table of ["auth_session", "auth_verification"])
        await rows.remove(table, before("expiresAt", 0));
      await rows.remove("auth_session", before("seenAt", mostIdle));
      await rows.remove("auth_network", before("seenAt", NETWORK_DAYS * 24 * 3_600_000));
    },
  };
}

/** Asked of the tables, so that nothing is loaded for a cookie that is none of ours. */
async function holdsOne(privately: Privately, tokens: readonly string[]): Promise<boolean> {
  const where = [{ field: "token", operator: "in", value: tokens } as const];
  return Boolean(await askAccounts(privately).count({ table: "auth_session", where }));
}
