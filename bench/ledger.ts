/**
 * 1,000,000 claims over 10,000 pledges, said through the log: the headline page rendered uncached, and one new claim.
 * Takes some ten minutes, nearly all of it the seeding; `CLAIMS=100000` makes a tenth of it.
 */
import { join } from "node:path";
import { Kysely } from "kysely";
import { registry, features } from "../src/app.ts";
import { campaignFrame } from "../src/features/campaign/feature.ts";
import { openSqlite } from "../src/platform/db/open-sqlite.ts";
import type { Db } from "../src/platform/db/store.ts";
import { freshness } from "../src/platform/log/state.ts";
import { openLog } from "../src/platform/log/log.ts";
import { Clock } from "../src/platform/records/clock.ts";
import { newKey } from "../src/platform/records/keys.ts";
import { signRecord, type SignedRecord } from "../src/platform/records/record.ts";
import { createPages } from "../src/platform/web/pages.ts";
import { temporary } from "../tools/program.ts";
import { campaignBody } from "./bodies.ts";
import { report } from "./report.ts";

const PLEDGES = 10_000;
const CLAIMS = Number(process.env["CLAIMS"] ?? 1_000_000);
const PARTNERS = 500;
const RENDERS = 200;
const NEW_CLAIMS = 200;

using folder = temporary();
const owner = newKey();
const clock = new Clock(Date.now);
const store = openSqlite(join(folder.dir, "log.sqlite"));
const db: Db = new Kysely({ dialect: store.dialect });
const signer = { origin: "bench", privateKey: newKey().privateKey };
const log = await openLog({ db, store, registry, signer, now: Date.now });
await log.append([say("campaign.opened/1", campaignBody)]);

const began = performance.now();
const partners = Array.from({ length: PARTNERS }, (_, i) =>
  say("partner.named/1", {
    name: `Partner ${i}`,
    kind: "carrier",
    summary: "A carrier.",
    standing: "joined",
  }),
);
await log.append(partners);
const each = Math.floor(CLAIMS / PLEDGES);
const pledges: SignedRecord[] = [];
for (let i = 0; i < PLEDGES; i += 20) {
  const batch: SignedRecord[] = [];
  for (let n = i; n < i + 20; n++) {
    const pledge = say("pledge.made/1", pledgeBody(n));
    pledges.push(pledge);
    batch.push(pledge, say("slug.bound/1", { space: "pledges", slug: `p-${n}` }, pledge));
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

const pages = createPages({
  routes: features.flatMap((f) => f.routes),
  related: [],
  freshness,
  frame: (reader) => campaignFrame(reader, "http://localhost"),
  frameUses: { projections: ["campaign", "pages"] },
  dev: false,
});
const match = pages.match("/pledges", new URLSearchParams(), ["en"]);
const renders: number[] = [];
for (let i = 0; i < RENDERS + 20; i++) {
  const started = performance.now();
  await db.transaction().execute((tx) => pages.render(tx, match, "2026-11-24"));
  if (i >= 20) renders.push(performance.now() - started);
}
report({
  name: "ledger-headline-p99",
  value: quantile(renders, 0.99),
  unit: "ms",
  peer: { median: quantile(renders, 0.5) },
});

const claims: number[] = [];
for (let i = 0; i < NEW_CLAIMS; i++) {
  const record = claimOf(pledges[(i * 7919) % PLEDGES]!, each + i);
  const started = performance.now();
  await log.append([record]);
  claims.push(performance.now() - started);
}
report({
  name: "ledger-new-claim-p99",
  value: quantile(claims, 0.99),
  unit: "ms",
  peer: { median: quantile(claims, 0.5) },
});
await db.destroy();

function pledgeBody(n: number) {
  return {
    kind: "pledge",
    title: `Pledge ${n}`,
    pledger: partners[n % PARTNERS]!.id,
    summary: "A promise in a sentence.",
    metric: "people connected",
    unit: "people",
    target: 1_000_000,
    from: "2025",
    by: "2030",
    goal: true,
  };
}

function claimOf(pledge: SignedRecord, c: number): SignedRecord {
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
  about?: SignedRecord,
): SignedRecord {
  const at = clock.tick(about?.envelope.at);
  return signRecord({ kind, at, body, ...(about && { subject: about.id }) }, owner);
}

function quantile(values: readonly number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))]!;
}
