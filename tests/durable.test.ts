/** Under strace: an acknowledgement leaves the process only after the log's file was synced. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { Clock } from "../src/platform/records/clock.ts";
import { keyFromPem } from "../src/platform/records/keys.ts";
import { signRecord } from "../src/platform/records/record.ts";
import { cnd, serveAlone, temporary } from "../tools/program.ts";

test("each acknowledgement follows an fsync of the log", async () => {
  using folder = temporary();
  const env = { CND_DATA: join(folder.dir, "data") };
  assert.equal(cnd(["init", join(folder.dir, "campaign"), "--yes"]).code, 0);
  assert.equal(cnd(["import", join(folder.dir, "campaign")], env).code, 0);
  const owner = keyFromPem(readFileSync(join(env.CND_DATA, "keys/owner.pem"), "utf8"));
  const clock = new Clock(Date.now);
  const trace = join(folder.dir, "trace");
  const calls = "trace=fsync,fdatasync,write,writev,sendto,sendmsg";
  const ROUNDS = 5;
  {
    await using server = await serveAlone(
      env,
      [],
      ["strace", "-f", "-y", "-s", "400", "-e", calls, "-o", trace],
    );
    for (let i = 0; i < ROUNDS; i++) {
      const body = {
        type: "Feature",
        geometry: { type: "Point", coordinates: [1, 2] },
        properties: { name: `Round ${i}`, country: "ZA" },
      };
      const record = signRecord({ kind: "place.named/1", at: clock.tick(), body }, owner);
      const answer = await fetch(`${server.base}/log/records`, {
        method: "POST",
        body: JSON.stringify({
          records: [
            {
              entry: Buffer.from(record.entry).toString(),
              document: Buffer.from(record.document).toString(),
            },
          ],
        }),
      });
      assert.equal(answer.status, 200);
      await answer.text();
    }
  }
  let synced = 0;
  let acknowledged = 0;
  for (const line of readFileSync(trace, "utf8").split("\n")) {
    if (
      /f(data)?sync\(\d+<[^>]*log\.sqlite-wal>/.test(line) ||
      /<\.\.\. f(data)?sync resumed>/.test(line)
    )
      synced++;
    if (/(write|writev|sendto|sendmsg)\(\d+<.*accepted/.test(line)) {
      assert.ok(synced > 0, `acknowledged before the log was synced: ${line}`);
      acknowledged++;
      synced = 0;
    }
  }
  assert.equal(acknowledged, ROUNDS, "the trace shows every acknowledgement");
});
