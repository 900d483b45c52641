/** A class as a file of xAPI statements, out of one instance and into another, twice (docs/protocol/class-xapi.md). */
import assert from "node:assert/strict";
import { readFileSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { askClasses } from "../src/features/classes/private/classes.ts";
import { hasCard } from "../src/features/classes/roster/cards.ts";
import { openReader } from "../src/platform/db/reader.ts";
import { trailPage } from "../src/platform/private/trail.ts";
import { cnd, serve, temporary, type Served } from "../tools/program.ts";
import { courseCampaign } from "./campaigns.ts";
import { answered, beside, courseSubject, madeClass, type MadeClass } from "./class-room.ts";
import { succeed } from "./commands.ts";
import { xapiProblems } from "./xapi-check.ts";

const folder = temporary();
const env = { CND_DATA: join(folder.dir, "one") };
const other = { CND_DATA: join(folder.dir, "two") };
const third = { CND_DATA: join(folder.dir, "three") };
const fourth = { CND_DATA: join(folder.dir, "four") };
const file = join(folder.dir, "class.jsonl");
let made: MadeClass;
const served: Served[] = [];

before(async () => {
  for (const { CND_DATA } of [env, other, third, fourth]) {
    await courseCampaign(CND_DATA);
    served.push(await serve({ CND_DATA }));
  }
  const course = await courseSubject(env.CND_DATA, "a-link-over-the-hill");
  made = await madeClass(env.CND_DATA, {
    course,
    names: ["Amina Diallo", "Bakary"],
    starts: "2026-11-02",
    ends: "2026-11-06",
  });
  const [amina, bakary] = made.learners;
  const lesson = "what-a-link-needs";
  await beside(env.CND_DATA, async ({ private: ask }) => {
    const classes = askClasses(ask);
    await classes.keep({
      answers: [
        answered(made, amina!, {
          lesson,
          exercise: "three-things",
          score: 500,
          answer: "[0,2]",
          came: 1,
        }),
        answered(made, amina!, {
          lesson,
          exercise: "twice-as-far",
          score: 1000,
          answer: '["6"]',
          came: 2,
        }),
        answered(made, bakary!, { lesson, exercise: "gone", score: null, at: 1, came: 3 }),
        answered(made, bakary!, {
          lesson: "reading-a-profile",
          exercise: "draw-the-profile",
          score: 1000,
          answer: "true",
          by: "Rosa Lind",
          came: 4,
        }),
      ],
    });
    await classes.attend({
      room: made.room.id,
      learner: amina!.id,
      day: "2026-11-03",
      by: "Rosa Lind",
      at: 5,
    });
  });
});
after(async () => {
  for (const one of served) await one[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

const exported = (names = false): string => {
  succeed(["class", "export", made.room.id, "--xapi", file, ...(names ? ["--names"] : [])], env);
  return readFileSync(file, "utf8");
};
const kept = ({ CND_DATA }: typeof env) =>
  beside(CND_DATA, ({ private: ask }) => askClasses(ask).whole(made.room.id));
const forgotten = () =>
  beside(other.CND_DATA, ({ private: ask }) => askClasses(ask).drop(made.room.id));

test("CL30 every line is a statement as xAPI 1.0.3 asks for, under the ids of the answers", async () => {
  const lines = exported()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  assert.equal(lines.length, 1 + 2 + 1 + 4);
  assert.deepEqual(lines.flatMap(xapiProblems), []);
  const ids = new Set(lines.map(({ id }) => id));
  for (const { id } of (await kept(env))!.answers) assert.ok(ids.has(id));
  assert.equal(
    exported(),
    lines.map((one) => `${JSON.stringify(one)}\n`).join(""),
    "written twice it is the same",
  );
  const first = lines.find(({ object }) => object.id.endsWith("/what-a-link-needs#three-things"));
  assert.deepEqual(
    [first.result.score.scaled, first.result.success, first.result.response],
    [0.5, false, "0[,]2"],
  );
  const task = lines.find(({ verb }) => verb.id.endsWith("/xapi/verbs/showed"));
  assert.equal(task.object.definition.interactionType, "performance");
});

test("CL30 the checker finds what is wrong", () => {
  const [good] = exported()
    .split("\n")
    .slice(1)
    .map((line) => JSON.parse(line || "{}"));
  for (const broken of [
    { ...good, id: "1" },
    { ...good, timestamp: "yesterday" },
    { ...good, actor: { name: "x" } },
    { ...good, verb: { id: "said" } },
    { ...good, result: { score: { scaled: 2 } } },
    { ...good, result: { duration: "5 minutes" } },
    { ...good, context: { extensions: { at: 1 } } },
    { ...good, context: { registration: null } },
    { ...good, more: 1 },
  ])
    assert.notEqual(xapiProblems(broken).length, 0, JSON.stringify(broken));
});

test("CL31 no name stands in the file unless it is asked for, and nothing ever that opens the class", async () => {
  const named = /Amina|Bakary|Rosa/;
  assert.doesNotMatch(exported(), named);
  const text = exported(true);
  for (const name of ["Amina Diallo", "Bakary", "Rosa Lind"]) assert.ok(text.includes(name));
  const { room, learners } = (await kept(env))!;
  for (const secret of [room.key, ...learners.flatMap((one) => [one.code_hash, one.pin_hash])])
    assert.ok(!text.includes(secret));
  assert.equal(statSync(file).mode & 0o777, 0o600);
  assert.match(
    cnd(["class", "list"], env).out,
    new RegExp(`${made.room.id}\tTuesday’s class\ta-link-over-the-hill\t2`),
  );
  const reader = openReader(join(env.CND_DATA, "log.sqlite"));
  const rows = await reader.snapshot((db) => trailPage(db, { most: 50 }));
  await reader.db.destroy();
  assert.ok(rows.some(({ what, about }) => what === "cnd class export" && about === room.id));
  assert.doesNotMatch(JSON.stringify(rows), named);
});

test("CL33 another instance lets it in, twice it is the same, ids are unchanged, and cards are made anew", async () => {
  exported();
  assert.match(
    succeed(["class", "import", file], other),
    /2 of them have no card here.* make new ones at .*\/cards/,
  );
  const once = (await kept(other))!;
  assert.deepEqual(once.learners.map(hasCard), [false, false], "so the page of cards makes them");
  const back = succeed(["class", "import", file], env);
  assert.doesNotMatch(back, /card/, "where they came from their cards work on");
  succeed(["class", "import", file], other);
  assert.deepEqual(await kept(other), once);
  const here = (await kept(env))!;
  const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id).toSorted();
  assert.deepEqual(ids(once.answers), ids(here.answers));
  assert.deepEqual(ids(once.learners), ids(here.learners));
  assert.deepEqual(
    once.learners.map(({ name }) => name),
    ["Learner 1", "Learner 2"],
  );
  assert.notEqual(once.room.key, here.room.key);
  assert.equal(
    once.learners.some(({ code_hash }) => here.learners.some((one) => one.code_hash === code_hash)),
    false,
  );
  const plain = ({ by, ...rest }: (typeof once.answers)[number]) => ({ ...rest, saw: by !== null });
  assert.deepEqual(once.answers.map(plain), here.answers.map(plain));
  assert.deepEqual(
    once.attendance.map(({ day }) => day),
    ["2026-11-03"],
  );
  exported(true);
  succeed(["class", "import", file], third);
  const named = (await kept(third))!;
  assert.deepEqual(named.answers, here.answers);
  assert.deepEqual(
    named.learners.map(({ name }) => name),
    ["Amina Diallo", "Bakary"],
  );
});

test("CL33 V71 a class that was deleted here is not let in again, and its file says so", async () => {
  await forgotten();
  exported();
  const { code, err } = cnd(["class", "import", file], other);
  assert.equal(code, 1);
  assert.match(err, /was not deleted here.*stays deleted/);
  assert.equal(await kept(other), undefined);
});

test("CL34 a file that is not ours, cut or odd is refused with its line, and nothing of it is let in", async () => {
  const text = exported();
  const lines = text.trimEnd().split("\n");
  const without = lines.toSpliced(4, 1).join("\n");
  const odd = (at: number, change: (line: string) => string) =>
    lines.map((line, i) => (i === at - 1 ? change(line) : line)).join("\n");
  for (const [wrong, why] of [
    ["", /:1: expected a statement in JSON/],
    ["{}\n", /:1: .* is not as cnd class export writes it/],
    [lines.slice(1).join("\n"), /:1: expected the class/],
    [text.slice(0, -40), /:8: expected a statement in JSON/],
    [without, /:7: expected 4 answers, as line 1 says, found 3: the file was cut/],
    [odd(3, () => "nothing"), /:3: expected a statement in JSON/],
    [odd(6, () => lines[4]!), /:6: expected each once/],
    [odd(7, (line) => line.replace('"score":null', '"score":1001')), /:7: .*score is not as/],
    [odd(2, (line) => line.replace(made.learners[0]!.id, "../x")), /:2: expected a learner’s id/],
    [odd(1, (line) => line.replace("The truck", "The \\u202Ekcurt")), /:1: place is not as/],
    [odd(2, (line) => line.padEnd(200_000)), /:2: expected at most 100000 characters/],
    [
      odd(5, (line) => line.replace("verbs/answered", "verbs/passed")),
      /:5: expected that somebody joined/,
    ],
  ] as const) {
    writeFileSync(file, wrong);
    const { code, err } = cnd(["class", "import", file], other);
    assert.equal(code, 1, String(why));
    assert.match(err, why);
    assert.match(err, /Nothing was imported/);
    assert.ok(err.includes(file));
  }
  rmSync(file);
  writeFileSync(file, "");
  truncateSync(file, 2 * 1024 ** 3); // 2 GB of nothing
  assert.match(cnd(["class", "import", file], other).err, /expected at most 67108864 bytes/);
  assert.equal(await kept(other), undefined);
});

test("CL35 the course is found by its subject or its address; without it the class is refused", async () => {
  const text = exported();
  const { course } = made.room;
  const subject = (line: string) => line.replaceAll(course, "0".repeat(course.length));
  writeFileSync(file, subject(text));
  succeed(["class", "import", file], fourth);
  assert.equal(
    (await kept(fourth))!.room.course,
    await courseSubject(fourth.CND_DATA, "a-link-over-the-hill"),
  );
  writeFileSync(file, subject(text).replaceAll("a-link-over-the-hill", "knitting"));
  assert.match(
    cnd(["class", "import", file], other).err,
    /Expected the course knitting here, found none/,
  );
  assert.equal(await kept(other), undefined);
  assert.match(
    cnd(["class", "export", "none", "--xapi", file], env).err,
    /Expected the id of a class, got none/,
  );
});
