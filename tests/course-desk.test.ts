/** A course made and changed at the desk, in a browser without script: what it sends is what a teacher's browser sends. */
import assert from "node:assert/strict";
import test from "node:test";
import type { Page } from "playwright-core";
import { click, press } from "./clicks.ts";
import { exported } from "./commands.ts";
import { deskHouse } from "./desk-house.ts";

const COURSES = "/desk/content/courses";
const PATH = `${COURSES}/a-link-over-the-hill`;
let page: Page;
const house = deskHouse({ hasCourse: true }, async (one) => {
  page = await one.signedIn("editor", "Amina");
});

const open = (path = PATH) => page.goto(house.base + path);
const field = (name: string) => page.locator(`[name="${name}"]`);
/** Presses the button at the foot of the form. @returns whether it was saved */
async function save(): Promise<boolean> {
  await click(page.locator("form.telling p.acts.field button").last());
  return page.url().endsWith("?done");
}
const shown = async (): Promise<string[]> => {
  const names = await page
    .locator('[name^="badge.shown."]:checked')
    .evaluateAll((all) => all.map((one) => one.getAttribute("name")!));
  return names.map((name) => name.slice("badge.shown.".length));
};
const versions = async (): Promise<number> => {
  await open(`${PATH}/history`);
  return page.locator("h2.knot.mini").count();
};
const files = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(exported(house.folder.dir, house.env)).map(([path, text]) => [
      path,
      Buffer.from(text, "base64").toString(),
    ]),
  );

test("CU23 tasks are ticked by their questions, and a form that is sent as it came changes nothing", async () => {
  const before = files();
  const first = await versions();
  await open();
  assert.deepEqual(await shown(), ["draw-the-profile", "light-a-lamp"]);
  const task = page.locator("label.tick", { has: field("badge.shown.draw-the-profile") });
  assert.match(await task.innerText(), /^Draw .*Reading a profile$/s);
  assert.ok(await save());
  assert.equal(await versions(), first);
  assert.deepEqual(files(), before);

  await open();
  await field("badge.shown.draw-the-profile").uncheck();
  assert.ok(await save());
  assert.deepEqual(await shown(), ["light-a-lamp"]);
  const offered = await page
    .locator('[name^="badge.shown."]')
    .evaluateAll((all) => all.map((one) => one.getAttribute("name")));
  assert.deepEqual(
    offered,
    ["light-a-lamp", "draw-the-profile", "your-five"].map((id) => `badge.shown.${id}`),
  );
  assert.equal(await versions(), first + 1);
  assert.match(await page.content(), /Tasks that must be shown to a teacher · Draw /);
  await open();
  await field("badge.shown.draw-the-profile").check();
  assert.ok(await save());
  assert.equal((await shown()).length, 2);
});

test("CU23 a task that is in no lesson any more is told, and comes back with its tick", async () => {
  await open();
  const row = await field("badge.shown.light-a-lamp").evaluate(() => {
    const id = document.querySelector('[type="hidden"][value="light-a-lamp"]')!;
    return id.getAttribute("name")!.replace(/\.id$/, "");
  });
  await page.locator(`[id="${row.split(".").slice(0, 2).join(".")}"] > summary`).click();
  await page.locator(`[id="${row}"] > summary`).click();
  await click(page.locator(`button[value="drop:${row}"]`));
  assert.equal(await save(), false);
  assert.match(
    await page.locator('[id="badge.shown-problem"]').innerText(),
    /One of the ticked tasks is no longer in any lesson/,
  );
  const tick = page.locator("label.tick", { has: field("badge.shown.light-a-lamp") });
  assert.match(await tick.innerText(), /no longer in any lesson/);
  assert.ok(await field("badge.shown.light-a-lamp").isChecked());
});

test("CU28 a summary that is changed, and an answer of one exercise, change nothing else of a course", async () => {
  const before = files();
  await open();
  await field("summary").fill("How two hills speak.\n\nFor whoever climbs.");
  assert.ok(await save());
  const now = files();
  const changed = Object.keys(now).filter((path) => now[path] !== before[path]);
  assert.deepEqual(changed, ["courses/a-link-over-the-hill.md"]);
  assert.match(
    now[changed[0]!]!,
    /\nsummary: \|-\n {2}How two hills speak\.\n\n {2}For whoever climbs\.\n/,
  );

  await page.locator('[id="lessons.0"] > summary').click();
  await page.locator('[id="lessons.0.exercises.0"] > summary').click();
  await field("lessons.0.exercises.0.answers.1.text").fill("A road between both ends");
  assert.ok(await save());
  const then = files();
  const lesson = "courses/a-link-over-the-hill/01-what-a-link-needs.md";
  const others = Object.keys(then).filter((path) => then[path] !== now[path]);
  // What was translated says nothing of this answer and stands as it did.
  assert.deepEqual(others, [lesson]);
  const lines = (text: string) => text.split("\n");
  const gone = lines(now[lesson]!).filter((line) => !then[lesson]!.includes(line.trim()));
  assert.ok(gone.length <= 1, gone.join("\n"));
});

