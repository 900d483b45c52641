/**
 * The board of a class of 40 with 60 exercises and 3,600 answers, in a process that one core serves: how long it takes, how long
 * what changes of it takes, and the memory of the process. Needs taskset.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { daysAfter } from "../src/engines/calendar/day.ts";
import { wallDay } from "../src/features/classes/wall-day.ts";
import { askClasses } from "../src/features/classes/private/classes.ts";
import { answered, beside, courseSubject, madeClass } from "../tests/class-room.ts";
import { invitation } from "../tests/invitation.ts";
import { cnd, serveAlone, temporary } from "../tools/program.ts";
import { median, report } from "./report.ts";

const [LEARNERS, LESSONS, EXERCISES, TASKS] = [40, 6, 10, 6];
const EACH = 300; // requests, after some that warm it up
const RUNS = 3;

using folder = temporary();
const campaign = join(folder.dir, "campaign");
const data = join(folder.dir, "data");
const env = { CND_DATA: data };
const made = cnd(["init", campaign, "--yes"], env);
if (made.code !== 0) throw new Error(made.err);
writeCourse();
const imported = cnd(["import", campaign], env);
if (imported.code !== 0) throw new Error(imported.err);
await using server = await serveAlone(env, [], ["taskset", "-c", "0"]);
let own = statusOf("RssAnon"); // at its most, looked at after each request
report({
  name: "class memory, a server that nobody asked",
  value: memory(),
  unit: "MB",
  peer: { own },
});
const today = wallDay(Date.now());
const room = await madeClass(data, {
  course: await courseSubject(data, "sixty"),
  names: Array.from({ length: LEARNERS }, (_, i) => `Learner of the bench ${i + 1}`),
  starts: daysAfter(today, -5),
  ends: daysAfter(today, 5),
});
await fill();
const cookie = await comeIn();
const path = `/desk/classes/${room.room.id}`;
for (const [name, at] of [
  ["board", path],
  ["part", `${path}/now`],
  ["lists", `${path}/list`],
] as const) {
  const runs: Awaited<ReturnType<typeof times>>[] = [];
  for (let i = 0; i < RUNS; i++) runs.push(await times(at));
  report({
    name: `class ${name} p99`,
    value: median(runs.map(({ p99 }) => p99)),
    unit: "ms",
    peer: {
      "its median": median(runs.map(({ p50 }) => p50)),
      "of a processor": median(runs.map(({ cpu }) => cpu)),
      bytes: runs[0]!.bytes,
    },
  });
}
report({ name: "class memory, at its most", value: memory(), unit: "MB", peer: { own } });
{
  const runs: Awaited<ReturnType<typeof times>>[] = [];
  for (let i = 0; i < RUNS; i++) runs.push(await times(path, oneMore));
  report({
    name: "class board, an answer before each, p99",
    value: median(runs.map(({ p99 }) => p99)),
    unit: "ms",
    peer: { "its median": median(runs.map(({ p50 }) => p50)) },
  });
}
const { p99 } = await times("/healthz");
report({ name: "class /healthz p99", value: p99, unit: "ms" });
report({
  name: "class memory, at its most, afterwards",
  value: memory(),
  unit: "MB",
  peer: { own },
});

function writeCourse(): void {
  const text = (lesson: number) =>
    Array.from({ length: EXERCISES }, (_, i) =>
      i === 0 && lesson < TASKS
        ? `\`\`\`exercise\nid: task-${lesson}\ntask: Put the mast of lesson ${lesson} up, and tie it down.\nshown: It stands and does not lean.\nwrong: Look at the ropes.\n\`\`\``
        : `\`\`\`exercise\nid: e${lesson}-${i}\nchoice: Which of these carries a call ${i} kilometres over the hill?\nanswers:\n  - { text: A rope }\n  - { text: A radio, right: true }\n  - { text: A lamp }\nright: It does.\nwrong: Read about radios again.\n\`\`\``,
    ).join("\n\nA paragraph that is read between two exercises.\n\n");
  mkdirSync(join(campaign, "courses", "sixty"), { recursive: true });
  writeFileSync(
    join(campaign, "courses", "sixty.md"),
    "---\ntitle: Sixty\nsummary: Sixty exercises.\nlanguage: en\nhours: 40\nlicence: { name: CC BY 4.0 }\nbadge: { name: Sixty, criteria: All of it., pass: 80, shown: [task-0, task-1] }\n---\nSixty.\n",
  );
  for (let lesson = 0; lesson < LESSONS; lesson++)
    writeFileSync(
      join(campaign, "courses", "sixty", `0${lesson + 1}-lesson-${lesson}.md`),
      `---\ntitle: Lesson ${lesson}\n---\n${text(lesson)}\n`,
    );
}

/** One and a half of every learner to every exercise. */
async function fill(): Promise<void> {
  const answers = room.learners.flatMap((learner, l) =>
    Array.from({ length: LESSONS * EXERCISES * 1.5 }, (_, i) => {
      const n = i % (LESSONS * EXERCISES);
      const [lesson, at] = [Math.floor(n / EXERCISES), n % EXERCISES];
      return answered(room, learner, {
        lesson: `lesson-${lesson}`,
        exercise: at === 0 ? `task-${lesson}` : `e${lesson}-${at}`,
        score: (l + i) % 3 === 0 ? 0 : 1000,
        by: at === 0 ? "Rosa" : null,
        answer: "[1]",
        came: Date.now() - i * 1000,
      });
    }),
  );
  await beside(data, async ({ private: ask }) => {
    const classes = askClasses(ask);
    for (let i = 0; i < answers.length; i += 50)
      await classes.keep({ answers: answers.slice(i, i + 50) }); // as devices send them
    for (const { id: learner } of room.learners)
      for (let i = -5; i <= 0; i++)
        await classes.attend({
          room: room.room.id,
          learner,
          day: daysAfter(today, i),
          by: "Rosa",
          at: 1,
        });
  });
}

