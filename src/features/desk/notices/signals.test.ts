/** A newer release as a notice: once for each version, and no longer than it is newer; work that failed. */
import assert from "node:assert/strict";
import test from "node:test";
import { DATABASES } from "../../../../tests/databases.ts";
import { temporary } from "../../../../tools/program.ts";
import { migrateLog } from "../../../platform/log/tables.ts";
import { openPrivate, platformParts } from "../../../platform/private/private.ts";
import { writeReleases } from "../../../platform/process/releases.ts";
import { askNotices, noticesPart } from "./private.ts";
import { counted, isFor } from "./signals.ts";
import { lineOf } from "./telling.ts";
import { wordsIn } from "./words.ts";

const LI = { id: "li", name: "Li", role: "owner", closed: false, hasPin: false } as const;

test("D62 a newer release is told to owners once for each version, with its day and where more stands, and nothing of its list's words", async () => {
  using folder = temporary();
  await using database = await DATABASES.SQLite();
  await migrateLog(database.db, database.store);
  const own = await openPrivate(database.db, [...platformParts, noticesPart]);
  const notices = askNotices(own);
  const house = { version: "0.1.0" };
  const serving = {
    house,
    base: "https://example.org",
    instance: { folder: { dir: folder.dir }, log: { private: own } },
  } as unknown as Parameters<typeof counted>[0];
  let now = 1;
  const look = async (): Promise<string[]> => {
    const all = await counted(serving, LI, "en", ["release"]);
    await notices.look({ account: "li", now: now++, all, isMailed: true });
    const lines = (await notices.untold("li")).map((one) => lineOf(one, wordsIn("en")));
    await notices.told({ account: "li", until: now, now });
    return lines;
  };
  const found = (version: string) =>
    writeReleases(folder.dir, {
      address: "https://releases.example/list.json",
      asked: 1,
      failed: "",
      found: { version, day: "2026-11-03", changes: "Send your PIN to us" },
    });
  assert.deepEqual(await look(), [], "nobody is asked");
  found("0.2.0");
  const [line, ...others] = await look();
  assert.deepEqual(others, []);
  assert.match(
    line!,
    /^Version 0\.2\.0 of the program was released on .*2026\. See what changed: https:\/\/example\.org\/desk\/run#newer$/,
  );
  assert.deepEqual(await look(), [], "once");
  found("0.3.0");
  assert.match((await look()).join("\n"), /^Version 0\.3\.0[^\n]*$/);
  house.version = "0.3.0";
  assert.deepEqual(await counted(serving, LI, "en", ["release"]), []);
  assert.equal(isFor({ role: "editor" }, "release"), false);
});

test("D62 work in the background that failed, such as a backup, is told to owners, and where to look", async () => {
  const serving = {
    jobs: { overview: async () => ({ waiting: 3, failed: 1, next: [], failures: [] }) },
    instance: { folder: { dir: "" }, log: {} },
  } as unknown as Parameters<typeof counted>[0];
  const [one, ...others] = await counted(serving, LI, "en", ["work"]);
  assert.deepEqual(others, []);
  assert.deepEqual([one!.count, one!.path], [1, "/desk/run"]);
  assert.match(one!.words, /backups or other background tasks/);
  assert.equal(isFor({ role: "editor" }, "work"), false);
});
