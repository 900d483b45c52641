/** Who has an account, under which name and in which role. */
import { hashPassword } from "@better-auth/utils/password";
import { readsLikeAddress } from "../mail/names.ts";
import { askAccounts } from "../private/accounts.ts";
import type { Privately } from "../private/part.ts";
import { accountOf, isSameName, NO_MAIL, type Accounts } from "./account.ts";
import type { Library } from "./library.ts";
import { is, setAccount, type Rows } from "./rows.ts";
import { momentNow } from "../process/steady-clock.ts";

type Roster = Pick<Accounts, "list" | "open" | "change" | "byId" | "byMail" | "setPin">;

export function openRoster(privately: Privately, rows: Rows, library: Library): Roster {
  async function list() {
    const sortBy = { field: "name", direction: "asc" } as const;
    const found = await askAccounts(privately).find({ table: "auth_user", where: [], sortBy });
    return found.map(accountOf);
  }
  return {
    list,

    async open({ name, role, email, lang }) {
      if (readsLikeAddress(name))
        throw new Error(`Expected a name that does not read like an address, got ${name}.`);
      if ((await list()).some((one) => isSameName(one.name, name)))
        throw new Error(`Expected a name that no account has, got ${name}. Choose another.`);
      const { auth } = await library();
      const { internalAdapter } = await auth.$context;
      if (email !== undefined && (await internalAdapter.findUserByEmail(email)))
        throw new Error(`Expected an address that no account has, got ${email}.`);
      const fresh = { name, role, closed: 0, pinFailures: 0, ...(lang !== undefined && { lang }) };
      const mail = email?.toLowerCase() ?? `${crypto.randomUUID()}${NO_MAIL}`;
      const user = await internalAdapter.createUser(
        { ...fresh, email: mail, emailVerified: false },
        { method: "invitation" },
      );
      return accountOf((await rows.find("auth_user", is("id", user.id)))[0]!);
    },

    async change(id, { name, role, closed, lang }) {
      const set = {
        ...(name !== undefined && { name }),
        ...(role !== undefined && { role }),
        ...(lang !== undefined && { lang }),
        ...(closed !== undefined && { closed: closed ? 1 : 0 }),
        updatedAt: momentNow(),
      };
      const changed = await askAccounts(privately).change({ id, set });
      // Also when it opens again: who was about to come in while it closed may be in since.
      if (closed !== undefined && changed) await rows.shut(id);
      return changed;
    },

    async byId(id) {
      const [row] = await rows.find("auth_user", is("id", id));
      return row && accountOf(row);
    },

    async byMail(email) {
      const [row] = await rows.find("auth_user", is("email", email.toLowerCase()));
      const account = row && accountOf(row);
      return account?.closed ? undefined : account;
    },

    async setPin(id, pin) {
      await setAccount(rows, id, { pin: await hashPassword(pin) });
    },
  };
}
