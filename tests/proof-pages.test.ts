/** The page of a record as a reader's browser checks it, and the same check from the command line. */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import type { Browser, Page } from "playwright-core";
import { parseEntryBundle } from "../src/engines/tlog/bundle.ts";
import type { Proof } from "../src/platform/log/browser/check-proof.ts";
import { wordsIn } from "../src/platform/log/words.ts";
import { readEntry, type SignedRecord } from "../src/platform/records/record.ts";
import { cnd, serve, temporary, type Served } from "../tools/program.ts";
import { violations } from "./axe.ts";
import { openBrowser } from "./browser.ts";
import { firstCampaign } from "./campaigns.ts";
import { succeed } from "./commands.ts";
import { ownerOf, placeBody, say, sign } from "./saying.ts";

const folder = temporary();
const env = { CND_DATA: join(folder.dir, "data") };
const TEXT = [
  "✓ Record",
  "✓ Author’s signature",
  "✓ Text",
  "✓ Place in the log",
  "✓ Log’s signature",
];
const ALL = [...TEXT, "✓ Text on this page"];
let server: Served;
let browser: Browser;
let place: SignedRecord;
let other: SignedRecord;
let pledge: string; // the path of the page of a pledge's opening record

before(async () => {
  await firstCampaign(env.CND_DATA);
  server = await serve(env);
  const owner = ownerOf(env.CND_DATA);
  const places = ["<b>One</b> & “two”", "Two", "Three"].map((name) =>
    sign(owner, { kind: "place.named/1", body: placeBody(name) }),
  );
  [place, other] = [places[0]!, places[1]!];
  assert.ok((await say(server.base, ...places)) > 256, "the log has more than one tile");
  const html = await (await fetch(`${server.base}/pledges/huawei-120-million`)).text();
  const subject = /href="(\/log\/subjects\/[0-9a-f]{64})"/.exec(html)![1]!;
  const list = await (await fetch(server.base + subject)).text();
  pledge = /href="(\/log\/records\/[0-9a-f]{64})">Pledge made</.exec(list)![1]!;
  browser = await openBrowser("--host-resolver-rules=MAP plain.example 127.0.0.1");
});
after(async () => {
  await browser?.close();
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

test("L12 the check runs in the reader's browser: two requests and a script of at most 6 kB", async () => {
  for (const path of [pledge, `/log/records/${place.id}`, `/fr/log/records/${place.id}`]) {
    const page = await browser.newPage();
    const asked: string[] = [];
    const wrong: string[] = [];
    page.on("request", (request) => asked.push(request.url().slice(server.base.length)));
    page.on("console", (message) => wrong.push(message.text()));
    page.on("pageerror", (error) => wrong.push(error.message));
    const script = page.waitForResponse(/check-[0-9a-f]+\.js$/);
    await page.goto(server.base + path);
    const said = wordsIn(path.startsWith("/fr") ? "fr" : "en").proof;
    const parts = ["record", "author", "text", "place", "log", "page"] as const;
    assert.deepEqual(await result(page), [
      said.holds,
      ALL.map((line, i) => `${line[0]} ${said[parts[i]!]}`),
    ]);
    const { responseBodySize, responseHeadersSize } = await (await script).request().sizes();
    assert.ok(
      responseBodySize > 1000 && responseBodySize + responseHeadersSize <= 6000,
      `${responseBodySize} bytes`,
    );
    const proof = `/log/proof/${path.slice(-64)}.json`;
    assert.deepEqual(
      asked.filter((url) => !url.endsWith(".js")),
      [path, proof],
    );
    assert.equal(asked.length, 3);
    assert.deepEqual(wrong, []);
    await page.close();
  }
});

test("L12 without a script the page says all the same, and how to check it", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(server.base + pledge);
  const words = (await page.textContent("main"))!;
  for (const part of [
    "120 million",
    "Signed with this campaign’s key",
    "cnd verify --proof",
    "If nothing changes here",
  ])
    assert.ok(words.includes(part), part);
  await context.close();
});

test("L12 where a browser cannot check, it says so and shows the command", async () => {
  const page = await browser.newPage();
  const base = server.base.replace("127.0.0.1", "plain.example"); // neither https nor this machine
  await page.goto(base + pledge);
  assert.equal(await page.evaluate(() => crypto.subtle === undefined), true);
  const [words, steps] = await result(page);
  assert.match(words, /only on https pages.*Nothing was checked here/);
  assert.deepEqual(steps, []);
  assert.match((await page.textContent("main"))!, /cnd verify --proof [0-9a-f]{64}\.json --vkey '/);
  await page.addInitScript(() => {
    const refuse = () => Promise.reject(new DOMException("Unknown algorithm", "NotSupportedError"));
    Object.defineProperty(SubtleCrypto.prototype, "importKey", { value: refuse });
  });
  await page.goto(server.base + pledge);
  assert.match((await result(page))[0], /does not support Ed25519.*Nothing was checked here/);
  await page.close();
});

test("L26 the page of a record leads to the page and the sources that it stands behind, and shows no id of our notes", async () => {
  const html = await (await fetch(server.base + pledge)).text();
  const behind = /<section aria-labelledby="behind">(.*?)<\/section>/s.exec(html)![1]!;
  assert.match(behind, /href="\/pledges\/huawei-120-million">120 million people in remote areas/);
  const proof = (await (
    await fetch(`${server.base}/log/proof/${pledge.slice(-64)}.json`)
  ).json()) as Proof;
  const body = JSON.stringify(proof.document);
  const sources = [...new Set([...body.matchAll(/"url":"([^"]+)"/g)].map(([, url]) => url!))];
  assert.ok(sources.length >= 2);
  for (const url of sources) assert.ok(behind.includes(`href="${url}"`), url);
  const note = /"facts":\["([^"]+)"/.exec(body)![1]!;
  assert.ok(!html.includes(note), note);
  assert.match(html, /are in the proof file/);
  const french = await (await fetch(`${server.base}/fr${pledge}`)).text();
  assert.match(french, /href="\/fr\/pledges\/huawei-120-million"/);
});

test("L26 what is about somebody's life is led to as long as it is shown; what has no page leads nowhere", async () => {
  const first = async (path: string, name: string) => {
    const list = await (await fetch(server.base + path)).text();
    const record = new RegExp(`href="(/log/records/[0-9a-f]{64})">${name}<`).exec(list)![1]!;
    return (await fetch(server.base + record)).text();
  };
  const { items } = (await (await fetch(`${server.base}/api/stories`)).json()) as {
    items: { slug: string; subject: string }[];
  };
  const nangi = items.find(({ slug }) => slug === "nangi")!;
  assert.match(
    await first(`/log/subjects/${nangi.subject}`, "Story told"),
    /aria-labelledby="behind">.*href="\/stories\/nangi">/s,
  );
  const nowhere = await (await fetch(`${server.base}/log/records/${place.id}`)).text();
  assert.doesNotMatch(nowhere, /aria-labelledby="behind"/);
});

test("L10 an altered proof shows in the browser which step fails", async () => {
  const path = `/log/records/${place.id}`;
  const flipped = (text: string) => (text[0] === "A" ? "B" : "A") + text.slice(1);
  const alter = (text: string) => text.slice(0, 5) + flipped(text.slice(5));
  const cases: readonly [string, (proof: Proof) => object, string[]][] = [
    ["nothing", () => ({}), []],
    [
      "the text",
      (p) => ({ document: { ...p.document, say: placeBody("Other") } }),
      ["Text", "Text on this page"],
    ],
    [
      "the signature",
      (p) => ({ signature: alter(p.signature) }),
      ["Author’s signature", "Place in the log"],
    ],
    ["the path", (p) => ({ path: [alter(p.path[0]!), ...p.path.slice(1)] }), ["Place in the log"]],
    [
      "the checkpoint",
      (p) => ({
        checkpoint: p.checkpoint.replace(/(?<=\n\d+\n)./, (c) => (c === "A" ? "B" : "A")),
      }),
      ["Place in the log", "Log’s signature"],
    ],
    ["the key", (p) => ({ vkey: alter(p.vkey) }), ["Log’s signature"]],
  ];
  for (const [what, change, fails] of cases) {
    const page = await browser.newPage();
    await page.route("**/log/proof/*.json", async (route) => {
      const answer = await route.fetch();
      const proof = (await answer.json()) as Proof;
      await route.fulfill({ json: { ...proof, ...change(proof) } });
    });
    await page.goto(server.base + path);
    const [words, steps] = await result(page);
    const failed = steps.filter((step) => step.startsWith("✗")).map((step) => step.slice(2));
    assert.deepEqual(failed, fails, what);
    if (fails.length > 0)
      assert.equal(words, `The check failed for: ${new Intl.ListFormat("en").format(fails)}.`);
    await page.close();
  }
});

test("L12 a page that shows another text than the record is found out, and so is a proof that cannot be had", async () => {
  const page = await browser.newPage();
  await page.route(`**${pledge}`, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({
      response: answer,
      body: (await answer.text()).replace("120000000", "220000000"),
    });
  });
  await page.goto(server.base + pledge);
  assert.equal((await result(page))[0], "The check failed for: Text on this page.");
  await page.unrouteAll();
  await page.route("**/log/proof/*.json", (route) => route.fulfill({ status: 503, body: "" }));
  await page.goto(server.base + pledge);
  assert.match((await result(page))[0], /could not be read \(the site answered 503\)/);
  await page.close();
});

test("L12 only the page of a record may run a script, and only this site's", async () => {
  const policy = async (path: string) =>
    (await fetch(server.base + path)).headers.get("content-security-policy")!;
  const own = await policy(pledge);
  assert.match(own, /default-src 'none'.*; script-src 'self'; connect-src 'self';/);
  assert.match(own, /require-trusted-types-for 'script'/);
  for (const path of ["/", "/log", pledge.replace("records", "subjects"), "/pledges", "/nothing"])
    assert.doesNotMatch(await policy(path), /script-src/, path);
  const html = await (await fetch(server.base + pledge)).text();
  assert.equal(html.match(/<script/g)?.length, 1);
  assert.ok(html.includes('<meta name="robots" content="noindex">'));
  const script = /src="([^"]+)"/.exec(html)![1]!;
  assert.match((await fetch(server.base + script)).headers.get("cache-control")!, /immutable/);
});

