/** The arguments of `cnd radio`. */
import { parseArgs, type ParseArgsConfig } from "node:util";

/** @throws Error that names an option which the command does not know */
export function radioOptions<const O extends NonNullable<ParseArgsConfig["options"]>>(
  command: string,
  args: readonly string[],
  options: O,
) {
  try {
    return parseArgs({ args: withNegatives(args), options }).values;
  } catch (error) {
    const [sentence] = (error as Error).message.split(". ");
    throw new Error(`${sentence}. See cnd radio ${command} --help`, { cause: error });
  }
}

/** A value may begin with a minus, `--at -33.1,-70.2`: it is a number, and no option. */
function withNegatives(args: readonly string[]): string[] {
  const joined: string[] = [];
  for (const arg of args) {
    const last = joined.at(-1);
    if (/^-[\d.]/.test(arg) && last?.startsWith("--") && !last.includes("="))
      joined[joined.length - 1] = `${last}=${arg}`;
    else joined.push(arg);
  }
  return joined;
}
