/** Updates by e-mail (features/updates/README.md): a real mail server, a real browser, a killed process, both databases. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { appendFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { Kysely } from "kysely";
import { openStore } from "../src/platform/db/open-store.ts";
import type { Db } from "../src/platform/db/store.ts";
import { privateRows, type PrivateRow } from "../src/platform/private/private.ts";
import { freePort, serve, temporary, type Served } from "../tools/program.ts";
import { openBrowser } from "./browser.ts";
import { succeed } from "./commands.ts";
import { DATABASES } from "./databases.ts";
import { openSink, textOf, type Sink } from "./mail-sink.ts";
import { campaignIn, desk, editor, press, subscribe, tell } from "./mailing.ts";

const URL_OF = "https://campaign.example";
const until = async (what: string, holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (let i = 0; i < 3000; i++) {
    if (await holds()) return;
    await sleep(20);
  }
  assert.fail(`Expected that ${what}.`);
};
/** It is told and noted, and the desk sends it at once. */
async function sendNow(server: Served, env: Record<string, string>): Promise<string> {
  const cookie = await editor(server.base, env);
  await until("a story waits", async () => (await press(server.base, cookie, "now")) > 0);
  return cookie;
}
const linkIn = (sink: Sink, path: string): string => {
  const text = textOf(sink.received.at(-1)!);
  return new RegExp(`${URL_OF}(${path}/\\S+)`).exec(text)?.[1] ?? assert.fail(text);
};

for (const [name, open] of Object.entries(DATABASES)) {
  test(`U7 each mail once, of at most 10,000 bytes, though the process is killed in the middle: ${name}`, async () => {
    await using database = await open();
    using folder = temporary();
    await using sink = await openSink();
    const env: Record<string, string> = {
      CND_DATA: join(folder.dir, "data"),
      CND_URL: URL_OF,
      CND_MAIL: sink.url,
      ...(name === "PostgreSQL" && { CND_DATABASE: database.address }),
    };
    const campaign = campaignIn(folder.dir, env);
    const where = env["CND_DATABASE"] ?? join(env["CND_DATA"]!, "log.sqlite");
    await subscribe(where, 300);
    const first = await serve(env);
    tell(campaign, "mast", env);
    await sendNow(first, env);
    await until("a third is sent", () => sink.received.length >= 100);
    const ended = once(first.process, "exit");
    first.process.kill("SIGKILL");
    await ended;
    assert.ok(sink.received.length < 300, "it was killed in the middle");
    await using server = await serve(env);
    const ids = () => new Set(sink.received.map((mail) => mail.id));
    await until("all are sent", () => ids().size === 300);
    const cookie = await editor(server.base, env);
    await until("the desk knows", async () =>
      /<td>300<\/td><td>300<\/td><td>0<\/td>/.test(await desk(server.base, cookie)),
    );
    const whom = Map.groupBy(sink.received, (mail) => mail.to);
    assert.equal(whom.size, 300);
    for (const [to, mails] of whom)
      assert.equal(new Set(mails.map((mail) => mail.id)).size, 1, `${to} got another mail`);
    const twice = sink.received.length - 300;
    assert.ok(twice <= 4, `${twice} were in doubt at the crash and came again`);
    assert.ok(sink.received.every(({ raw }) => raw.length <= 10_000));
  });
}

