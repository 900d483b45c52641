/** `cnd course check`: what is wrong with the courses of a folder, by file, line and field, without a data folder. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import test, { after } from "node:test";
import { run } from "../src/commands/course.ts";
import { type Settings } from "../src/commands/context.ts";
import { temporary } from "../tools/program.ts";

const folder = temporary();
after(() => folder[Symbol.dispose]());
const dir = join(folder.dir, "campaign");
mkdirSync(dir);
for (const path of ["courses", "programmes"])
  cpSync(join("campaign", path), join(dir, path), { recursive: true });
const LESSON = join(dir, "courses/a-link-over-the-hill/01-what-a-link-needs.md");

/** As it is typed, with a data folder that is not there. */
function typed(...args: string[]) {
  const env = { ...process.env, CND_DATA: join(folder.dir, "none") };
  const ran = spawnSync(process.execPath, ["bin/cnd.js", "course", "check", ...args], {
    env,
    encoding: "utf8",
  });
  assert.ok(!existsSync(env.CND_DATA), "it makes no data folder");
  return ran;
}
/** The same in this process. */
async function check(...args: string[]) {
  const { log } = console;
  const said: string[] = [];
  console.log = (line: string) => said.push(line);
  try {
    const stderr = await run({} as Settings, ["check", ...args]).then(
      () => "",
      (error: Error) => error.message,
    );
    return { status: stderr === "" ? 0 : 1, stdout: said.join("\n"), stderr };
  } finally {
    console.log = log;
  }
}

test("CU15 a whole course passes; what is wrong is said with its file, its line and its field, as the import says it", async () => {
  const whole = await check(dir);
  assert.equal(whole.status, 0, whole.stderr);
  assert.match(whole.stdout, /^1 courses, 6 lessons, \d+ translations: no mistakes\.$/m);
  const before = readFileSync(LESSON, "utf8");
  const text = before
    .replace('wrong: "Two of the four answers', 'wrnog: "Two of the four answers')
    .replace("tolerance: 0.15", "tolerance: near")
    .replace(
      "  - { of: It points at the other end, is: antenna }",
      "  - { of: It points at the other end }",
    );
  writeFileSync(LESSON, text);
  const lines = text.split("\n");
  const lineOf = (words: string) => lines.findIndex((one) => one.includes(words)) + 1;
  const wrong = typed(dir);
  assert.equal(wrong.status, 1);
  const file = "courses/a-link-over-the-hill/01-what-a-link-needs.md";
  for (const [line, field, message] of [
    [lineOf("wrnog"), "wrnog", 'expected a field of this form (perhaps wrong), found "wrnog"'],
    [lineOf("tolerance: near"), "tolerance", 'expected a number, found "near"'],
    [lineOf("It points at the other end"), "pairs[0].is", "expected a line of text, found nothing"],
  ] as const)
    assert.ok(
      wrong.stdout.includes(`${file}:${line}: ${field}: ${message}`),
      `${line} ${field}\n${wrong.stdout}`,
    );
  assert.match(wrong.stderr, /The courses in .* have \d+ mistakes\./);
  const { problems } = JSON.parse((await check(dir, "--json")).stdout) as {
    problems: { file: string; line: number; field: string; message: string }[];
  };
  const near = problems.find(({ field }) => field === "tolerance");
  assert.deepEqual(near, {
    file,
    line: lineOf("tolerance: near"),
    field: "tolerance",
    message: 'expected a number, found "near"',
  });
  writeFileSync(LESSON, before);
});

test("CU15 a translation with another exercise is told, and so is a folder without a course", async () => {
  for (const path of ["", "/01-what-a-link-needs"]) {
    const original = readFileSync(`${dir}/courses/a-link-over-the-hill${path}.md`, "utf8");
    const front = path === "" ? "---\ntitle: Un\nsummary: Deux.\nstate: person\n---\n" : original;
    writeFileSync(`${dir}/courses/a-link-over-the-hill${path}.de.md`, front);
  }
  const { status, stdout } = await check(dir);
  assert.equal(status, 1);
  assert.match(
    stdout,
    /a-link-over-the-hill\.de\.md:2: expected the lessons of the course, .* found what-a-link-needs/,
  );
  rmSync(join(dir, "programmes"), { recursive: true });
  assert.match(
    (await check(dir)).stdout,
    /a-link-over-the-hill\.md:\d+: programme: expected the slug of one of the programmes, found "digitruck"/,
  );
  const empty = join(folder.dir, "empty");
  mkdirSync(empty);
  assert.match((await check(empty)).stderr, /Expected a course in .*empty\/courses, found none/);
  assert.match((await check(join(folder.dir, "no"))).stderr, /Expected a/);
  assert.match((await check()).stderr, /Expected a campaign folder: cnd course check DIR/);
});
