/** Pledges that are part of larger ones, and the proof behind every figure. Rules P29 and P30. */
import assert from "node:assert/strict";
import test from "node:test";
import * as fc from "fast-check";
import { partners } from "../partners/feature.ts";
import { places } from "../places/feature.ts";
import { openWorld, recordsOf, subjectOf, TODAY, type World } from "../places/world.test.kit.ts";
import { claim, evidenceFor, pledgeBody, source } from "./bodies.test.kit.ts";
import { pledges } from "./feature.ts";
import { goalHistory, pledgeAt } from "./queries.ts";
import { foldPledge } from "./fold.ts";
import { recordAt } from "./proof-address.ts";
import {
  ATTESTATION_SIGNED,
  CLAIM_MADE,
  DISPUTE_ANSWERED,
  DISPUTE_FILED,
  EVIDENCE_FILED,
  PLEDGE_EDITED,
  PLEDGE_MADE,
} from "./records.ts";

const body = (value: number, towards?: string, more: object = {}) =>
  pledgeBody({
    title: `A promise of ${value}`,
    goal: true,
    by: "2030",
    claims: [claim("c", value, "2026")],
    ...(towards !== undefined && { countsTowards: subjectOf("pledges", towards) }),
    ...more,
  });

async function world(said: Readonly<Record<string, object>>): Promise<World> {
  const it = await openWorld([places, partners, pledges]);
  await it.say("partners", "alpha", "partner.named/1", {
    name: "Alpha",
    kind: "company",
    summary: "An organisation.",
    standing: "named",
  });
  for (const [slug, pledge] of Object.entries(said))
    await it.say("pledges", slug, PLEDGE_MADE, pledge);
  return it;
}

async function claimed(it: World) {
  const { low, high, towards } = (await goalHistory(it.db, TODAY)).totals[0]!.claimed;
  return [low, high, towards];
}

test("P29 a pledge adds nothing beyond the larger one that it counts towards, at the low end, and the reason says so", async () => {
  await using it = await world({ part: body(60, "whole"), other: body(50, "whole") });
  assert.deepEqual(await claimed(it), [110, 110, 0], "the whole is not here yet");
  await it.say("pledges", "whole", PLEDGE_MADE, body(100));
  assert.deepEqual(await claimed(it), [100, 210, 2]);
  assert.match(
    (await it.page("/pledges")).replaceAll(/<[^>]+>/g, ""),
    /2 of these pledges are part of others, so they add nothing to the low end of a range\./,
  );
  await it.say("pledges", "part", PLEDGE_EDITED, body(60));
  assert.deepEqual(await claimed(it), [160, 210, 1], "it no longer says so");
  await it.say("pledges", "other", PLEDGE_EDITED, body(500, "whole"));
  assert.deepEqual(await claimed(it), [560, 660, 1], "the larger figure counts, whoever says it");
  await it.say("pledges", "whole", "pledge.withdrawn/1", {});
  assert.deepEqual(await claimed(it), [560, 560, 0]);
});

test("P29 it counts towards all that the larger one counts towards, also where that adds nothing itself", async () => {
  const said = { a: body(5, "b"), b: body(9, "c", { goal: false }), c: body(20) };
  await using it = await world(said);
  assert.deepEqual(await claimed(it), [20, 25, 1]);
});

test("P29 one part of a joint figure that counts towards another is enough", async () => {
  const joint = (value: number) => ({ claims: [claim("c", value, "2026", { joint: "j" })] });
  const said = { a: body(7, undefined, joint(7)), b: body(6, "c", joint(6)), c: body(20) };
  await using it = await world(said);
  assert.deepEqual(await claimed(it), [20, 27, 1]);
});

test("P29 the page says what it counts towards, and what counts towards it; a series counts towards nothing", async () => {
  await using it = await world({
    part: body(60, "whole"),
    whole: body(100),
    series: pledgeBody({ kind: "series", countsTowards: subjectOf("pledges", "whole") }),
  });
  assert.match(
    await it.page("/pledges/part"),
    /Counts towards <a href="\/pledges\/whole">A promise of 100<\/a>/,
  );
  const page = await it.page("/pledges/whole");
  assert.match(
    page,
    /Pledges that count towards this one.*<a href="\/pledges\/part">A promise of 60<\/a>/s,
  );
  assert.doesNotMatch(page, /\/pledges\/series|Counts towards/);
  assert.doesNotMatch(await it.page("/pledges/series"), /Counts towards/);
  const csv = await it.get("/data/pledges.csv");
  assert.match(String(csv?.kind === "file" && csv.body), /,whole,.*\/pledges\/part\r\n/);
});

const NAMES = ["a", "b", "c", "d"] as const;
const said = fc.array(fc.option(fc.constantFrom(...NAMES), { nil: undefined }), {
  minLength: 4,
  maxLength: 4,
});

