/** `cnd class`: a class taken along as a file, and let in elsewhere. */
import { randomBytes, randomUUID } from "node:crypto";
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import {
  askClasses,
  askTeaching,
  classAt,
  MOST_BYTES,
  readClass,
  StatementError,
  statementsOf,
  type ReadClass,
} from "../features/classes/api.ts";
import { courseAt, courseOf } from "../features/courses/api.ts";
import { askErased } from "../platform/private/erased.ts";
import type { Desk } from "../platform/sent/desk.ts";
import { timeNow } from "../platform/process/steady-clock.ts";
import { atDesk } from "./at-desk.ts";
import { CommandError, switches, type Noted, type Settings } from "./context.ts";

export const help = `cnd class list
List each class: id, name, course, learners.

cnd class export ID --xapi FILE.jsonl [--names]
Write everything stored about a class as xAPI 1.0.3 statements, one per line: docs/protocol/class-xapi.md. Without
--names it contains no names. It never contains what cards and devices use to open the class.

cnd class import FILE.jsonl [--let-in]
Import such a class. Repeating it changes nothing. Its course must be here already; make new cards at the desk.
Learners and classes that were erased here stay out.
  --let-in   they asked to come back: let them in again as the file has them; the trail records this`;

export async function run(
  settings: Settings,
  args: readonly string[],
  tell: (noted: Noted) => void,
): Promise<void> {
  const { on, of, rest } = switches("class", args, ["names", "let-in"], ["xapi"]);
  const [verb, what, ...more] = rest;
  if (more.length === 0) {
    if (verb === "list" && what === undefined) return atDesk(settings, list);
    if (verb === "export" && what !== undefined && of.xapi !== undefined) {
      const file = of.xapi;
      return atDesk(settings, async (desk, base) => {
        tell({ about: await exportTo(desk, { id: what, file, base, names: on.has("names") }) });
      });
    }
    if (verb === "import" && what !== undefined) {
      const read = readFrom(what); // before anything is opened
      return atDesk(settings, async (desk, base) => {
        if (on.has("let-in")) await letIn(desk, read);
        const about = await bring(desk, read, base);
        tell({ about, ...(on.has("let-in") && { detail: "let-in" }) });
      });
    }
  }
  throw new CommandError(
    "Expected cnd class list, export ID --xapi FILE.jsonl [--names], or import FILE.jsonl [--let-in]. See cnd class --help",
  );
}

async function list({ private: privately, speaker }: Desk): Promise<void> {
  const classes = askClasses(privately);
  for (const { id, name, course } of await classes.rooms()) {
    const found = await speaker.snapshot((db) => courseOf(db, course));
    const learners = (await classes.whole(id))?.learners.length ?? 0;
    console.log([id, name, found?.slug ?? "(withdrawn)", learners].join("\t"));
  }
}

interface Export {
  readonly id: string;
  readonly file: string;
  readonly base: string;
  readonly names: boolean;
}

/** The whole file or none of it, and nobody else on this machine reads it. */
async function exportTo(
  { private: privately, speaker }: Desk,
  { id, file, base, names }: Export,
): Promise<string> {
  const held = await speaker.snapshot((db) => classAt(db, id));
  if (!held) throw new CommandError(`Expected the id of a class, got ${id}. See cnd class list`);
  const making = `${file}.${randomBytes(4).toString("hex")}`;
  const out = openSync(making, "wx", 0o600);
  try {
    for (const one of statementsOf(held, { base, names }))
      writeSync(out, `${JSON.stringify(one)}\n`);
    fsyncSync(out);
  } catch (error) {
    rmSync(making, { force: true });
    throw error;
  } finally {
    closeSync(out);
  }
  renameSync(making, file);
  const { learners, answers } = held;
  await askTeaching(privately).look({
    id: randomUUID(),
    room: held.room.id,
    account: "",
    name: "cnd class export",
    why: "export",
    words: "",
    at: timeNow(),
  });
  console.log(
    `${file}: ${learners.length} learners ${names ? "by name" : "without names"}, ${answers.length} answers.`,
  );
  return held.room.id;
}

function readFrom(file: string): ReadClass {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found?.isFile()) throw new CommandError(`${file}: expected a file, found none.`);
  if (found.size > MOST_BYTES)
    throw new CommandError(
      `${file}: expected at most ${MOST_BYTES} bytes, found ${found.size}. Nothing was imported.`,
    );
  try {
    return readClass(readFileSync(file, "utf8"));
  } catch (error) {
    if (!(error instanceof StatementError)) throw error;
    throw new CommandError(`${file}:${error.line}: ${error.message}. Nothing was imported.`, {
      cause: error,
    });
  }
}

/** Somebody asked for it anew: what was erased of this class is as if it never had been here. */
const letIn = ({ private: privately }: Desk, { room, learners }: ReadClass): Promise<void> =>
  askErased(privately).letIn([
    { table: "class_room", key: [room.id] },
    ...learners.flatMap(({ id, name }) => [
      { table: "class_learner", key: [id] },
      { sort: "learner", by: [room.id, name] },
    ]),
  ]);

/** What is here already stays as it is. @returns the id of the class */
async function bring(desk: Desk, read: ReadClass, base: string): Promise<string> {
  const { room, learners, answers, attendance } = read;
  const course = await desk.speaker.snapshot(
    async (db) => (await courseOf(db, read.course)) ?? (await courseAt(db, read.slug)),
  );
  if (!course)
    throw new CommandError(
      `Expected the course ${read.slug} here, found none. Import it first (its folder, or cnd import-course), then the class. Nothing was imported.`,
    );
  const classes = askClasses(desk.private);
  let withoutCard = 0;
  for (const { id } of learners) {
    const here = await classes.learner(id);
    if (!here || here.code_hash === "") withoutCard++;
    if (here && here.room !== room.id)
      throw new CommandError(
        `Expected learners of one class, found ${id}, who is in another class here. Nothing was imported.`,
      );
  }
  await classes.bring({
    room: { ...room, course: course.subject, key: randomBytes(16).toString("base64url") },
    learners: learners.map((one) => ({ ...one, code_hash: "", pin_hash: "" })),
    answers,
    attendance,
  });
  const whole = await classes.whole(room.id);
  if (!whole)
    throw new CommandError(
      `Expected a class that was not deleted here, got ${room.name}, which stays deleted. If its learners asked to come back, add --let-in. Nothing was imported.`,
    );
  const known = new Set(whole.learners.map(({ id }) => id));
  const left = learners.filter(({ id }) => !known.has(id));
  const erased = left.length;
  if (erased > 0)
    console.log(
      `${erased} of the learners in the file (number ${left.map(({ number }) => number).join(", ")}) were erased here and stay erased: none of their data was imported. If they asked to come back, add --let-in`,
    );
  console.log(
    `${room.name}: ${learners.length - erased} learners, ${answers.length} answers and ${attendance.length} days of attendance are here.`,
  );
  if ((await askTeaching(desk.private).ofRoom(room.id)).teachers.length === 0)
    console.log(
      `The class has no teacher here yet, so nobody can see it. An owner can name one under Settings: ${base}/desk/classes/${room.id}/look`,
    );
  if (withoutCard > 0)
    console.log(
      `${withoutCard} of them have no card here, and cards from elsewhere do not work: make new ones at ${base}/desk/classes/${room.id}/cards`,
    );
  return room.id;
}
