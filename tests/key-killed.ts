/** `cnd key change`, killed as it writes. */
import { spawnSync } from "node:child_process";
import { around, program } from "../tools/program.ts";

const CALLS = "rename,fsync,fdatasync";

/** Run it until one of its threads makes a file durable, or names one, for the `n`th time. */
export function changeKilledAt(n: number, env: Readonly<Record<string, string>>) {
  const traced = ["-f", "-o", "/dev/null", "-e", `trace=${CALLS}`];
  const killed = ["-e", `inject=${CALLS}:signal=KILL:when=${n}`];
  const command = [process.execPath, program(), "key", "change"];
  return spawnSync("strace", [...traced, ...killed, ...command], {
    encoding: "utf8",
    env: { ...around(), ...env },
  });
}
