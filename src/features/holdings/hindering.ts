/** What has to be so before somebody is erased or frozen. Rule HD13. */
import type { FoundRow, Held } from "./found.ts";
import type { Wanted } from "./who.ts";

/**
 * Why nobody is erased or frozen: the name only stands in what others wrote, so that it may be a word like any other, or
 * whoever bears it may sign in still.
 */
export function hindering(
  { rows, wanted: { persons, chosen, isOne } }: Held & { readonly wanted: Wanted },
  verb: "erase" | "restrict",
): "unborne" | "openAccount" | undefined {
  const theirs = rows.filter(({ isTheirs }) => isTheirs);
  if (persons.length + chosen.length + theirs.length === 0 && !isOne) return "unborne";
  const isOpen = ({ table, row }: FoundRow) => table === "auth_user" && Number(row["closed"]) === 0;
  return verb === "erase" && theirs.some(isOpen) ? "openAccount" : undefined;
}