test("law: pledges in a circle count as if none of them named another, whatever was said first", async () => {
  await fc.assert(
    fc.asyncProperty(
      said,
      fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
      async (to, order) => {
        const isBack = (start: number) => {
          let at = to[start];
          for (let step = 1; step < 4 && at !== undefined && at !== NAMES[start]; step++)
            at = to[NAMES.indexOf(at)];
          return at === NAMES[start];
        };
        const open = to.map((name, i) => (isBack(i) ? undefined : name));
        const told = async (names: typeof to, turns: readonly number[]) => {
          await using it = await world({});
          for (const i of turns)
            await it.say("pledges", NAMES[i]!, PLEDGE_MADE, body((i + 1) * 10, names[i]));
          const lines = await Promise.all(NAMES.map((name) => pledgeAt(it.db, name, TODAY, "en")));
          return {
            totals: await claimed(it),
            towards: lines.map((line) => line && "pledge" in line && line.towards?.slug),
          };
        };
        assert.deepEqual(await told(to, order), await told(open, [0, 1, 2, 3]));
      },
    ),
    { numRuns: 25 },
  );
});

test("P30 every figure, evidence, signature, dispute and answer leads to the record that said it last", async () => {
  const own = pledgeBody({
    claims: [claim("a", 5, "2024")],
    evidence: [evidenceFor("a")],
  });
  const later = claim("b", 9, "2025", { unit: "people" });
  const filed = { ...evidenceFor("b"), title: "Counted again" };
  const signed = { claim: "b", value: 9, unit: "people", asOf: "2025", statement: "We counted." };
  const dispute = { id: "d", text: "Fewer.", by: "A village", date: "2026-01-02", source };
  const answer = { dispute: "d", text: "Again.", by: "Alpha", date: "2026-01-20" };
  await using it = await world({ one: own });
  for (const [kind, what] of [
    [CLAIM_MADE, later],
    [EVIDENCE_FILED, filed],
    [ATTESTATION_SIGNED, signed],
    [DISPUTE_FILED, dispute],
    [DISPUTE_ANSWERED, answer],
    [PLEDGE_EDITED, { ...own, summary: "Another sentence." }],
  ] as const)
    await it.say("pledges", "one", kind, what);
  const turns = Array.from({ length: 7 }, () => ["", {}] as const);
  const ids = recordsOf(subjectOf("pledges", "one"), ...turns).map((r) => r.id);
  const leads = async (of: string) => {
    const answered = await it.get(`/pledges/one/proof/${of}`);
    return answered?.kind === "redirect" ? answered.to : undefined;
  };
  const html = await it.page("/pledges/one");
  for (const [of, record] of [
    ["a", ids[6]],
    ["a.evidence.0", ids[6]],
    ["b", ids[1]],
    ["b.evidence.0", ids[2]],
    ["dispute.d", ids[4]],
    ["answer.d", ids[5]],
  ] as const) {
    assert.equal(await leads(of), `/log/records/${record}`, of);
    assert.ok(html.includes(`href="/pledges/one/proof/${of}"`), of);
  }
  const records = recordsOf(
    subjectOf("pledges", "one"),
    [PLEDGE_MADE, own],
    [CLAIM_MADE, later],
    [ATTESTATION_SIGNED, signed],
  );
  assert.equal(recordAt(foldPledge(records)!, "b.signature.0"), records[2]!.id);
  for (const none of ["c", "a.evidence.1", "b.signature.1", "dispute.a", "a."])
    assert.equal(await leads(none), undefined, none);
  const numbers = [...html.matchAll(/<p class="num[^>]*>(.*?)<\/p>/gs)].map((m) => m[1]!);
  assert.equal(numbers.length, 3);
  const [first, ...inLedger] = numbers;
  assert.match(first!, /<a href="\/pledges\/one#b">/);
  for (const one of inLedger) assert.match(one, /<a href="\/pledges\/one\/proof\/[ab]">/);
  assert.match(await it.page("/pledges"), /class="num mid [^>]*><span><a href="\/pledges\/one#b">/);
  await it.bind("pledges", "one", "first");
  assert.equal(await leads("b"), "/pledges/first/proof/b");
});

test("P30 a total leads to the list of what is counted", async () => {
  await using it = await world({
    one: body(60),
    past: body(5, undefined, { historical: true }),
    aside: body(7, undefined, { goal: false }),
    long: body(8, undefined, { claims: [claim("c", 8, "2022")] }),
  });
  assert.match(await it.page("/pledges"), /<a href="\/pledges\?counted=yes">60<\/a>/);
  const page = await it.page("/pledges?counted=yes");
  const listed = page.slice(page.indexOf("Pledges that are counted"));
  assert.deepEqual(
    [...listed.matchAll(/<b><a href="\/pledges\/([a-z]+)">/g)].map((m) => m[1]),
    ["one"],
  );
});

test("evidence that is filed twice is one piece of evidence", () => {
  const records = recordsOf(
    subjectOf("pledges", "a"),
    [PLEDGE_MADE, pledgeBody({ claims: [claim("a", 5, "2024")], evidence: [evidenceFor("a")] })],
    [EVIDENCE_FILED, evidenceFor("a")],
    [EVIDENCE_FILED, { ...evidenceFor("a"), title: "Another" }],
  );
  assert.equal(foldPledge(records)!.ledger[0]!.evidence.length, 2);
});
