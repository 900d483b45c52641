import assert from "node:assert/strict";
import test from "node:test";
import { Kysely } from "kysely";
import { privateParts } from "../../models.ts";
import { openSqlite } from "../../platform/db/open-sqlite.ts";
import type { Db } from "../../platform/db/store.ts";
import { migrateLog } from "../../platform/log/tables.ts";
import type { Count } from "../../platform/web/tally.ts";
import { openPrivate } from "../../platform/private/private.ts";
import { openTally } from "../../platform/web/tally.ts";
import { blurred } from "./blur.ts";
import { shownSince } from "./desk.ts";
import { wordsIn } from "./words.ts";

test("CN2 a browser that asks not to be counted is not", () => {
  const tally = openTally("campaign.example");
  tally.on = false;
  tally.count("/", {});
  assert.deepEqual(tally.take("2026-11-24"), []);
  tally.on = true;
  for (const headers of [{ dnt: "1" }, { "sec-gpc": "1" }]) tally.count("/", headers);
  assert.deepEqual(tally.take("2026-11-24"), []);
  tally.count("/", {});
  assert.equal(tally.take("2026-11-24").length, 1);
});

test("CN3 of another site only the domain is counted", () => {
  const tally = openTally("campaign.example");
  tally.on = true;
  for (const referer of [
    "https://News.example.org/who/sent?it=1",
    "https://news.example.org/",
    "https://campaign.example/stories",
    "http://192.168.0.7/",
    "http://router/",
    "https://user:secret@mail.example.org/",
    "android-app://x.y",
  ])
    tally.count("/stories/mast", { referer, "user-agent": "A", cookie: "b" });
  assert.deepEqual(tally.take("2026-11-24"), [
    { day: "2026-11-24", kind: "page", name: "/stories/mast", n: 7 },
    { day: "2026-11-24", kind: "from", name: "news.example.org", n: 2 },
  ]);
  assert.deepEqual(tally.take("2026-11-24"), []);
});

test("CN4 numbers under five lose their names and are added up", () => {
  const day = "2026-11-24";
  const kind = "page" as const;
  const of = (name: string, n: number, on = day) => ({ day: on, kind, name, n });
  assert.deepEqual(blurred([of("/a", 5), of("/b", 4), of("/c", 4), of("/a", 4, "2026-11-23")]), {
    many: [{ name: "/a", n: 5 }],
    few: { names: 3, sum: 12 },
  });
  assert.deepEqual(blurred([of("/b", 4)]), { many: [], few: { names: 1, sum: undefined } });
});

test("the desk is shown thirty days, as its words say, today among them", () => {
  const since = shownSince(Date.parse("2026-11-30T12:00:00Z"));
  assert.equal(since, "2026-11-01");
  assert.match(wordsIn("en").lead, /last 30 days/);
});

test("CN5 what was counted and comes in after counting was turned off is kept nowhere", async () => {
  const store = openSqlite(":memory:");
  const db: Db = new Kysely({ dialect: store.dialect });
  try {
    await migrateLog(db, store);
    const privately = await openPrivate(db, privateParts);
    const counted: Count[] = [{ day: "2026-11-24", kind: "page", name: "/", n: 7 }];
    const kept = async () =>
      ((await privately("counts.since", "2026-11-01")) as Count[]).map(({ n }) => n);
    await privately("counts.add", counted);
    assert.deepEqual(await kept(), [7]);
    await privately("counts.turn", false);
    await privately("counts.add", counted); // on its way when the owner turned it off
    assert.deepEqual(await kept(), []);
    await privately("counts.turn", true);
    await privately("counts.add", counted);
    assert.deepEqual(await kept(), [7]);
    await privately("counts.add", [...counted, ...counted]); // one page twice in one writing
    assert.deepEqual(await kept(), [21]);
  } finally {
    await db.destroy();
  }
});
