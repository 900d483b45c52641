/** Updates by e-mail (features/newsletter/README.md): asked for, confirmed, chosen and stopped, with a real mail server and browser. */
import assert from "node:assert/strict";
import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { Kysely } from "kysely";
import { privateParts } from "../src/models.ts";
import { openStore } from "../src/platform/db/open-store.ts";
import type { Db } from "../src/platform/db/store.ts";
import { besideData } from "../src/platform/process/data-folder.ts";
import { readWithdrawnList } from "../src/platform/process/kept.ts";
import { privateRows, type PrivateRow } from "../src/platform/private/private.ts";
import { serve } from "../tools/program.ts";
import { openBrowser } from "./browser.ts";
import { click } from "./clicks.ts";
import { succeed } from "./commands.ts";
import { mailHouse, sendNow, until, URL_OF } from "./mail-house.ts";
import { textOf, type Sink } from "./mail-sink.ts";
import { wordsIn } from "../src/features/newsletter/words.ts";
import { desk, editor, press, subscribe, tell } from "./mailing.ts";

const linkIn = (sink: Sink, path: string): string => {
  const text = textOf(sink.received.at(-1)!);
  return new RegExp(`${URL_OF}(${path}/\\S+)`).exec(text)?.[1] ?? assert.fail(text);
};

test("U1 U2 asking, confirming and stopping by forms alone", async () => {
  await using at = await mailHouse();
  const { sink, env } = at;
  await using server = await serve(env);
  await using browser = await openBrowser();
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const ask = async (address: string) => {
    await page.goto(`${server.base}/updates`);
    await page.getByLabel("Your email address").fill(address);
    await page
      .getByLabel("Which stories would you like?")
      .selectOption({ label: "About Connectivity" });
    await click(page.getByRole("button", { name: "Subscribe" }));
    return page.innerText("h1");
  };
  assert.equal(await ask("ana@example.org"), "Thank you. Now check your email.");
  await until("a mail comes", () => sink.received.length === 1);
  const link = server.base + linkIn(sink, "/updates/confirm");
  await page.goto(link);
  const cookie = await editor(server.base, env);
  assert.match(await desk(server.base, cookie), /0 confirmed/);
  await click(page.getByRole("button", { name: "Yes, send me updates" }));
  assert.equal(await page.innerText("h1"), "Thank you. You are subscribed.");
  assert.match(await desk(server.base, cookie), /1 confirmed/);
  await page.goto(link);
  await click(page.getByRole("button"));
  assert.match(await page.innerText("main"), /has already been used/);
  for (let i = 0; i < 4; i++)
    assert.equal(await ask("ana@example.org"), "Thank you. Now check your email.");
  await sleep(200);
  assert.equal(sink.received.length, 4); // three more, and the fourth is not sent
  const wrong = await fetch(`${server.base}/updates`, {
    method: "POST",
    body: new URLSearchParams({ address: "a\nb@c.de", what: "all", lang: "en", often: "each" }),
  });
  assert.equal(wrong.status, 422);
});

test("U1 U2 a letter is in the language that was chosen, and so are the pages behind its links", async () => {
  await using at = await mailHouse();
  const { sink, env, campaign } = at;
  const file = join(campaign, "campaign.yaml");
  const two = readFileSync(file, "utf8");
  writeFileSync(file, two.replace("languages: [en, fr]", "languages: [en, ar, hi]"));
  succeed(["import", campaign], env);
  await using server = await serve(env);
  const post = async (path: string, fields: Readonly<Record<string, string>>) =>
    (await fetch(server.base + path, { method: "POST", body: new URLSearchParams(fields) })).text();
  const asked = { address: "ana@example.org", what: "all", lang: "ar", often: "each" };
  assert.match(await post("/hi/updates", asked), /<html lang="hi".*अपना ईमेल देखें/s);
  await until("a mail comes", () => sink.received.length === 1);
  assert.match(textOf(sink.received[0]!), /إن كنت أنت فافتح هذه الصفحة/);
  const link = linkIn(sink, "/ar/updates/confirm");
  const settled = await post(link, {});
  assert.match(settled, /<html lang="ar" dir="rtl"/);
  assert.ok(settled.includes(wordsIn("ar").confirmed), settled);
  tell(campaign, "mast", env);
  await sendNow(server, env);
  await until("it is sent", () => sink.received.length === 2);
  assert.match(textOf(sink.received[1]!), /على الويب:/);
  const stop = linkIn(sink, "/updates/stop");
  assert.match(await (await fetch(server.base + stop)).text(), /<html lang="ar" dir="rtl"/);
  assert.match(await post(stop, {}), /لم يعد عنوانك محفوظًا هنا/);
});

