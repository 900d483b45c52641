/**
 * Appends a second (signature checked, folded, durable) in batches, against bare node:sqlite inserts of the same
 * bytes with the same durability; then a rebuild of 100,000 records in a process of its own.
 */
import { execFileSync } from "node:child_process";
import { DatabaseSync } from "node:sqlite";
import { join } from "node:path";
import { Kysely } from "kysely";
import { registry } from "../src/models.ts";
import { openSqlite } from "../src/platform/db/open-sqlite.ts";
import type { Db } from "../src/platform/db/store.ts";
import { openLog } from "../src/platform/log/log.ts";
import { Clock } from "../src/platform/records/clock.ts";
import { newKey } from "../src/platform/records/keys.ts";
import { signRecord, type SignedRecord } from "../src/platform/records/record.ts";
import { temporary } from "../tools/program.ts";
import { campaignBody, placeBody, storyBody } from "./bodies.ts";
import { median, report } from "./report.ts";

const BATCH = 1000;
const ROUNDS = 5;
const PER_ROUND = 5000;
const REBUILT = 100_000;

using folder = temporary();
const owner = newKey();
const clock = new Clock(Date.now);
const store = openSqlite(join(folder.dir, "log.sqlite"));
const db: Db = new Kysely({ dialect: store.dialect });
const log = await openLog({
  db,
  store,
  registry,
  signer: { origin: "bench", privateKey: newKey().privateKey },
  now: Date.now,
});
await log.append([say("campaign.opened/1", campaignBody)]);
const bare = new DatabaseSync(join(folder.dir, "bare.sqlite"));
bare.exec(
  "pragma journal_mode = wal; pragma synchronous = full; create table record (id text primary key, entry blob, document blob)",
);
const insert = bare.prepare("insert into record values (?, ?, ?)");

let n = 0;
const mine: number[] = [];
const peer: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  const records = someRecords(PER_ROUND);
  mine.push(await perSecond(records, (batch) => log.append(batch)));
  peer.push(
    await perSecond(records, async (batch) => {
      bare.exec("begin");
      for (const { id, entry, document } of batch) insert.run(id, entry, document);
      bare.exec("commit");
    }),
  );
}
report({
  name: "log-append",
  value: median(mine),
  unit: "records/s",
  peer: { "node:sqlite inserts": median(peer) },
  ratio: median(mine) / median(peer),
});

while (n < REBUILT - 1) await log.append(someRecords(Math.min(BATCH * 2, REBUILT - 1 - n)));
await db.destroy();
const rebuilding = [
  "--max-semi-space-size=2", // as `cnd rebuild` runs
  "--import",
  "./tools/tsx-hook.ts",
  "bench/log-rebuild.ts",
  join(folder.dir, "log.sqlite"),
];
execFileSync(process.execPath, rebuilding, { stdio: "inherit" });

/** What an import says: a story and its address, and now and then a place. */
function someRecords(count: number): SignedRecord[] {
  const made: SignedRecord[] = [];
  while (made.length < count) {
    const opened =
      n % 10 === 0 ? say("place.named/1", placeBody(n)) : say("story.told/1", storyBody(n));
    const space = n % 10 === 0 ? "places" : "stories";
    made.push(opened, say("slug.bound/1", { space, slug: `s-${n}` }, opened));
    n += 2;
  }
  return made.slice(0, count);
}

function say(
  kind: string,
  body: Parameters<typeof signRecord>[0]["body"],
  about?: SignedRecord,
): SignedRecord {
  const at = clock.tick(about?.envelope.at);
  return signRecord({ kind, at, body, ...(about && { subject: about.id }) }, owner);
}

async function perSecond(
  all: readonly SignedRecord[],
  append: (batch: readonly SignedRecord[]) => Promise<unknown>,
): Promise<number> {
  const started = performance.now();
  let before: Promise<unknown> = Promise.resolve();
  for (let i = 0; i < all.length; i += BATCH) {
    const appended = append(all.slice(i, i + BATCH));
    await before; // one ahead, as an import does it
    before = appended;
  }
  await before;
  return all.length / ((performance.now() - started) / 1000);
}
