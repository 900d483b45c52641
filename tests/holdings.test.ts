/** What is held about somebody: one of many of a name, a guessed code, a hold, and the same at the desk (src/features/holdings). */
import assert from "node:assert/strict";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { dataPaths } from "../src/platform/process/data-folder.ts";
import { askOutbox } from "../src/features/newsletter/api.ts";
import { askSubscribers } from "../src/features/newsletter/private/subscribers.ts";
import { askRights } from "../src/features/rights/private.ts";
import { newSecret } from "../src/platform/private/submissions.ts";
import { openControl } from "../src/platform/process/control.ts";
import type { JsonObject } from "../src/platform/records/jcs.ts";
import { cnd } from "../tools/program.ts";
import { axeFinds } from "./axe.ts";
import { press } from "./clicks.ts";
import { succeed } from "./commands.ts";
import { deskHouse } from "./desk-house.ts";
import { ownerOf, say, sign } from "./saying.ts";

const house = deskHouse({ isNew: true });
const data = () => house.env["CND_DATA"]!;
const status = async (path: string) => (await fetch(house.base + path)).status;
const person = (...args: readonly string[]) => cnd(["person", ...args], house.env);

async function named(slug: string, body: object): Promise<string> {
  const key = ownerOf(data());
  const record = sign(key, { kind: "person.named/1", body: body as JsonObject });
  await say(
    house.base,
    record,
    sign(key, { kind: "slug.bound/1", subject: record.id, body: { space: "people", slug } }),
  );
  return record.id;
}
const role = {
  text: "Minister",
  source: { title: "A gazette", url: "https://example.org/", date: "2026-01-01" },
};

test("HD2 of thirty who bear one name none is touched until one is named by an id, which erases that one alone; a guessed code tells nothing", async () => {
  const ids: string[] = [];
  for (let i = 0; i < 30; i++)
    ids.push(
      await named(`maria-silva-${i}`, { name: "Maria Silva", role, organisation: `School ${i}` }),
    );
  for (const verb of ["find", "erase"]) {
    const { code, err } = person(
      verb,
      "maria  silva",
      ...(verb === "erase" ? ["--yes", "--same"] : []),
    );
    assert.equal(code, 1);
    assert.match(err, /Expected one person, found 30/);
    for (const [i, id] of ids.entries()) assert.match(err, new RegExp(`${id} .*School ${i}\\b`));
  }
  const found = succeed(["person", "find", ids[7]!], house.env);
  assert.match(found, /School|person.named/);
  assert.ok(!ids.some((id, i) => i !== 7 && found.includes(id)), "of the others nothing is said");
  succeed(["person", "erase", ids[7]!, "--yes"], house.env);
  for (const i of ids.keys())
    assert.equal((await status(`/authors/maria-silva-${i}`)) === 200, i !== 7, `${i}`);
  const unknown = person("find", "Nobody Atall");
  const guessed = person("find", "2AC 4DEF 7GH");
  assert.equal(guessed.code, 1);
  assert.equal(guessed.err, unknown.err);
  assert.match(
    person("find", "ab").err,
    /Expected a name, contact, id or code of 3 to 200 characters, got 2\./,
  );
});

test("HD3 HD6 the backups that hold somebody are named with the day until which they do, before and in the receipt", async () => {
  const id = await named("rosa-backed", { name: "Rosa Backed", role });
  const { backups, keeping } = dataPaths(data());
  mkdirSync(backups, { recursive: true });
  writeFileSync(join(backups, "2026-11-01T100000Z.tar.gz"), "");
  writeFileSync(keeping, JSON.stringify({ isOn: true, days: 7, weeks: 4, months: 2, bytes: 1e9 }));
  assert.match(
    succeed(["person", "find", id], house.env),
    /backup\t2026-11-01T100000Z\.tar\.gz\t2027-01-02/,
  );
  assert.match(person("erase", id).err, /Check what will be erased, then add --yes/);
  assert.equal(await status("/authors/rosa-backed"), 200);
  const receipt = succeed(["person", "erase", id, "--yes"], house.env);
  assert.match(receipt, /2026-11-01T100000Z\.tar\.gz, until 2027-01-02 at the latest/);
  assert.doesNotMatch(receipt, /Rosa|rosa/);
});