test("L13 a text about somebody's own life is not repeated on the page of its record", async () => {
  const bundle = await fetch(`${server.base}/log/tile/entries/000`);
  const entries = parseEntryBundle(new Uint8Array(await bundle.arrayBuffer())).map(readEntry);
  let told = 0;
  for (const { id, envelope } of entries) {
    if (!/^(story|person)\./.test(envelope.kind)) continue;
    const { document } = (await proofOf(id)) as unknown as {
      document: { say: { title?: string; name?: string } };
    };
    const html = await (await fetch(`${server.base}/log/records/${id}`)).text();
    const main = html.slice(html.indexOf("<main"));
    assert.match(main, /someone’s own life/);
    assert.ok(
      !main.includes('id="said"') && !main.includes(document.say.title ?? document.say.name!),
    );
    if (++told === 12) break;
  }
  assert.equal(told, 12);
});

test("accessible: no violation on a phone, nothing wider than it", async () => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 800 },
    bypassCSP: true,
  });
  const page = await context.newPage();
  for (const path of [pledge, pledge.replace("records", "subjects")]) {
    await page.goto(server.base + path);
    if (path === pledge) await result(page);
    assert.equal(
      await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
      true,
    );
    assert.deepEqual(await violations(page), [], path);
  }
  await context.close();
});

