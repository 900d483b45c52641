/**
 * Serves as `cnd serve` does, one instance after the other, each until it was told to stop and nothing is left to do. What it loads is
 * loaded, and made quick, once; what modules remember for a while may be there still. Started by `serve` (program.ts): `server-process.ts MAIN`.
 */
import { beginAgain, type Begun } from "./begin-again.ts";

/** What it writes as an error when it could serve the next one. */
export const ENDED = "\0ended\0";

if (import.meta.main) {
  const main = process.argv[2]!;
  const begin = beginAgain(main);
  let serves = false;
  process.on("message", (asked: Begun) => {
    serves = true;
    process.channel!.unref(); // it ends when all else did
    begin(asked);
  });
  process.on("disconnect", () => process.kill(-process.pid, "SIGKILL")); // whoever asked has ended
  process.on("beforeExit", () => {
    if (serves) process.stderr.write(ENDED);
    serves = false;
    process.removeAllListeners("SIGINT").removeAllListeners("SIGTERM");
    process.channel?.ref();
  });
}
