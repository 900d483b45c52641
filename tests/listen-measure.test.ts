/** `cnd listen measure` (src/engines/hearing/README.md), over sounds that are all synthetic. */
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after } from "node:test";
import { chanceFrom } from "../src/engines/hearing/random.ts";
import { synthetic } from "../src/engines/hearing/synthetic.ts";
import { RATE } from "../src/engines/hearing/windows.ts";
import { cnd } from "../tools/program.ts";
import { foldersIn, wav } from "./recordings.ts";

const dir = mkdtempSync(join(tmpdir(), "cnd-measure-"));
after(() => rmSync(dir, { recursive: true }));

test("HE13 how often a detector is right is measured in one go, over sounds that nothing was trained on, and synthetic hours", () => {
  const folder = foldersIn(join(dir, "measured"));
  assert.match(cnd(["listen", "measure", folder]).err, /Expected sounds in .*unheard, found none/);
  mkdirSync(join(folder, "unheard"));
  mkdirSync(join(folder, "apart"));
  const stream = synthetic("wind", 24 * RATE, chanceFrom(6));
  writeFileSync(join(folder, "unheard", "wind.wav"), wav(stream));
  writeFileSync(
    join(folder, "apart", "idling.wav"),
    wav(synthetic("idling", 21 * RATE, chanceFrom(7))),
  );
  const {
    code,
    out: stdout,
    err,
  } = cnd(["listen", "measure", folder, "--hours", "0", "--minutes", "0"]);
  assert.equal(code, 0, err);
  const lines = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const motors = lines.filter(({ events }) => events !== undefined);
  assert.deepEqual(
    motors.map(({ what, level, events }) => [what, level, events].join(", ")),
    [
      "motors of 20 s, one threshold, 6, 4",
      "over another motor, apart, 6, 4",
      "motors of 20 s, one threshold, 0, 4",
      "over another motor, apart, 0, 4",
      "motors of 20 s, a threshold of each background, 6, 4",
      "motors of 20 s, a threshold of each background, 0, 4",
    ],
  );
  assert.ok((motors[0]!["recall"] as number) >= 0.75, stdout);
  const noise = lines.find(({ anHour }) => anHour !== undefined)!;
  assert.equal(noise["minutes"], (8 * 3 + 24) / 60);
  assert.ok((noise["atMostAnHour"] as number) > (noise["anHour"] as number));
});