test("L11 the page of an erased record says when it was withdrawn, and holds all the same", async () => {
  const erasure = sign(ownerOf(env.CND_DATA), {
    kind: "erasure.made/1",
    subject: place.id,
    body: { bodies: [place.envelope.body] },
  });
  const path = `/log/records/${place.id}`;
  assert.match(await (await fetch(server.base + path)).text(), /“two”/);
  await say(server.base, erasure);
  const page = await browser.newPage();
  await page.goto(server.base + path);
  const [words, steps] = await result(page);
  assert.equal(words, "Checked just now in your browser: everything is correct.");
  assert.deepEqual(steps, TEXT.with(2, "– Text"));
  const main = (await page.textContent("main"))!;
  assert.match(main, /Withdrawn: \d+ \w+ \d{4}\. The text was erased by this entry/);
  assert.doesNotMatch(main, /two/);
  await page.close();
});

test("what the log does not have is 404, and what does not stand is not shown", async () => {
  const owner = ownerOf(env.CND_DATA);
  const unclosed = sign(owner, {
    kind: "place.named/1",
    body: placeBody("Half an import"),
    import: "f".repeat(64),
  });
  await say(server.base, unclosed);
  const html = await (await fetch(`${server.base}/log/records/${unclosed.id}`)).text();
  assert.match(html, /is in the log but is not shown/);
  assert.doesNotMatch(html, /Half an import/);
  const none = "0".repeat(64);
  for (const path of [
    `records/${none}`,
    "records/x",
    `subjects/${none}`,
    `proof/${none}.json`,
    "proof/x.json",
  ])
    assert.equal((await fetch(`${server.base}/log/${path}`)).status, 404, path);
});

