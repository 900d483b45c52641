/** Convergence: whoever holds the same records has the same tables, on either database. */
import assert from "node:assert/strict";
import { cpSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import * as fc from "fast-check";
import { folderParts } from "../src/folder-parts.ts";
import { registry } from "../src/models.ts";
import { importFolder } from "../src/platform/folder/import.ts";
import { NOTHING_WAITS } from "../src/platform/folder/sample.test.ts";
import { knownThings } from "../src/platform/folder/folder-log.ts";
import { ERASURE_MADE, GRANT_GIVEN } from "../src/platform/log/kinds.ts";
import { openLog, type Log } from "../src/platform/log/log.ts";
import { thingsIn } from "../src/platform/log/reading.ts";
import { openMedia } from "../src/platform/media/media.ts";
import { Clock } from "../src/platform/records/clock.ts";
import { newKey, type Key } from "../src/platform/records/keys.ts";
import { signRecord, type SignedRecord } from "../src/platform/records/record.ts";
import { temporary } from "../tools/program.ts";
import { DATABASES, type TestDatabase } from "./databases.ts";
import { tablesAsText } from "./tables.ts";

/** What is said in seven languages is said in one of them here: most of what each of the many runs took was theirs. */
const ANOTHER_LANGUAGE = /\.(?:ar|es|hi|pt|sw|zh)\.md$|(?:^|\/)(?:ar|es|hi|pt|sw|zh)\.po$/;

const ORDERS = Number(process.env["CND_ORDERS"] ?? 4); // on each database; the long run has more

const owner = newKey();
const delegate = newKey();
const signer = newKey();
const clock = new Clock(Date.now);
const records = await everythingSaid();

async function openFor({ db, store }: TestDatabase): Promise<Log> {
  return openLog({
    db,
    store,
    registry,
    signer: { origin: "convergence", privateKey: newKey().privateKey },
    now: Date.now,
  });
}

/**
 * The first campaign's own records, and then the quarrels: edits of the same thing at the same time, addresses
 * claimed twice, withdrawals, erasures, a delegate's records.
 */
async function everythingSaid(): Promise<SignedRecord[]> {
  using folder = temporary();
  const campaign = join(folder.dir, "campaign");
  cpSync("campaign", campaign, {
    recursive: true,
    filter: (file) => !ANOTHER_LANGUAGE.test(file),
  });
  await using database = await DATABASES.SQLite();
  const log = await openFor(database);
  const said: SignedRecord[] = [];
  const imported = await importFolder({
    dir: campaign,
    parts: folderParts,
    log: {
      things: (space, kinds) => thingsIn(database.db, space, kinds),
      async append(all) {
        said.push(...all);
        await log.append(all);
      },
      memory: { read: async () => new Map(), keep: async () => undefined },
      waiting: NOTHING_WAITS,
    },
    key: owner,
    clock,
    media: openMedia(join(folder.dir, "media")),
  });
  assert.equal(imported.problems, undefined);
  const say = (
    draft: Omit<Parameters<typeof signRecord>[0], "at">,
    at = clock.tick(),
    key = owner,
  ) => said.push(signRecord({ ...draft, at }, key));
  const root = said[0]!;
  say({
    kind: GRANT_GIVEN,
    subject: root.id,
    body: { to: delegate.name, kinds: ["place.named/1", "slug.bound/1"] },
  });
  for (const part of folderParts) {
    const things = await knownThings({ things: (s, k) => thingsIn(database.db, s, k) }, part);
    const [one, two, three] = [...things.values()];
    if (!one?.body || part.space === "campaign") continue;
    const at = clock.tick();
    say({ kind: part.edit, subject: one.subject, body: one.body }, at);
    say({ kind: part.edit, subject: one.subject, body: two?.body ?? one.body }, at);
    say(
      { kind: "slug.bound/1", subject: one.subject, body: { space: part.space, slug: "claimed" } },
      at,
    );
    if (!two || !three) continue;
    say(
      { kind: "slug.bound/1", subject: two.subject, body: { space: part.space, slug: "claimed" } },
      at,
    );
    say({ kind: part.withdrawal, subject: two.subject, body: {} }, at);
    const opening = said.find((r) => r.id === three.subject)!;
    say({ kind: ERASURE_MADE, subject: three.subject, body: { bodies: [opening.envelope.body] } });
  }
  sayAboutPledges(said, say);
  const places = said.filter((r) => r.envelope.kind === "place.named/1");
  const body = JSON.parse(Buffer.from(places[0]!.document).toString()) as { say: never };
  say({ kind: "place.named/1", body: body.say }, clock.tick(), delegate);
  return said;
}

/** Figures, evidence and its erasure, a dispute, a signature, a circle: all about pledges that count. */
function sayAboutPledges(
  said: readonly SignedRecord[],
  say: (draft: Omit<Parameters<typeof signRecord>[0], "at">, at?: string, key?: Key) => void,
): void {
  const opened = (kind: string) => said.filter((r) => r.envelope.kind === kind);
  const pledge = opened("pledge.made/1")[0]!;
  const { say: body } = JSON.parse(Buffer.from(pledge.document).toString()) as {
    say: { pledger: string };
  };
  const subject = pledge.id;
  const partner = opened("partner.named/1").find((r) => r.id !== body.pledger)!.id;
  const source = { title: "A release", url: "https://example.com/release" };
  const asOf = "2026-01-31";
  const wholes = opened("pledge.made/1").slice(1, 3);
  const ids = [subject, ...wholes.map(({ id }) => id)];
  for (const [i, id] of ids.entries()) {
    const countsTowards = ids[i === 1 ? 2 : 1]!; // the first is part of the second, those two of each other
    const counting = { ...body, goal: true, unit: "people", countsTowards };
    say({ kind: "pledge.edited/1", subject: id, body: counting });
  }
  say({ kind: "partner.key/1", subject: partner, body: { key: signer.name } });
  say({
    kind: GRANT_GIVEN,
    subject: partner,
    body: { to: signer.name, kinds: ["attestation.signed/1"] },
  });
  const figure = { value: 5, unit: "people", asOf };
  const claim = { ...figure, id: "later", text: "people", measure: "cumulative", saidOn: asOf };
  const where = { saidBy: "A carrier", by: "pledger", source };
  say({ kind: "claim.made/1", subject, body: { ...claim, ...where } });
  const signed = { ...figure, claim: "later", statement: "We counted." };
  say({ kind: "attestation.signed/1", subject, body: signed }, clock.tick(), signer);
  const evidence = { claim: "later", kind: "document", title: "A report", by: "An office" };
  say({
    kind: "evidence.filed/1",
    subject,
    body: { ...evidence, url: source.url, date: asOf },
  });
  const filed = said.at(-1)!.envelope.body;
  say({ kind: ERASURE_MADE, subject, body: { bodies: [filed] } });
  const dispute = { id: "d1", text: "We counted fewer.", by: "A village", date: asOf, source };
  say({ kind: "dispute.filed/1", subject, body: dispute });
  const answer = { dispute: "d1", text: "We counted again.", by: "A carrier", date: asOf };
  say({ kind: "dispute.answered/1", subject, body: answer });
}

async function tablesAfter(
  database: TestDatabase,
  batches: readonly (readonly SignedRecord[])[],
  rebuild: boolean,
): Promise<string> {
  const log = await openFor(database);
  for (const batch of batches) await log.append(batch);
  if (rebuild) await log.rebuild();
  return tablesAsText(database.db, registry);
}

for (const [name, open] of Object.entries(DATABASES))
  test(`law: any order, duplicates and a rebuild give the same tables: ${name}`, async () => {
    assert.ok(records.length > 150);
    let expected: string;
    {
      await using straight = await DATABASES.SQLite();
      expected = await tablesAfter(straight, [records], false);
    }
    assert.match(expected, /Masibulele/);
    assert.match(expected, /attested/);
    const cuts = fc.array(fc.integer({ min: 1, max: 120 }), { minLength: 3, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(
        fc.infiniteStream(fc.nat()),
        cuts,
        fc.boolean(),
        async (picks, sizes, rebuild) => {
          const shuffled = [...records, ...records.slice(0, 40)]
            .map((record) => ({ record, at: picks.next().value as number }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ record }) => record);
          const batches: SignedRecord[][] = [];
          for (let i = 0, n = 0; i < shuffled.length; n++) {
            const size = sizes[n % sizes.length]!;
            batches.push(shuffled.slice(i, i + size));
            i += size;
          }
          await using database = await open();
          assert.equal(await tablesAfter(database, batches, rebuild), expected);
        },
      ),
      { numRuns: ORDERS },
    );
  });
