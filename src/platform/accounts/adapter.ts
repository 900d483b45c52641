/** The library's rows, kept by the log's thread: it owns the only writing connection (DESIGN 2.10). */
import { createAdapterFactory, type CleanedWhere } from "better-auth/adapters";
import type { AccountRow, Condition } from "../private/accounts.ts";
import type { Privately } from "../private/part.ts";

/**
 * @param aheadBy ms by which the machine's clock, which the library asks, is ahead of the one that sign-ins and links last by
 */
export const adapterOn = (privately: Privately, aheadBy: () => number = () => 0) => {
  const ask = <T>(verb: string, argument: object): Promise<T> =>
    privately(`accounts.${verb}`, argument) as Promise<T>;
  return createAdapterFactory({
    config: {
      adapterId: "private-tables",
      supportsBooleans: false,
      supportsDates: false,
      supportsNumericIds: false,
      supportsJSON: false,
    },
    adapter: () => ({
      create: async ({ model, data }) => {
        const ahead = aheadOf(model);
        const row = moved<AccountRow>(data, -ahead);
        return moved(await ask<never>("create", { table: tableOf(model), row }), ahead);
      },
      findOne: async ({ model, where }) => (await rows(model, where, { limit: 1 }))[0] ?? null,
      findMany: ({ model, where, limit, offset, sortBy }) =>
        rows(model, where ?? [], { limit, offset, sortBy }),
      count: ({ model, where }) =>
        ask<number>("count", { table: tableOf(model), where: conditions(where ?? []) }),
      update: async ({ model, where, update }) => (await set(model, where, update))[0] ?? null,
      updateMany: async ({ model, where, update }) => (await set(model, where, update)).length,
      delete: async ({ model, where }) => void (await remove(model, where)),
      deleteMany: ({ model, where }) => remove(model, where),
      consumeOne: async ({ model, where }) => {
        const asked = { table: tableOf(model), where: conditions(where) };
        const used = await ask<AccountRow | undefined>("consume", asked);
        return (used ? moved(used, aheadOf(model)) : null) as never;
      },
      incrementOne: async ({ model, where, increment, set: values }) => {
        const asked = { table: tableOf(model), where: conditions(where), by: increment };
        return (await ask<never>("add", { ...asked, set: values })) ?? null;
      },
    }),
  });

  function aheadOf(model: string): number {
    return LASTING.has(model) ? aheadBy() : 0;
  }
  async function rows(
    model: string,
    where: readonly CleanedWhere[],
    more: object,
  ): Promise<never[]> {
    const asked = { table: tableOf(model), where: conditions(where), ...more };
    const found = await ask<never[]>("find", asked);
    const ahead = aheadOf(model);
    return found.map((row) => moved(row, ahead));
  }
  function set(model: string, where: readonly CleanedWhere[], to: unknown): Promise<never[]> {
    const asked = { table: tableOf(model), where: conditions(where) };
    return ask("update", { ...asked, set: to as AccountRow });
  }
  function remove(model: string, where: readonly CleanedWhere[]): Promise<number> {
    return ask("remove", { table: tableOf(model), where: conditions(where) });
  }
};

const LASTING: ReadonlySet<string> = new Set(["session", "verification"]); // sign-ins, and the links to them
const TIMES = ["createdAt", "seenAt", "expiresAt"];

/** The same row, so many ms later: what is kept is told by the one clock, what the library reads by the other. */
function moved<Row extends AccountRow>(row: Row, ms: number): Row {
  if (ms === 0) return row;
  const later = TIMES.flatMap((name) => {
    const at = row[name];
    return typeof at === "string" ? [[name, new Date(Date.parse(at) + ms).toISOString()]] : [];
  });
  return { ...row, ...(Object.fromEntries(later) as Partial<Row>) };
}

const tableOf = (model: string): string => `auth_${model}`;

/** @throws Error at a condition that this project's use of the library never makes */
function conditions(where: readonly CleanedWhere[]): Condition[] {
  return where.map(({ field, operator = "eq", value, connector }, i) => {
    const isText =
      operator === "contains" || operator === "starts_with" || operator === "ends_with";
    if (isText || (connector === "OR" && i > 0))
      throw new Error(`Expected conditions that all hold, got ${connector} ${operator}.`);
    return { field, operator, value: value as Condition["value"] };
  });
}
