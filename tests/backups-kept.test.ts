/** Backups that are kept in the data folder: never more than was set, each whole. Rules BK7 to BK9. */
import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { existsSync, globSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import {
  FIRST_RULE,
  listBackups,
  NoRoom,
  writeRule,
} from "../src/platform/process/backups/folder.ts";
import { serve, serveAlone, temporary } from "../tools/program.ts";
import { newCampaign } from "./campaigns.ts";
import { succeed } from "./commands.ts";
import { keptFor } from "./kept-year.ts";
import { openControl } from "../src/platform/process/control.ts";
import { dataPaths } from "../src/platform/process/data-folder.ts";

const folder = temporary();
after(() => folder[Symbol.dispose]());
const data = join(folder.dir, "data");
before(() => newCampaign(data));

test("BK7 a month of backups never takes more than the size that was set, also while one is written, and each that is left is restored", async () => {
  const first = await keptFor(data, { days: 1, rule: FIRST_RULE });
  const one = first.left[0]!.bytes;
  const bytes = Math.round(one * 4.5 + first.most);
  const rule = { ...FIRST_RULE, bytes };
  const { left, most, looks } = await keptFor(data, { days: 31, rule, named: [2] });
  assert.ok(looks > 60 && most > one, `${looks} looks`);
  assert.ok(most <= bytes, `${most} of ${bytes} bytes`);
  assert.ok(left.length >= 4 && left.length <= 8, `${left.length} are left`);
  assert.equal(left.at(-1)!.name, "before the move");
  for (const { file } of [left[0]!, left.at(-1)!]) {
    const env = { CND_DATA: join(folder.dir, `again-${file.slice(0, 10)}`) };
    succeed(["restore", join(data, "backups", file)], env);
  }
  const full = listBackups(data);
  const small = { ...FIRST_RULE, bytes: Math.round(one * 1.2) };
  await assert.rejects(keptFor(data, { days: 1, rule: small }), NoRoom);
  const there = listBackups(data);
  assert.deepEqual(there[0], full[0], "the newest stays until another is whole");
  assert.deepEqual(there.at(-1), full.at(-1), "and what has a name");
  assert.deepEqual(
    readdirSync(data).filter((name) => name.startsWith(".cnd-backup")),
    [],
  );
});

test("BK10 who reads does not wait for a backup that is written meanwhile, however large its files are", async () => {
  const own = join(folder.dir, "heavy");
  await newCampaign(own);
  writeFileSync(join(own, "media", `${"b".repeat(64)}.csv`), randomBytes(32_000_000));
  let [last, longest] = [performance.now(), 0];
  const clock = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  const begun = performance.now();
  await keptFor(own, { days: 1, rule: FIRST_RULE });
  clearInterval(clock);
  const took = performance.now() - begun;
  assert.ok(longest < took / 4, `${longest} ms of ${took} nothing else was done`);
});

test("BK9 killed while a backup is made, no half of it is listed or left, and it is made at the next start", async () => {
  const own = join(folder.dir, "killed");
  await newCampaign(own);
  const heavy = randomBytes(60_000_000); // so that it takes a moment, also where this process waits for its turn
  writeFileSync(join(own, "media", `${"a".repeat(64)}.csv`), heavy);
  writeRule(own, { ...FIRST_RULE, isOn: true });
  const { backups } = dataPaths(own);
  mkdirSync(backups);
  writeFileSync(join(backups, "2026-11-24T091500Z.tar.gz.new"), "half of one");
  let halves: readonly string[] = [];
  {
    await using first = await serveAlone({ CND_DATA: own });
    while (halves.length === 0) {
      halves = globSync([".cnd-backup-*", "backups/*"], { cwd: own }).filter(
        (name) => !name.includes("2026-11-24T091500Z"),
      );
      if (halves.length === 0) await sleep(1);
    }
    first.process.kill("SIGKILL");
  }
  assert.deepEqual(listBackups(own), [], `killed with ${halves.join(", ")}`);
  await using next = await serve({ CND_DATA: own });
  for (let i = 0; listBackups(own).length === 0; i++) {
    assert.ok(i < 400, `no backup came: ${next.complaints()}`);
    await sleep(25);
  }
  using running = await openControl(dataPaths(own).socket);
  for (
    let i = 0;
    ((await running.private("jobs.of", "run.backup")) as { state: string }[])[0]!.state !== "done";
    i++
  ) {
    assert.ok(i < 400);
    await sleep(25);
  }
  const { file } = listBackups(own)[0]!;
  assert.deepEqual(readdirSync(backups), [file]);
  assert.ok(!existsSync(join(own, halves.find((name) => name.startsWith(".cnd")) ?? "none")));
  succeed(["restore", join(backups, file)], { CND_DATA: join(folder.dir, "after") });
});