// Last, because commands run one after the other while this process stands still, and its connections grow old.
test("L14 cnd verify --record and --proof check the same, with and without the data", async () => {
  const file = join(folder.dir, "proof.json");
  const text = await (await fetch(`${server.base}/log/proof/${other.id}.json`)).text();
  const proof = JSON.parse(text) as Proof;
  writeFileSync(file, text);
  const vkey = (await (await fetch(`${server.base}/log/vkey`)).text()).trim();
  for (const out of [
    succeed(["verify", "--record", other.id], env),
    succeed(["verify", "--proof", file, "--vkey", vkey]),
    succeed(["verify", "--proof", file]),
  ]) {
    assert.deepEqual(
      [...out.matchAll(/^[✓✗–] [^:]+/gm)].map(([step]) => step),
      TEXT,
    );
    assert.match(out, /^The proof is valid\.$/m);
  }
  assert.match(
    succeed(["verify", "--record", place.id], env),
    /^– Text: withdrawn on .* by record /m,
  );
  const refused = (args: readonly string[], line: RegExp) => {
    const { code, err } = cnd(["verify", ...args], env);
    assert.equal(code, 1, args.join(" "));
    assert.match(err, line);
    assert.equal(err.trimEnd().split("\n").length, 1, err);
  };
  for (const [change, line] of [
    [{ document: { ...proof.document, say: {} } }, /^The proof is not valid: Text\.$/m],
    [{ path: proof.path.toReversed() }, /^The proof is not valid: Place in the log\.$/m],
    [{ index: "1" }, /expected a proof file/],
  ] as const) {
    writeFileSync(file, JSON.stringify({ ...proof, ...change }));
    refused(["--proof", file], line);
  }
  writeFileSync(file, text);
  refused(["--proof", file, "--vkey", vkey.replace(/\+.*/, "+00000000+AAAA")], /Log’s signature/);
  refused(["--proof", join(folder.dir, "none.json")], /cannot be read/);
  refused(["--record", "0".repeat(64)], /has no record/);
  refused(["--record", "abc"], /64 hex digits/);
  refused(["--record", other.id, "--proof", file], /got both/);
  refused(["--recrod", other.id], /See cnd verify --help/);
});

const proofOf = async (id: string) =>
  (await (await fetch(`${server.base}/log/proof/${id}.json`)).json()) as Proof;

/** What the script came to, no longer the sentence that stands before it ran: its words, and each step's mark and name. */
async function result(page: Page): Promise<[string, string[]]> {
  const said = page
    .locator("#result")
    .filter({ hasNotText: /If nothing changes|Si rien ne change/ });
  const words = (await said.textContent())!;
  return [words, await page.locator("#steps b").allTextContents()];
}