test("U1 U2 asking, confirming and stopping by forms alone", async () => {
  await using at = await house();
  const { sink, env } = at;
  await using server = await serve(env);
  await using browser = await openBrowser();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const ask = async (address: string) => {
    await page.goto(`${server.base}/updates`);
    await page.getByLabel("Your e-mail address").fill(address);
    await page.getByLabel("Which stories?").selectOption({ label: "About The economy" });
    await page.getByRole("button", { name: "Ask for it" }).click();
    return page.innerText("h1");
  };
  assert.equal(await ask("ana@example.org"), "Look into your mail");
  await until("a mail comes", () => sink.received.length === 1);
  const link = server.base + linkIn(sink, "/updates/confirm");
  await page.goto(link);
  const cookie = await editor(server.base, env);
  assert.match(await desk(server.base, cookie), /0 confirmed/);
  await page.getByRole("button", { name: "Yes, send me updates" }).click();
  assert.equal(await page.innerText("h1"), "It is settled");
  assert.match(await desk(server.base, cookie), /1 confirmed/);
  await page.goto(link);
  await page.getByRole("button").click();
  assert.match(await page.innerText("main"), /used already/);
  for (let i = 0; i < 4; i++) assert.equal(await ask("ana@example.org"), "Look into your mail");
  await sleep(200);
  assert.equal(sink.received.length, 4); // three more, and the fourth is not sent
  const wrong = await fetch(`${server.base}/updates`, {
    method: "POST",
    body: new URLSearchParams({ address: "a\nb@c.de", what: "all", lang: "en", often: "each" }),
  });
  assert.equal(wrong.status, 422);
});

