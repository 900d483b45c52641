import assert from "node:assert/strict";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { DATABASES } from "../../../tests/databases.ts";
import { migrateLog } from "../log/tables.ts";
import { askJobs, type Job } from "../private/jobs.ts";
import { openPrivate, platformParts } from "../private/private.ts";
import { openWrites } from "../log/thread.ts";
import { openJobs, RefusedJob, type Jobs, type Work } from "./jobs.ts";

test("bug: what was added just as the queue had been emptied waited for the next look, half a minute", async () => {
  for (let turns = 0; turns < 12; turns++) {
    const waiting: string[] = [];
    let isEmptied: (() => void) | undefined;
    const privately = async (operation: string) => {
      if (operation === "jobs.add") return String(waiting.push("b"));
      if (operation !== "jobs.claim") return undefined;
      const id = waiting.shift();
      if (id === undefined) isEmptied?.();
      return id === undefined ? undefined : { id, kind: "look", argument: "null", tries: 1 };
    };
    const jobs = openJobs({
      private: privately,
      writes: openWrites(() => 0),
      now: () => 0,
      log: assert.fail,
    });
    let done = 0;
    await jobs.start({ look: async () => void (done += 1) });
    await sleep(1);
    isEmptied = () => {
      isEmptied = undefined;
      void (async () => {
        for (let i = 0; i < turns; i++) await Promise.resolve();
        await jobs.add("look", "b", null);
      })();
    };
    await jobs.add("look", "a", null);
    await sleep(5);
    assert.equal(done, 2, `added ${turns} turns after the queue was seen empty`);
    await jobs.close();
  }
});

for (const [name, open] of Object.entries(DATABASES)) {
  async function queue() {
    const database = await open();
    await migrateLog(database.db, database.store);
    const privately = await openPrivate(database.db, platformParts);
    let time = 1_000_000;
    const lines: string[] = [];
    return {
      privately,
      lines,
      pass: (ms: number) => void (time += ms),
      jobs: (): Jobs =>
        openJobs({
          private: privately,
          writes: openWrites(() => 0),
          now: () => time,
          log: (l) => lines.push(l),
        }),
      [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
    };
  }
  const until = async (jobs: Jobs, state: Job["state"], tries = 1, about = "a"): Promise<Job> => {
    for (let i = 0; i < 400; i++) {
      const [job] = await jobs.about(about);
      if (job?.state === state && job.tries >= tries) return job;
      await sleep(5);
    }
    throw new Error(`Expected a job that is ${state} after ${tries} tries.`);
  };

  test(`J1 what waits is not added again, and is done once it is begun, on ${name}`, async () => {
    await using at = await queue();
    const seen: unknown[] = [];
    const jobs = at.jobs();
    const first = await jobs.add("look", "a", { n: 1 });
    assert.equal(await jobs.add("look", "a", { n: 2 }), first);
    await jobs.start({ look: async (argument) => void seen.push(argument) });
    await until(jobs, "done");
    assert.deepEqual(seen, [{ n: 1 }]);
    assert.notEqual(await jobs.add("look", "a", { n: 3 }), first);
    await until(jobs, "done");
    await jobs.close();
  });

  test(`J2 what ran when the process ended is done by the next one, on ${name}`, async () => {
    await using at = await queue();
    const first = at.jobs();
    await first.start({
      long: async (_, { signal, progress }) => {
        await progress(1, 3);
        await sleep(60_000, undefined, { signal });
      },
    });
    await first.add("long", "a", null);
    while ((await until(first, "running")).total === 0) await sleep(5);
    await first.close();
    let done = false;
    const next = at.jobs();
    await next.start({ long: async () => void (done = true) });
    assert.equal((await until(next, "done")).tries, 2);
    assert.ok(done);
    await next.close();
  });

  test(`J3 a failure is tried again, a refusal is not, on ${name}`, async () => {
    await using at = await queue();
    let tries = 0;
    const jobs = at.jobs();
    await jobs.start({
      shaky: async () => {
        tries += 1;
        throw new Error("no route");
      },
      never: async () => {
        throw new RefusedJob("This is no film.");
      },
    });
    await jobs.add("shaky", "a", null);
    for (let i = 1; i <= 5; i++) {
      await until(jobs, i < 5 ? "waiting" : "failed", i);
      at.pass(10 * 60_000);
      await jobs.add("never", `b${i}`, null); // whoever adds makes the queue look
    }
    assert.equal(tries, 5);
    assert.match(at.lines[0]!, /shaky failed, try 1: no route/);
    const refused = await until(jobs, "failed", 1, "b1");
    assert.deepEqual([refused.error, refused.tries], ["This is no film.", 1]);
    await jobs.close();
  });

  test(`J4 a closing process stops the job that runs, and begins no other, on ${name}`, async () => {
    await using at = await queue();
    let begun = 0;
    const jobs = at.jobs();
    await jobs.start({
      long: async (_, { signal }) => {
        begun += 1;
        await sleep(60_000, undefined, { signal });
      },
    });
    await jobs.add("long", "a", null);
    await jobs.add("long", "b", null);
    await until(jobs, "running");
    await jobs.close();
    assert.equal(begun, 1);
    assert.deepEqual([(await jobs.about("b"))[0]!.state], ["waiting"]);
  });

  test(`J5 what failed is seen with its reason, tried again as if it were new, once; what was found last stays, on ${name}`, async () => {
    await using at = await queue();
    const jobs = at.jobs();
    let works = false;
    await jobs.start({
      look: async () => {
        if (!works) throw new RefusedJob("This is no film.");
      },
    });
    await jobs.add("look", "a", { n: 1 });
    const { id } = await until(jobs, "failed");
    await jobs.add("later", "b", null, 60_000);
    const seen = await jobs.overview(5);
    assert.deepEqual([seen.waiting, seen.failed], [1, 1]);
    assert.deepEqual([seen.next[0]!.kind, seen.failures[0]!.error], ["later", "This is no film."]);
    works = true;
    assert.equal(await jobs.again(id), true);
    assert.equal(await jobs.again(id), false);
    await until(jobs, "done");
    assert.equal((await jobs.overview(5)).failed, 0);
    const table = askJobs(at.privately);
    for (const said of ["1", "2"]) await table.report({ kind: "look", made: 7, said });
    assert.deepEqual({ ...(await table.reported("look")) }, { kind: "look", made: 7, said: "2" });
    await jobs.close();
  });

  test(`J6 a quick job is done while a long one runs, and each is taken up again by its own turn, on ${name}`, async () => {
    await using at = await queue();
    const jobs = at.jobs();
    const begun: string[] = [];
    const long: Work = async (_, { signal }) => {
      begun.push("long");
      await sleep(60_000, undefined, { signal });
    };
    await jobs.start({ long }, { mail: async () => void begun.push("mail") });
    await jobs.add("long", "a", null);
    await jobs.add("long", "b", null);
    await until(jobs, "running");
    await jobs.add("mail", "c", null);
    await until(jobs, "done", 1, "c");
    assert.deepEqual(begun, ["long", "mail"]);
    assert.deepEqual((await jobs.about("b"))[0]!.state, "waiting");
    await jobs.close();
    const next = at.jobs();
    await next.start({ long: async () => undefined }, { mail: async () => undefined });
    for (const about of ["a", "b"]) await until(next, "done", 1, about);
    await next.close();
  });
}