test("U2 one press stops it, in the mail program too; the address is gone and no backup brings it back", async () => {
  await using at = await mailHouse();
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
    const madeUp = `${server.base}/updates/stop/${"x".repeat(21)}A`;
    for (const one of [madeUp, server.base + stop, server.base + stop])
      assert.equal((await fetch(one, { method: "POST", body })).status, 200);
    assert.match(await desk(server.base, cookie), /0 confirmed/);
    const kept = readWithdrawnList(besideData(env["CND_DATA"]!).withdrawn);
    assert.equal(kept.length, 1, "nobody fills the list by making links up");
  }
  assert.ok(!(await rowsOf(at.database)).includes("ana@example.org"));
  rmSync(env["CND_DATA"]!, { recursive: true });
  succeed(["restore", backup, "--new-log"], env);
  assert.ok(!(await rowsOf(at.database)).includes("ana@example.org"));
});

test("U3 a story goes to those whose choice it fits, and an old one to nobody", async (t) => {
  await using at = await mailHouse();
  const { sink, env, campaign, database } = at;
  await subscribe(database, 1, { what: "topic:privacy" });
  await subscribe(database, 1, { what: "topic:connectivity", address: "eve@example.org" });
  await subscribe(database, 1, { what: "all", often: "daily", address: "day@example.org" });
  await using server = await serve(env);
  const people = join(campaign, "people.yaml");
  const consent = `{ purposes: [story], channels: [web, feed], languages: [en], until: 2030-01-01, method: signed form, given: 2026-01-01 }`;
  appendFileSync(people, `- id: shy\n  name: Shy One\n  consent: ${consent}\n`);
  tell(campaign, "shy", env, "people: [shy]\n");
  tell(campaign, "mast", env);
  const cookie = await editor(server.base, env);
  await until("both are noted", async () => (await press(server.base, cookie, "hold")) === 2);
  assert.match(await desk(server.base, cookie), /held back by the desk/);
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
    assert.match(page, /waiting: this story cannot be emailed yet/);
  });
});

test("U10 the desk sees the next mail with its weight, and can hold it", async () => {
  await using at = await mailHouse();
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
  const weight = Number(/([\d.]+) kB as sent/.exec(await desk(server.base, cookie))![1]);
  await press(server.base, cookie, "now");
  await until("it is sent", () => sink.received.length === 1);
  const { length } = sink.received[0]!.raw;
  assert.ok(length <= 10_000 && length > 7000, `${length} bytes`);
  assert.ok(Math.abs(length - weight * 1000) < 500, `${weight} kB shown, ${length} bytes`);
  const other = await fetch(`${server.base}/desk/updates`, { redirect: "manual" });
  assert.equal(other.status, 303);
});

/** Ana asks and confirms through the pages. */
async function subscribeReally({
  sink,
  env,
}: Awaited<ReturnType<typeof mailHouse>>): Promise<void> {
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
  for await (const row of privateRows(db, privateParts)) rows.push(row);
  await db.destroy();
  assert.ok(rows.length > 0);
  return JSON.stringify(rows);
}