test("U2 one press stops it, in the mail program too; the address is gone and no backup brings it back", async () => {
  await using at = await house();
  const { sink, env, campaign } = at;
  await subscribeReally(at);
  const backup = join(at.dir, "backup.tar");
  {
    await using server = await serve(env);
    tell(campaign, "mast", env);
    await sendNow(server, env);
    await until("it is sent", () => sink.received.length === 2);
    succeed(["backup", backup], env);
    const head = sink.received[1]!.raw.toString("latin1").replace(/\r\n[ \t]+/g, " ");
    assert.match(head, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
    const stop = /^List-Unsubscribe: <https:\/\/campaign.example(\/updates\/stop\/\S+)>/m.exec(
      head,
    )![1]!;
    const cookie = await editor(server.base, env);
    assert.equal((await fetch(server.base + stop)).status, 200); // a look
    assert.match(await desk(server.base, cookie), /1 confirmed/);
    const body = new FormData();
    body.set("List-Unsubscribe", "One-Click");
    assert.equal((await fetch(server.base + stop, { method: "POST", body })).status, 200);
    assert.match(await desk(server.base, cookie), /0 confirmed/);
  }
  assert.ok(!(await rowsOf(at.database)).includes("ana@example.org"));
  rmSync(env["CND_DATA"]!, { recursive: true });
  succeed(["restore", backup, "--new-log"], env);
  assert.ok(!(await rowsOf(at.database)).includes("ana@example.org"));
});

test("U3 a story goes to those whose choice it fits, and an old one to nobody", async (t) => {
  await using at = await house();
  const { sink, env, campaign, database } = at;
  await subscribe(database, 1, { what: "topic:privacy" });
  await subscribe(database, 1, { what: "topic:economy", address: "eve@example.org" });
  await subscribe(database, 1, { what: "all", often: "daily", address: "day@example.org" });
  await using server = await serve(env);
  const people = join(campaign, "people.yaml");
  const consent = `{ purposes: [story], channels: [web, feed], languages: [en], until: 2030-01-01, method: signed form, given: 2026-01-01 }`;
  appendFileSync(people, `- id: shy\n  name: Shy One\n  consent: ${consent}\n`);
  tell(campaign, "shy", env, "people: [shy]\n");
  tell(campaign, "mast", env);
  const cookie = await editor(server.base, env);
  await until("both are noted", async () => (await press(server.base, cookie, "hold")) === 2);
  assert.match(await desk(server.base, cookie), /held by the desk/);
  await press(server.base, cookie, "now");
  await until("one is sent", () => sink.received.length === 1);
  await sleep(2500); // the sender has looked again
  assert.deepEqual(
    sink.received.map((mail) => mail.to),
    ["eve@example.org"],
  );
  assert.match(textOf(sink.received[0]!), /THE MAST STORY/);
  const page = await desk(server.base, cookie);
  assert.match(page, /<td>1<\/td><td>0<\/td><td>1<\/td>/); // the daily one waits for the morning
  await t.test("U4 the story of somebody who agreed to no mail waits", () => {
    assert.doesNotMatch(textOf(sink.received[0]!), /Shy One/);
    assert.match(page, /waits: it may not be shown by mail yet/);
  });
});

test("U8 an address that is refused twice is written to no more", async (t) => {
  await using at = await house((to) => (to === "n2@example.org" ? 550 : undefined));
  const { sink, env, campaign, database } = at;
  await subscribe(database, 3);
  {
    await using server = await serve(env);
    for (const [i, slug] of ["one", "two"].entries()) {
      tell(campaign, slug, env);
      const cookie = await sendNow(server, env);
      const over = /<td>3<\/td><td>2<\/td><td>0<\/td><td>1<\/td>/g;
      await until(
        `${slug} is over`,
        async () => [...(await desk(server.base, cookie)).matchAll(over)].length === i + 1,
      );
    }
    const cookie = await editor(server.base, env);
    const page = await desk(server.base, cookie);
    assert.match(page, /2 confirmed/);
    assert.match(page, /1 with an address that its server refuses/);
    assert.ok(!page.includes("n2@example.org"), "the desk sees an address");
    assert.match(page, /…/);
  }
  assert.equal(sink.received.length, 4);
  await t.test("U9 what our server does not take waits", async () => {
    const dead = { ...env, CND_MAIL: `smtp://127.0.0.1:${await freePort()}?from=a@b.example` };
    {
      await using server = await serve(dead);
      tell(campaign, "three", dead);
      await sendNow(server, dead);
      await sleep(3000);
    }
    await using server = await serve(env);
    await until("what waited is sent", () => sink.received.length === 6);
    assert.equal(server.process.exitCode, null);
  });
});

test("U10 the desk sees the next mail with its weight, and can hold it", async () => {
  await using at = await house();
  const { sink, env, campaign, database } = at;
  await subscribe(database, 1);
  await using server = await serve(env);
  tell(
    campaign,
    "long",
    env,
    "",
    Array.from({ length: 400 }, (_, i) => `Paragraph ${i} of العربية 网络.`).join("\n\n"),
  );
  const cookie = await editor(server.base, env);
  await until("it is noted", async () =>
    (await desk(server.base, cookie)).includes("The long story"),
  );
  const weight = Number(/([\d.]+) kB as it is sent/.exec(await desk(server.base, cookie))![1]);
  await press(server.base, cookie, "now");
  await until("it is sent", () => sink.received.length === 1);
  const { length } = sink.received[0]!.raw;
  assert.ok(length <= 10_000 && length > 7000, `${length} bytes`);
  assert.ok(Math.abs(length - weight * 1000) < 500, `${weight} kB shown, ${length} bytes`);
  const other = await fetch(`${server.base}/desk/updates`, { redirect: "manual" });
  assert.equal(other.status, 303);
});

/** Ana asks and confirms through the pages. */
async function subscribeReally({ sink, env }: Awaited<ReturnType<typeof house>>): Promise<void> {
  await using server = await serve(env);
  const choice = { address: "ana@example.org", what: "all", lang: "en", often: "each" };
  const body = new URLSearchParams(choice);
  assert.equal((await fetch(`${server.base}/updates`, { method: "POST", body })).status, 200);
  await until("a mail comes", () => sink.received.length === 1);
  await fetch(server.base + linkIn(sink, "/updates/confirm"), { method: "POST" });
}

async function rowsOf(database: string): Promise<string> {
  const db: Db = new Kysely({ dialect: openStore(database).dialect });
  const rows: PrivateRow[] = [];
  for await (const row of privateRows(db)) rows.push(row);
  await db.destroy();
  assert.ok(rows.length > 0);
  return JSON.stringify(rows);
}

async function house(refuse?: (to: string) => number | undefined) {
  const folder = temporary();
  const sink = await openSink(refuse);
  const env: Record<string, string> = {
    CND_DATA: join(folder.dir, "data"),
    CND_URL: URL_OF,
    CND_MAIL: sink.url,
  };
  const campaign = campaignIn(folder.dir, env);
  return {
    sink,
    env,
    campaign,
    dir: folder.dir,
    database: join(env["CND_DATA"]!, "log.sqlite"),
    async [Symbol.asyncDispose]() {
      await sink[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}
