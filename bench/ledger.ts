/**
 * 1,000,000 claims over 10,000 pledges, said through the log: the headline page rendered uncached, and one new claim.
 * Takes some ten minutes, nearly all of it the seeding; `CLAIMS=100000` makes a tenth of it, and `KEEP=FOLDER` keeps
 * the log there and measures it again next time.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Kysely } from "kysely";
import { features } from "../src/app.ts";
import { registry } from "../src/models.ts";
import { campaignFrame } from "../src/features/campaign/api.ts";
import { openSqlite } from "../src/platform/db/open-sqlite.ts";
import type { Db } from "../src/platform/db/store.ts";
import { freshness, readState } from "../src/platform/log/state.ts";
import { openLog } from "../src/platform/log/log.ts";
import type { LogTables } from "../src/platform/log/tables.ts";
import { Clock } from "../src/platform/records/clock.ts";
import { keyFromPem, keyToPem, newKey, type Key } from "../src/platform/records/keys.ts";
import { signRecord, type LogRecord, type SignedRecord } from "../src/platform/records/record.ts";
import { createPages } from "../src/platform/web/pages.ts";
import { temporary } from "../tools/program.ts";
import { campaignBody } from "./bodies.ts";
import { median, report } from "./report.ts";

const PLEDGES = 10_000;
const CLAIMS = Number(process.env["CLAIMS"] ?? 1_000_000);
const PARTNERS = 500;
const ROUNDS = 5; // one round's p99 is the second slowest of 200: the machine's as much as ours
const EACH = 200; // renders, and new claims, a round
type Opened = Pick<LogRecord, "id" | "at">;

const kept = process.env["KEEP"];
using temporarily = kept === undefined ? temporary() : undefined;
const dir = kept ?? temporarily!.dir;
mkdirSync(dir, { recursive: true });
const owner = ownerKept(join(dir, "owner.pem"));
const clock = new Clock(Date.now);
const store = openSqlite(join(dir, "log.sqlite"));
const db: Db = new Kysely({ dialect: store.dialect });
const signer = { origin: "bench", privateKey: owner.privateKey };
const log = await openLog({ db, store, registry, signer, now: Date.now });
const each = Math.floor(CLAIMS / PLEDGES);
if ((await readState(db, "size")) === undefined) await seed();
const pledges = await db
  .withTables<LogTables>()
  .selectFrom("record")
  .select(["id", "at"])
  .where("kind", "=", "pledge.made/1")
  .orderBy("idx")
  .execute();
if (pledges.length !== PLEDGES)
  throw new Error(`Expected ${PLEDGES} pledges in ${dir}, found ${pledges.length}: seed it anew.`);

const pages = createPages({
  routes: features.flatMap((f) => f.routes),
  related: [],
  freshness,
  frame: (reader) => campaignFrame(reader, "http://localhost"),
  frameUses: { projections: ["campaign", "pages"] },
  dev: false,
});
const match = pages.match("/pledges", new URLSearchParams(), ["en"]);
const renders: number[][] = [];
for (let round = -1; round < ROUNDS; round++) {
  const times = await timed(Array.from({ length: round < 0 ? 20 : EACH }), () =>
    db.transaction().execute((tx) => pages.render(tx, match, "2026-11-24")),
  );
  if (round >= 0) renders.push(times); // the first warms up
}
report({
  name: "ledger-headline-p99",
  value: p99s(renders),
  unit: `ms, the median p99 of ${ROUNDS} rounds of ${EACH}`,
  peer: { median: median(renders.flat()), slowest: Math.max(...renders.flat()) },
});

const bare = new DatabaseSync(join(dir, "bare.sqlite"));
bare.exec(
  "pragma journal_mode = wal; pragma synchronous = full; create table if not exists record (id text primary key, entry blob, document blob)",
);
const insert = bare.prepare("insert into record values (?, ?, ?)");
const mine: number[][] = [];
const peers: number[][] = [];
let said = Number(await readState(db, "size")); // a log that was kept has some from before
for (let round = 0; round < ROUNDS; round++) {
  const records = Array.from({ length: EACH }, () =>
    claimOf(pledges[(++said * 7919) % PLEDGES]!, said),
  );
  mine.push(await timed(records, (record) => log.append([record])));
  peers.push(
    await timed(records, async ({ id, entry, document }) => insert.run(id, entry, document)),
  );
}
bare.close();
report({
  name: "ledger-new-claim-p99",
  value: p99s(mine),
  unit: `ms, the median p99 of ${ROUNDS} rounds of ${EACH}`,
  peer: {
    median: median(mine.flat()),
    slowest: Math.max(...mine.flat()),
    "node:sqlite insert, p99": p99s(peers),
    "node:sqlite insert, median": median(peers.flat()),
  },
});
await db.destroy();

async function seed(): Promise<void> {
  const began = performance.now();
  await log.append([say("campaign.opened/1", campaignBody)]);
  const partners = Array.from({ length: PARTNERS }, (_, i) =>
    say("partner.named/1", {
      name: `Partner ${i}`,
      kind: "carrier",
      summary: "A carrier.",
      standing: "joined",
    }),
  );
  await log.append(partners);
  for (let i = 0; i < PLEDGES; i += 20) {
    const batch: SignedRecord[] = [];
    for (let n = i; n < i + 20; n++) {
      const made = say("pledge.made/1", pledgeBody(n, partners[n % PARTNERS]!.id));
      const pledge = { id: made.id, at: made.envelope.at };
      batch.push(made, say("slug.bound/1", { space: "pledges", slug: `p-${n}` }, pledge));
      for (let c = 0; c < each; c++) batch.push(claimOf(pledge, c));
    }
    await log.append(batch);
  }
  const seconds = (performance.now() - began) / 1000;
  report({
    name: "ledger-seed",
    value: (PLEDGES * each) / seconds,
    unit: `claims/s, ${PLEDGES * each} claims, signing included`,
  });
}

/** The same owner goes on with a log that was kept. */
function ownerKept(path: string): Key {
  if (!existsSync(path)) writeFileSync(path, keyToPem(newKey()));
  return keyFromPem(readFileSync(path, "utf8"));
}

function pledgeBody(n: number, pledger: string) {
  return {
    kind: "pledge",
    title: `Pledge ${n}`,
    pledger,
    summary: "A promise in a sentence.",
    metric: "people connected",
    unit: "people",
    target: 1_000_000,
    from: "2025",
    by: "2030",
    goal: true,
  };
}

function claimOf(pledge: Opened, c: number): SignedRecord {
  const day = `2026-${String(1 + (c % 10)).padStart(2, "0")}-${String(1 + (c % 28)).padStart(2, "0")}`;
  return say(
    "claim.made/1",
    {
      id: `c${c}`,
      value: 1000 + c,
      unit: "people",
      text: "people in villages",
      measure: "cumulative",
      asOf: day,
      saidOn: day,
      saidBy: "A carrier",
      by: "pledger",
      source: { title: "A release", url: `https://example.com/release/${c}` },
    },
    pledge,
  );
}

function say(
  kind: string,
  body: Parameters<typeof signRecord>[0]["body"],
  about?: Opened,
): SignedRecord {
  const at = clock.tick(about?.at);
  return signRecord({ kind, at, body, ...(about && { subject: about.id }) }, owner);
}

async function timed<T>(
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
): Promise<number[]> {
  const times: number[] = [];
  for (const item of items) {
    const started = performance.now();
    await work(item);
    times.push(performance.now() - started);
  }
  return times;
}

function p99s(rounds: readonly (readonly number[])[]): number {
  return median(rounds.map((times) => quantile(times, 0.99)));
}

function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))]!;
}