test("HD9 who is restricted is kept and shown nowhere, until it is lifted; a request alone is not frozen", async () => {
  const id = await named("otto-frozen", { name: "Otto Frozen", role });
  assert.equal(await status("/authors/otto-frozen"), 200);
  succeed(["person", "restrict", id], house.env);
  assert.notEqual(await status("/authors/otto-frozen"), 200);
  assert.match(succeed(["person", "find", id], house.env), /person\.named\/1/);
  succeed(["person", "restrict", id, "--lift"], house.env);
  assert.equal(await status("/authors/otto-frozen"), 200);
  const sent = { name: "Nell Unsaid", contact: "nell@example.org" };
  const about = JSON.stringify(sent);
  using control = await openControl(dataPaths(data()).socket);
  const came = { secret: newSecret(), what: "see", came: "2026-12-01", due: "2026-12-31" } as const;
  await askRights(control.private).add({ ...came, about, person: null });
  for (const lift of [[], ["--lift"]]) {
    const { code, err } = person("restrict", "Nell Unsaid", ...lift);
    assert.equal(code, 1, "a request has to be answered");
    assert.match(err, /it appears only in what others wrote[^]*Nothing was changed/);
  }
  assert.match(succeed(["person", "find", "Nell Unsaid"], house.env), /rights_request/);
});

test("PE16 HD9 an objection that is let go lifts no restriction, and a restriction that is lifted no objection", async () => {
  const id = await named("rita-both", { name: "Rita Both", role });
  const page = "/authors/rita-both";
  const hold = (kind: string) =>
    say(house.base, sign(ownerOf(data()), { kind, subject: id, body: { day: "2026-12-01" } }));
  await hold("person.held/1");
  succeed(["person", "restrict", id], house.env);
  await hold("person.released/1");
  assert.notEqual(await status(page), 200, "frozen still");
  await hold("person.held/1");
  const lifted = succeed(["person", "restrict", id, "--lift"], house.env);
  assert.match(lifted, /still shown nowhere: an objection awaits/);
  assert.notEqual(await status(page), 200, "the objection waits still");
  await hold("person.released/1");
  assert.equal(await status(page), 200);
  assert.match(succeed(["person", "restrict", id, "--lift"], house.env), /shown as before/);
});

test("HD13 a word that is nobody's name erases and freezes nothing, whoever may sign in is not erased, and what is taken along opens nothing and tells of nobody else", async () => {
  await named("the-minister", { name: "Ada Wordy", role, bio: "She mends the antenna herself." });
  for (const verb of ["restrict", "erase"]) {
    const { code, err } = person(verb, "antenna");
    assert.equal(code, 1);
    assert.match(err, /Nobody here has this name: it appears only in what others wrote/);
  }
  assert.equal(await status("/authors/the-minister"), 200);
  const desk = await house.signedIn("editor", "Edna Openly");
  assert.match(person("erase", "Edna Openly", "--yes").err, /account at the desk is open/);
  assert.equal((await desk.goto(`${house.base}/desk/stories`))!.status(), 200);
  succeed(["account", "close", "Edna Openly"], house.env);
  succeed(["person", "erase", "Edna Openly", "--yes"], house.env);
  assert.doesNotMatch(succeed(["account", "list"], house.env), /Edna|erased-/);

  const to = join(data(), "../taken-nell");
  succeed(["person", "export", "Nell Unsaid", "--to", to], house.env);
  const taken = readFileSync(join(to, "holdings.json"), "utf8");
  assert.match(taken, /rights_request[^]*Nell Unsaid/);
  assert.doesNotMatch(taken, /nell@example\.org|secret_hash/, "anybody may have sent it");
});

