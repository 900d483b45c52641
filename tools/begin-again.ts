/** The program begun more than once in one process or thread; what it loads, and what that remembers, stays. */
import { pathToFileURL } from "node:url";

export interface Begun {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** @param main path of the program @returns begins it, with these arguments and nothing else in the environment */
export function beginAgain(main: string): (asked: Begun) => void {
  Reflect.deleteProperty(process, "execve"); // nor does it begin in the place of its process
  let times = 0;
  return ({ args, env }) => {
    process.argv = [process.execPath, main, ...args];
    for (const name of Object.keys(process.env)) Reflect.deleteProperty(process.env, name);
    Object.assign(process.env, env);
    times += 1;
    void import(`${pathToFileURL(main).href}?${times}`);
  };
}
