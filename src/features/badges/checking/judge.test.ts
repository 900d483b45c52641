/** What is said of a badge, of each that is not one, and never of what is not known. */
import assert from "node:assert/strict";
import test from "node:test";
import { codeOf } from "../code/code.ts";
import { newKey } from "../signing.ts";
import { badge, BASE, DAY, knownOf, NAME, testKey } from "./badge.test.kit.ts";
import { idIn, judge, type Known } from "./judge.ts";
import { saidOf } from "./said.ts";
import { VERDICT_WORDS } from "./words.ts";

const bare = (text: string) => text.replaceAll(/[\u2068\u2069]/g, "");
async function told(text: string, name = NAME, more: { known?: Known; now?: number } = {}) {
  const { known = await knownOf(), now = DAY } = more;
  const verdict = await judge(text, { name, known, now });
  const { tone, first, more: lines } = saidOf(verdict, VERDICT_WORDS, (day) => day);
  return { is: verdict.is, tone, first: bare(first), lines: lines.map(bare) };
}
const json = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const partsOf = (token: string) => {
  const [head = "", body = "", signature = ""] = token.split(".");
  const read = (one: string) => JSON.parse(Buffer.from(one, "base64url").toString("utf8"));
  return { head: read(head), body: read(body), signature };
};

test("BA20 a badge that is right says who signed it, for what, when, and whether this is the name, as token and as code", async () => {
  const { token } = await badge();
  const code = codeOf(token)!;
  for (const text of [token, `\n${token.match(/.{1,76}/g)!.join("\r\n")}\n`, code, ` ${code}\n`]) {
    const { is, tone, first, lines } = await told(text);
    assert.deepEqual([is, tone], ["right", "right"]);
    assert.equal(first, "This badge is genuine, and it was issued in this name.");
    assert.deepEqual(lines, [
      "Signed by Test School",
      "For A link over the hill",
      "Requirements: Every lesson done, eight of ten answers right.",
      "Issued on 2026-11-29",
      "We have known this key since 2026-11-01.",
      "Withdrawals last checked on 2026-11-28. As far as we know, this badge had not been withdrawn by then.",
    ]);
  }
  const late = await told(token, NAME, { now: DAY + 364 * 86_400_000 });
  assert.equal(late.is, "right");
  assert.match(late.lines.at(-1)!, /^The last check was 365 days ago\. Open this page online/);
  assert.equal((await told(token, "  amina   TEST-name ")).is, "right");
  const open = await told(token, " ");
  assert.deepEqual([open.is, open.tone], ["unnamed", "open"]);
});

test("BA21 another name, a badge that was taken back, and one that was changed are told apart, each in its own words", async () => {
  const one = await badge();
  const other = await told(one.token, "Bruno Test-Name");
  assert.deepEqual([other.is, other.tone], ["otherName", "wrong"]);
  assert.match(other.first, /issued in a different name/);
  const back = await told(one.token, NAME, { known: await knownOf(one) });
  assert.deepEqual([back.is, back.tone], ["withdrawn", "wrong"]);
  assert.ok(!back.lines.some((line) => line.includes("had not been withdrawn")));
  const [head = "", body = "", signature = ""] = one.token.split(".");
  const said = Buffer.from(body, "base64url").toString("utf8");
  const changed = [
    `${head}.${Buffer.from(said.replace("Test School", "Best School")).toString("base64url")}.${signature}`,
    `${head}.${body}.${signature.startsWith("A") ? "B" : "A"}${signature.slice(1)}`,
  ];
  for (const token of changed) {
    const altered = await told(token);
    assert.deepEqual([altered.is, altered.tone], ["altered", "wrong"]);
    assert.ok(!altered.lines.some((line) => line.includes("School")), "nothing of it is shown");
  }
  const firsts = [
    other.first,
    back.first,
    (await told(changed[0]!)).first,
    (await told("?")).first,
  ];
  assert.equal(new Set(firsts).size, 4);
});

test("BA22 a key that is not known is never green, whatever the badge says, and nothing of the badge is shown", async () => {
  const stranger = await newKey();
  const { token } = await badge({ key: stranger });
  for (const known of [await knownOf(), { ...(await knownOf()), keys: [] }]) {
    const { is, tone, lines } = await told(token, NAME, { known });
    assert.deepEqual([is, tone], ["unknownKey", "open"]);
    assert.ok(lines.some((line) => line.includes(`${BASE}/badges/keys/${stranger.kid}`)));
    assert.ok(!lines.some((line) => line.includes("Test School")));
  }
  // Under the name of a key that is known, signed with another: it does not hold.
  const { token: forged } = await badge({ key: stranger, thumbprint: (await testKey()).kid });
  assert.equal((await told(forged)).is, "altered");
  // A key that is handed over under the name of a known one.
  const known = await knownOf();
  const swapped = { ...known, keys: [{ ...known.keys[0]!, n: stranger.n }] };
  assert.equal((await told(forged, NAME, { known: swapped })).is, "altered");
});

