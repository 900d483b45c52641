/** Whoever serves keeps what is private no longer than `/privacy` says (src/platform/private/README.md). */
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { dataPaths } from "../src/platform/process/data-folder.ts";
import { serve, temporary } from "../tools/program.ts";
import { newCampaign } from "./campaigns.ts";

const A_DAY = 24 * 3_600_000; // ms

test("V76 C37 what is over goes when the program starts, but not while nobody knows which day it is, and privacy says what is kept", async () => {
  using folder = temporary();
  const data = join(folder.dir, "data");
  await newCampaign(data);
  const { database, seen } = dataPaths(data);
  {
    using db = new DatabaseSync(database);
    db.exec(
      `insert into subscriber_asked (address, lang, what, often, confirm_hash, asked) values ('a@example.org', 'en', 'all', 'each', 'h', 1)`,
    );
  }
  const left = () => {
    using db = new DatabaseSync(database, { readOnly: true });
    return db.prepare("select count(*) as n from subscriber_asked").get()!["n"];
  };
  writeFileSync(seen, `${Date.now() - 3 * A_DAY}\n`);
  {
    await using server = await serve({ CND_DATA: data });
    const metrics = await (await fetch(`${server.base}/metrics`)).text();
    assert.match(metrics, /cnd_clock_settled 0/);
    await sleep(1000);
    assert.equal(left(), 1, "the clock may be wrong");
  }
  writeFileSync(seen, `${Date.now()}\n`);
  await using server = await serve({ CND_DATA: data });
  for (let i = 0; left() !== 0 && i < 200; i++) await sleep(50);
  assert.equal(left(), 0);
  const page = await (await fetch(`${server.base}/privacy`)).text();
  assert.match(page, /Say here what it cannot know[^]*What is kept[^]*If not confirmed: 3 days/);
  assert.ok(Buffer.byteLength(page) <= 30_000, `${Buffer.byteLength(page)} bytes`);
});