/** Of the last exercise of the first lesson. */
const at = (n: number, key: string) => `lessons.0.exercises.${n}.${key}`;
async function add(kind: string, n: number, values: Readonly<Record<string, string>>) {
  await press(page, new RegExp(`^Add: ${kind}`));
  for (const [key, value] of Object.entries(values)) {
    if (value === "✓") await field(at(n, key)).check();
    else await field(at(n, key)).fill(value);
  }
}

test("CU28 a course with every kind of exercise is made without script, and its page asks them", async () => {
  await open(`${COURSES}/new`);
  await field("title").fill("A lamp");
  await field("summary").fill("How a lamp burns.");
  await field("language").selectOption("en");
  await field("hours").fill("1");
  await field("licence.name").fill("CC BY 4.0");
  await press(page, /^Add one ?: Lessons/);
  await field("lessons.0.title").fill("Oil and wick");
  await field("lessons.0.markdown").fill(
    "    a wick\n    of cotton\n\nIt draws the oil up.\n\n- a jar\n- a wick",
  );
  await add("One right answer", 0, {
    choice: "What burns in a lamp?",
    "answers.0.text": "The oil: all of it",
    "answers.0.right": "✓",
    "answers.2.text": "The jar",
    right: "Yes.",
    wrong: "Look what is less\nin the morning.",
    after: "Now the wick.\n\n## What it does",
  });
  await add("More than one right answer", 1, {
    several: "What does it need?",
    "answers.0.text": "Oil",
    "answers.0.right": "✓",
    "answers.1.text": "A wick, of cotton",
    "answers.1.right": "✓",
    "answers.2.text": "A wire",
    wrong: "Read once more.",
  });
  await add("Words to fill in", 2, {
    gap: "The [wick] draws the [oil|fuel] up.",
    wrong: "Cotton.",
  });
  await add("Things to put in order", 3, {
    order: "What comes first?",
    items: "Fill\nSoak\nLight",
    wrong: "Dry.",
  });
  await add("Pairs to match", 4, {
    match: "What does what?",
    "pairs.0.of": "The jar",
    "pairs.0.is": "holds the oil",
    "pairs.1.of": "The wick",
    "pairs.1.is": "draws it up",
    wrong: "Begin with the jar.",
  });
  await add("A number", 5, {
    number: "5 grams an hour: how long do 60 last?",
    answer: "12.5",
    tolerance: "0",
    wrong: "Divide.",
  });
  await add("Cards to turn over", 6, {
    cards: "What is it?",
    "sides.0.front": "Draws",
    "sides.0.back": "The wick",
    wrong: "Again.",
  });
  await add("A task to show a teacher", 7, {
    task: "Light the lamp.",
    shown: "A steady flame.",
    wrong: "Trim it.",
  });
  assert.ok(await save(), await page.locator("main").innerText());
  assert.equal(
    files()["courses/a-lamp/01-oil-and-wick.md"],
    `---
title: Oil and wick
---
    a wick
    of cotton

It draws the oil up.

- a jar
- a wick

\`\`\`exercise
id: what-burns-in-a-lamp
choice: What burns in a lamp?
answers:
  - { text: "The oil: all of it", right: true }
  - { text: The jar }
right: Yes.
wrong: |-
  Look what is less
  in the morning.
\`\`\`

Now the wick.

## What it does

\`\`\`exercise
id: what-does-it-need
several: What does it need?
answers:
  - { text: Oil, right: true }
  - { text: "A wick, of cotton", right: true }
  - { text: A wire }
wrong: Read once more.
\`\`\`

\`\`\`exercise
id: the-wick-draws-the-oil-fuel-up
gap: The [wick] draws the [oil|fuel] up.
wrong: Cotton.
\`\`\`

\`\`\`exercise
id: what-comes-first
order: What comes first?
items: [Fill, Soak, Light]
wrong: Dry.
\`\`\`

\`\`\`exercise
id: what-does-what
match: What does what?
pairs:
  - { of: The jar, is: holds the oil }
  - { of: The wick, is: draws it up }
wrong: Begin with the jar.
\`\`\`

\`\`\`exercise
id: 5-grams-an-hour-how-long-do-60-last
number: "5 grams an hour: how long do 60 last?"
answer: 12.5
tolerance: 0
wrong: Divide.
\`\`\`

\`\`\`exercise
id: what-is-it
cards: What is it?
sides:
  - { front: Draws, back: The wick }
wrong: Again.
\`\`\`

\`\`\`exercise
id: light-the-lamp
task: Light the lamp.
shown: A steady flame.
wrong: Trim it.
\`\`\`
`,
  );
  const made = files();
  await open(`${COURSES}/a-lamp`);
  assert.ok(await save());
  await page.goBack();
  assert.ok(await save());
  assert.deepEqual(files(), made);
  await page.goto(`${house.base}/courses/a-lamp/oil-and-wick`);
  assert.equal(await page.locator("main form").count(), 7); // a task is shown and not sent
});
