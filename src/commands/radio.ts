/** `cnd radio`: the engines of radio from the keyboard and from scripts. */
import type { Settings } from "./context.ts";

interface Command {
  readonly help: string;
  run(settings: Settings, args: readonly string[]): Promise<void>;
}

/** Loaded when asked for, and without the rest of the house: a sweep should need little memory. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  cases: () => import("./radio-cases.ts"),
  link: () => import("./radio-link.ts"),
  coverage: () => import("./radio-coverage.ts"),
};

const USAGE = `cnd radio cases       ITM predictions for paths in a table
cnd radio link        a link between two places: profile, clearance, loss, availability
cnd radio coverage    loss, or the lowest visible height, at every node around a mast

cnd radio COMMAND --help  more about a command`;

export async function help([name = ""]: readonly string[]): Promise<string> {
  return (await COMMANDS[name]?.())?.help ?? USAGE;
}

/** @throws Error that says what was expected */
export async function run(settings: Settings, [name, ...rest]: readonly string[]): Promise<void> {
  const load = COMMANDS[name ?? ""];
  if (!load)
    throw new Error(
      `Expected cnd radio ${Object.keys(COMMANDS).join("|")}, got ${name ?? "nothing after it"}.`,
    );
  await (await load()).run(settings, rest);
}
