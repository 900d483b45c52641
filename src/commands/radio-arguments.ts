/** The arguments of `cnd radio`, as `parseArgs` takes them. */

/** A value may begin with a minus, `--at -33.1,-70.2`: it is a number, and no option. */
export function withNegatives(args: readonly string[]): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    const last = joined.at(-1);
    if (/^-[\d.]/.test(arg) && last?.startsWith("--") && !last.includes("="))
      joined[joined.length - 1] = `${last}=${arg}`;
    else joined.push(arg);
  }
  return joined;
}