/** Somebody answers, so that nothing that was made before is all of the next board. */
async function oneMore(i: number): Promise<void> {
  const learner = room.learners[i % LEARNERS]!;
  const of = { lesson: "lesson-1", exercise: `e1-${1 + (i % 9)}`, score: i % 2 === 0 ? 0 : 1000 };
  const answers = [answered(room, learner, { ...of, answer: "[1]" })];
  await beside(data, ({ private: ask }) => askClasses(ask).keep({ answers }));
}

async function comeIn(): Promise<string> {
  const link = await invitation(data, { role: "teacher", name: "Rosa" });
  const answer = await fetch(server.base + link, {
    method: "POST",
    redirect: "manual",
    headers: {
      "sec-fetch-site": "same-origin",
      "content-type": "application/x-www-form-urlencoded",
    },
  });
  if (answer.status !== 303) throw new Error(`Expected to come in, got ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(";")[0]!)
    .join("; ");
}

/** @returns ms, and how much of a processor a request took on the mean: on a busy machine that is what can be compared */
async function times(
  at: string,
  before?: (i: number) => Promise<void>,
): Promise<Record<"p50" | "p99" | "bytes" | "cpu", number>> {
  const all: number[] = [];
  let begun = 0;
  let bytes = 0;
  for (let i = 0; i < EACH + 20; i++) {
    if (i === 20) begun = worked();
    await before?.(i);
    const begin = performance.now();
    const got = await fetch(server.base + at, { headers: { cookie }, redirect: "manual" });
    bytes = (await got.arrayBuffer()).byteLength;
    if (got.status !== 200) throw new Error(`${at}: ${got.status}`);
    if (i >= 20) all.push(performance.now() - begin);
    own = Math.max(own, statusOf("RssAnon"));
  }
  all.sort((a, b) => a - b);
  const cpu = (worked() - begun) / EACH;
  return { p50: median(all), p99: all[Math.floor(EACH * 0.99)]!, bytes, cpu };
}

/** ms of a processor that the server has used so far, in all its threads. */
function worked(): number {
  const fields = readFileSync(`/proc/${server.process.pid}/stat`, "utf8")
    .split(") ")[1]!
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10; // ticks of a hundredth of a second
}

/** What the process holds, its threads and all, at its most. */
function memory(): number {
  return statusOf("VmHWM");
}

/** MB, as the system says them: `VmHWM`, or `RssAnon` of it, which is not the pages of Node's own file. */
function statusOf(name: "VmHWM" | "RssAnon"): number {
  const status = readFileSync(`/proc/${server.process.pid}/status`, "utf8");
  return Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)![1]) / 1024;
}
