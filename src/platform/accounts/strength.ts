/** For whom a PIN or a mail alone is not enough, and what is asked of them. */
import type { Privately } from "../private/part.ts";
import { askAccounts } from "../private/accounts.ts";
import type { Account, Accounts, Visitor } from "./account.ts";
import type { Library } from "./library.ts";
import { isRole, type Role } from "./roles.ts";
import { is, type Rows } from "./rows.ts";
import { momentNow } from "../process/steady-clock.ts";

interface Strength extends Pick<
  Accounts,
  "strongRoles" | "setStrongRoles" | "madeStrong" | "withSecond" | "resetSecond"
> {
  /** Of somebody who came in by no more than a PIN or a mail. */
  readonly asksOf: (account: Account) => Promise<Visitor["must"]>;
}

const STRONG = "strong:"; // before a role, among the settings

export function openStrength(privately: Privately, rows: Rows, library: Library): Strength {
  let strong: Promise<ReadonlySet<Role>> | undefined; // read once: it is changed here alone
  const strongRoles: Accounts["strongRoles"] = () =>
    (strong ??= rows.find("auth_setting").then(
      (found) => {
        const named = found.map(({ id }) => String(id).slice(STRONG.length));
        return new Set(named.filter(isRole));
      },
      (error: unknown) => {
        strong = undefined; // a database that was away for a moment is asked again
        throw error;
      },
    ));
  return {
    strongRoles,

    async asksOf({ id, role }) {
      if ((await rows.find("auth_second", is("id", id))).length > 0) return "prove"; // whoever set it up wants it
      if (!(await strongRoles()).has(role)) return undefined;
      return (await rows.find("auth_passkey", is("userId", id))).length > 0 ? "prove" : "ask";
    },

    async setStrongRoles(roles) {
      const ids = [...roles].map((role) => STRONG + role);
      for (const id of ids) {
        const row = { id, createdAt: momentNow() };
        await askAccounts(privately).once({ table: "auth_setting", row });
      }
      await rows.remove("auth_setting", { field: "id", operator: "not_in", value: ids });
      strong = undefined;
    },

    madeStrong: (signIn) => rows.set("auth_session", signIn, { strong: 1 }),

    async withSecond() {
      const keys = (await rows.find("auth_passkey")).map((row) => String(row["userId"]));
      const codes = (await rows.find("auth_second")).map((row) => String(row["id"]));
      return new Set([...keys, ...codes]);
    },

    async resetSecond(id) {
      await rows.remove("auth_passkey", is("userId", id));
      await (await library()).codes.drop(id);
      await rows.shut(id);
    },
  };
}