test("HD3 HD11 readers who were mailed a story that names somebody are counted, and the receipt says what nobody can call back", async () => {
  const id = await named("mia-mailed", { name: "Mia Mailed", role });
  const key = ownerOf(data());
  const story = sign(key, {
    kind: "story.told/1",
    body: {
      title: "A line",
      summary: "…",
      language: "en",
      category: "Water",
      published: "2026-01-01",
      authors: [id],
      people: [id],
      markdown: "In words.",
    },
  });
  await say(house.base, story);
  using control = await openControl(dataPaths(data()).socket);
  const outbox = askOutbox(control.private);
  const others = "f".repeat(64);
  const subscribers = askSubscribers(control.private);
  for (const often of ["daily", "each"] as const) {
    const choice = { address: `${often}@example.org`, lang: "en", what: "all", often };
    await subscribers.ask({ ...choice, confirm_hash: often, asked: Date.now() });
    await subscribers.confirm({
      confirm_hash: often,
      now: Date.now(),
      id: often,
      stop_hash: often,
    });
  }
  await outbox.note([story.id, others].map((subject) => ({ subject, noted: 1, due: 1 })));
  const daily = { id: "daily", due: 2 };
  for (const subject of [others, story.id])
    await outbox.announce({ stories: [{ subject, fits: ["all"] }], now: 1, daily });
  const steps = ["daily", "each"].flatMap((subscriber) =>
    [story.id, "daily"].map((update_id) => ({ is: "sent" as const, update_id, subscriber })),
  );
  await outbox.steps(steps);
  assert.match(succeed(["person", "find", id], house.env), /mailed\t2 at most/);
  const receipt = succeed(["person", "erase", id, "--yes"], house.env);
  assert.match(receipt, /cannot be called back:\n {2}2 at most/);
  assert.match(
    receipt,
    /brings the name back into rows of others .* once more after such a restore/,
  );
});

test("HD5 HD10 an owner looks, takes along, freezes and erases at the desk, nobody else; what others said goes on without the name", async () => {
  const id = await named("lena-atdesk", { name: "Lena Atdesk", role });
  const key = ownerOf(data());
  const told = sign(key, {
    kind: "place.named/1",
    body: {
      type: "Feature",
      geometry: { type: "Point", coordinates: [1, 2] },
      properties: { name: "The house of Lena Atdesk", country: "ZA" },
    },
  });
  await say(
    house.base,
    told,
    sign(key, {
      kind: "slug.bound/1",
      subject: told.id,
      body: { space: "places", slug: "the-house" },
    }),
  );
  const at = `${house.base}/desk/holdings?who=${id}`;
  const editor = await house.signedIn("editor", "Ed Holdings");
  assert.equal((await editor.goto(at))!.status(), 403);
  const page = await house.signedIn("owner", "Owner Holdings");
  await page.goto(at);
  assert.match(await page.innerText("main"), /log person\.named\/1\s+1[^]*log place\.named\/1\s+1/);
  assert.deepEqual(await axeFinds(page, house.base, [`/desk/holdings?who=${id}`]), []);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download", exact: true }).click(),
  ]);
  assert.equal(download.suggestedFilename(), "holdings.zip");
  await page.goto(at);
  await press(page, "Freeze");
  assert.notEqual(await status("/authors/lena-atdesk"), 200);
  await page.goto(at);
  await press(page, "Unfreeze");
  assert.equal(await status("/authors/lena-atdesk"), 200);
  await page.goto(at);
  await page.check("[name=sure]");
  await press(page, "Erase permanently");
  const receipt = await page.innerText("main");
  assert.match(receipt, /Keep this receipt safe[^]*place\.edited\/1/);
  assert.doesNotMatch(receipt, /Lena/);
  assert.equal(await status("/authors/lena-atdesk"), 404);
  const place = await (await fetch(`${house.base}/places/the-house`)).text();
  assert.match(place, /The house of …/);
});
