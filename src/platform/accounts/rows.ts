/** What is asked of the accounts' own tables, whoever asks. */
import { askAccounts, type AccountRow, type Condition } from "../private/accounts.ts";
import type { Privately } from "../private/part.ts";
import { vouchedFor } from "./tries.ts";
import { momentNow } from "../process/steady-clock.ts";

export interface Rows {
  find(table: string, ...where: readonly Condition[]): Promise<AccountRow[]>;
  remove(table: string, ...where: readonly Condition[]): Promise<void>;
  /** Sets columns of one row. */
  set(table: string, id: string, columns: AccountRow): Promise<void>;
  /** Ends every sign-in of an account and every link to it, and forgets from where they came. */
  shut(id: string): Promise<void>;
}

export const is = (field: string, value: Condition["value"]): Condition => ({
  field,
  operator: "eq",
  value,
});

/** Sets columns of an account, and when. */
export const setAccount = (rows: Rows, id: string, columns: AccountRow): Promise<void> =>
  rows.set("auth_user", id, { ...columns, updatedAt: momentNow() });

export function openRows(privately: Privately): Rows {
  const remove: Rows["remove"] = async (table, ...where) => {
    await askAccounts(privately).remove({ table, where });
  };
  return {
    find: (table, ...where) => askAccounts(privately).find({ table, where }),
    remove,
    async set(table, id, columns) {
      await askAccounts(privately).update({ table, where: [is("id", id)], set: columns });
    },
    async shut(id) {
      for (const table of ["auth_session", "auth_network"]) await remove(table, is("userId", id));
      const links = { field: "value", operator: "in", value: [id, vouchedFor(id)] } as const;
      await remove("auth_verification", links);
    },
  };
}
