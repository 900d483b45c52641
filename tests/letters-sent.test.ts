/** Letters of updates, each sent once whatever happens (features/newsletter/README.md): a real mail server, a killed process, both databases. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { rmSync } from "node:fs";
import { join } from "node:path";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort, serve, serveAlone, temporary, type ServedAlone } from "../tools/program.ts";
import { succeed } from "./commands.ts";
import { DATABASES } from "./databases.ts";
import { mailHouse, sendNow, until, URL_OF } from "./mail-house.ts";
import { openSink } from "./mail-sink.ts";
import { decide, desk, editor, inDoubt, subscribe, tell } from "./mailing.ts";
import { smallCampaign } from "./small-campaign.ts";

const ALL = Number(process.env["CND_LETTERS"] ?? 120); // letters of a story; the long run has more
const SOME = Math.ceil(ALL / 3); // of them, after which the program ends

for (const [name, open] of Object.entries(DATABASES)) {
  test(`U7 each letter once though the process is killed, but for those in doubt, and U11 about these the desk decides: ${name}`, async () => {
    await using database = await open();
    using folder = temporary();
    const first: { served?: ServedAlone } = {};
    await using sink = await openSink(undefined, async () => {
      if (sink.received.length !== SOME) return true;
      const killed = first.served!.process;
      const ended = once(killed, "exit");
      killed.kill("SIGKILL"); // it is here, and its sender does not hear of it
      await ended;
      return false;
    });
    const env: Record<string, string> = {
      CND_DATA: join(folder.dir, "data"),
      CND_URL: URL_OF,
      CND_MAIL: sink.url,
      ...(name === "PostgreSQL" && { CND_DATABASE: database.address }),
    };
    const campaign = smallCampaign(folder.dir, env);
    const where = env["CND_DATABASE"] ?? join(env["CND_DATA"]!, "log.sqlite");
    await subscribe(where, ALL);
    first.served = await serveAlone(env);
    tell(campaign, "mast", env);
    await sendNow(first.served, env);
    await until("it was killed", () => first.served!.process.signalCode !== null);
    assert.ok(sink.received.length < ALL, "it was killed in the middle");
    const unheard = sink.received[SOME - 1]!.id;
    await using server = await serve(env);
    const cookie = await editor(server.base, env);
    await until("all but those in doubt are sent", async () =>
      new RegExp(String.raw`<tr><td>[^<]*</td><td>${ALL}</td><td>\d+</td><td>0</td>`).test(
        await desk(server.base, cookie),
      ),
    );
    const held = await inDoubt(server.base, cookie);
    const arrived = new Set(sink.received.map((mail) => mail.id));
    assert.ok(held.length >= 1 && held.length <= 4, `${held.length} in doubt`);
    assert.ok(held.some(({ id }) => id === unheard));
    assert.equal(sink.received.length, arrived.size, "some came twice");
    const lost = held.filter(({ id }) => !arrived.has(id));
    assert.equal(arrived.size + lost.length, ALL, "what did not come is in doubt");
    assert.match(await home(server.base, cookie), /emails in doubt/);
    for (const letter of held)
      await decide(server.base, cookie, lost.includes(letter) ? "again" : "leave", letter);
    await until("every one has come", () => sink.received.length === ALL);
    const whom = Map.groupBy(sink.received, (mail) => mail.to);
    assert.equal(whom.size, ALL);
    assert.ok(sink.received.every(({ raw }) => raw.length <= 10_000));
    const left = held.length - lost.length;
    const over = `<td>${ALL}</td><td>${ALL - left}</td><td>0</td><td>0</td><td>${left}</td>`;
    await until("the desk knows", async () => (await desk(server.base, cookie)).includes(over));
    assert.deepEqual(await inDoubt(server.base, cookie), []);
  });
}

test("U7 told to stop, it ends what is under way: each letter once, and none in doubt", async () => {
  const first: { served?: ServedAlone } = {};
  await using at = await mailHouse(undefined, () => {
    if (sink.received.length === SOME) first.served!.process.kill();
    return true;
  });
  const { sink, env, campaign, database } = at;
  await subscribe(database, ALL);
  {
    await using server = (first.served = await serveAlone(env));
    tell(campaign, "mast", env);
    await sendNow(server, env);
    await until("it has ended", () => server.process.exitCode !== null); // told again, it would at once
    assert.equal(server.process.exitCode, 0);
  }
  assert.ok(sink.received.length < ALL, "it was stopped in the middle");
  await using server = await serve(env);
  const cookie = await editor(server.base, env);
  await until("all are sent", async () =>
    (await desk(server.base, cookie)).includes(`<td>${ALL}</td><td>${ALL}</td><td>0</td>`),
  );
  assert.equal(new Set(sink.received.map((mail) => mail.to)).size, ALL);
  assert.equal(sink.received.length, ALL);
});

test("U11 a letter that the mail server took without a word is held, and sent again by nobody but the desk", async () => {
  const dropped = new Set<string>();
  await using at = await mailHouse(undefined, ({ to }) => dropped.has(to) || !dropped.add(to));
  const { sink, env, campaign, database } = at;
  await subscribe(database, 1);
  {
    await using server = await serve(env);
    tell(campaign, "mast", env);
    const cookie = await sendNow(server, env);
    await until("it is in doubt", async () => (await inDoubt(server.base, cookie)).length === 1);
    await sleep(2500); // the sender has looked again
    assert.equal(sink.received.length, 1);
    const page = await desk(server.base, cookie);
    assert.ok(!page.includes("n1@example.org"), "the desk sees an address");
    await decide(server.base, cookie, "again");
    await until("it is sent again", () => sink.received.length === 2);
    const [one, two] = sink.received;
    assert.deepEqual([one!.id, one!.to], [two!.id, two!.to]);
    await until("the desk knows", async () =>
      (await desk(server.base, cookie)).includes("<td>1</td><td>1</td><td>0</td>"),
    );
  }
});

test("U12 after a restore nothing goes out by itself: it may have gone since the backup", async () => {
  await using at = await mailHouse();
  const { sink, env, campaign, database } = at;
  await subscribe(database, 1, { often: "daily" });
  const backup = join(at.dir, "backup");
  {
    await using server = await serve(env);
    tell(campaign, "one", env);
    const cookie = await sendNow(server, env);
    await until("a letter waits for the morning", async () =>
      (await desk(server.base, cookie)).includes("<td>1</td><td>0</td><td>1</td>"),
    );
    tell(campaign, "two", env);
    await until("the next is noted", async () =>
      (await desk(server.base, cookie)).includes("The two"),
    );
    succeed(["backup", backup], env);
  }
  rmSync(env["CND_DATA"]!, { recursive: true });
  succeed(["restore", backup], env);
  await using server = await serve(env);
  const cookie = await editor(server.base, env);
  assert.equal((await inDoubt(server.base, cookie)).length, 1);
  assert.match(await desk(server.base, cookie), /held back by the desk/);
  assert.equal(sink.received.length, 0);
});

test("U8 an address that is refused twice is written to no more", async (t) => {
  await using at = await mailHouse((to) => (to === "n2@example.org" ? 550 : undefined));
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
    assert.match(page, /1 address refused by its mail server/);
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
    await using server = await serveAlone(env);
    await until("what waited is sent", () => sink.received.length === 6);
    assert.equal(server.process.exitCode, null);
  });
});

const home = async (base: string, cookie: string): Promise<string> =>
  (await fetch(`${base}/desk`, { headers: { cookie } })).text();
