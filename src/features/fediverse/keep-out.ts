/** Who is kept out of the conversation: a server by its name, or one account. Rule FE7. */
import type { Serving } from "../../platform/feature.ts";
import type { Federation } from "../../platform/federation/door.ts";
import { askBlocks, type BlockRow } from "../../platform/private/blocks.ts";
import { askFederation } from "../../platform/private/federation.ts";
import { askReactors } from "./private.ts";
import { readWho } from "./typed.ts";

export type NotKeptOut = "noAddress" | "nobody" | "shutFull";

/** @returns why nobody was */
export async function keepOut(
  { instance, federation }: Serving,
  typed: string,
  given: Omit<BlockRow, "who" | "sort">,
): Promise<NotKeptOut | undefined> {
  const ask = instance.log.private;
  const who = await whoOf(typed, federation);
  if ("trouble" in who) return who.trouble;
  const row: BlockRow = { ...who, ...given };
  const isBlocked = row.is === "blocked";
  // Told first: once they are shut out their server is not asked where they are written to.
  if (isBlocked && row.sort === "account" && federation?.on)
    await federation.does({ do: "block", uri: row.who }).catch(() => undefined);
  if (!(await askBlocks(ask).shut(row))) return "shutFull";
  if (!isBlocked) return undefined;
  // They follow nobody here any more, and are counted no more.
  if (row.sort === "domain") await askFederation(ask).leaveHost(row.who);
  else {
    await askFederation(ask).leave(row.who);
    await askReactors(ask).leave(row.who);
  }
  return undefined;
}

export async function letIn({ instance, federation }: Serving, who: string): Promise<void> {
  const row = await askBlocks(instance.log.private).open(who);
  if (row?.sort === "account" && row.is === "blocked" && federation?.on)
    await federation.does({ do: "unblock", uri: row.who }).catch(() => undefined);
}

/** A server by its name, an account by the address that it signs with: its page has another, and blocks nobody. */
async function whoOf(
  typed: string,
  federation: Federation | undefined,
): Promise<Pick<BlockRow, "who" | "sort"> | { readonly trouble: NotKeptOut }> {
  const read = readWho(typed);
  if (!read) return { trouble: "noAddress" };
  if (read.sort === "domain") return { who: read.who, sort: "domain" };
  const found = federation?.on ? await federation.find(read.who).catch(() => undefined) : undefined;
  // Whoever is gone, or cannot be asked now, is shut out by the address as it was typed.
  const who = found ?? (read.sort === "account" ? read.who : undefined);
  return who === undefined ? { trouble: "nobody" } : { who, sort: "account" };
}