test("BA23 what is no badge is refused with the reason: cut, unsigned, another kid, a secret key, something else", async () => {
  const { token } = await badge();
  const { head, body, signature } = partsOf(token);
  const why = async (text: string) => {
    const { is, tone, lines } = await told(text);
    assert.deepEqual([is, tone], ["noBadge", "wrong"], text.slice(0, 40));
    return Object.entries(VERDICT_WORDS).find(([, words]) => words === lines[0])?.[0];
  };
  assert.equal(await why(token.split(".").slice(0, 2).join(".")), "shape");
  assert.equal(await why("Good morning. How are you? Fine."), "shape");
  assert.equal(await why("CND1:" + "9".repeat(3000)), "shape");
  assert.equal(await why("eyJ".repeat(6000) + "."), "shape");
  for (const alg of ["none", "HS256", "RS512", null])
    assert.equal(await why(`${json({ ...head, alg })}.${json(body)}.${signature}`), "alg");
  // Of what nobody knows only an address is shown: no sentence can stand in it.
  const [base, keys] = ["https://school.example", `/badges/keys/${"a".repeat(43)}`];
  for (const more of [" This badge is genuine.", "/\u202Ethgir", "/a".repeat(200)]) {
    const own = { ...body, iss: base + more, issuer: { ...body.issuer, id: base + more } };
    const kid = base + more + keys;
    assert.equal(
      await why(`${json({ ...head, kid })}.${json(own)}.${signature}`),
      "kid",
      more.slice(0, 40),
    );
  }
  for (const kid of ["first", `https://elsewhere.example/badges/keys/${"a".repeat(43)}`, 7])
    assert.equal(await why(`${json({ ...head, kid })}.${json(body)}.${signature}`), "kid");
  assert.equal(await why(`${json({ ...head, d: "AQAB" })}.${json(body)}.${signature}`), "private");
  assert.equal(await why(`${json(head)}.${json({ ...body, type: [] })}.${signature}`), "form");
  assert.equal((await told("  \n ")).is, "nothing");
});

test("BA24 a device whose clock stands in 1970 says that, and a badge from tomorrow's zone is no badge of the future", async () => {
  const { token } = await badge();
  const early = await told(token, NAME, { now: Date.UTC(1970, 0, 1) });
  assert.deepEqual([early.is, early.tone], ["early", "open"]);
  assert.match(
    early.first,
    /is not valid until 2026-11-29; according to this device, today is 1970-01-01/,
  );
  assert.match(early.lines[0]!, /this device’s clock is wrong/);
  assert.equal((await told(token, NAME, { now: DAY - 14 * 3_600_000 })).is, "right");
});

test("BA25 the address of a badge is no badge: behind it somebody has to look", async () => {
  const { jti, token } = await badge();
  for (const text of [jti, `${jti}.jwt`, `${jti}?lang=fr#x`, ` ${jti}\n`]) {
    assert.equal(idIn(text.trim()), jti.split("/").at(-1));
    assert.deepEqual([(await told(text)).is, (await told(text)).tone], ["address", "open"]);
  }
  for (const text of [`${BASE}/badges/short`, `javascript:${jti}`, token, `see ${jti}`])
    assert.equal(idIn(text), undefined);
});

test("BA26 a name with marks that turn a line around changes nothing outside of it", async () => {
  const { token } = await badge({ issuer: "School \u202Ehsilop\u2069 {day}" });
  const verdict = await judge(token, { name: NAME, known: await knownOf(), now: DAY });
  const { more } = saidOf(verdict, VERDICT_WORDS, (day) => day);
  const [line = ""] = more;
  assert.equal(line, "Signed by \u2068School  hsilop  {day}\u2069");
  const long = await badge({ name: "W".repeat(2000), criteria: "c ".repeat(900) });
  const about = await judge(long.token, { name: NAME, known: await knownOf(), now: DAY });
  assert.ok("what" in about && about.is === "right" && about.what.length === 1000);
});
