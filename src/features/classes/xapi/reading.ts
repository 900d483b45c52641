/** A file of statements, read back into a class. Whatever is odd in it is said with its line, and nothing of it is taken. Rules CL33 to CL35. */
import * as v from "valibot";
import type { Attendance, KeptAnswer, Learner, Room } from "../private/rows.ts";
import { ANSWERED, FORM, termsAt, type Terms } from "./terms.ts";
import { isUuid, uuidOf } from "./uuid.ts";

export const MOST_BYTES = 64 * 1024 * 1024; // of a file: 50,000 answers
const MOST_LINE = 100_000; // characters of a statement
const MOST_LEARNERS = 3000;
const MOST_DAYS = 400;

export interface ReadClass {
  readonly room: Omit<Room, "key" | "course">;
  /** Where its course is looked for: by the subject, then by the address. */
  readonly course: string;
  readonly slug: string;
  readonly learners: readonly Omit<Learner, "code_hash" | "pin_hash">[];
  readonly answers: readonly KeptAnswer[];
  readonly attendance: readonly Attendance[];
}

/** What does not fit, in a line. */
export class StatementError extends Error {
  readonly line: number;
  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

const id = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/));
const slug = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,199}$/));
const text = (most: number) => v.pipe(v.string(), v.maxLength(most), v.check(isPlain));
const whole = (most: number) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(most));
const moment = whole(8.64e15);
const day = v.pipe(v.string(), v.check(isDay));
const json = v.pipe(v.string(), v.maxLength(20_000), v.check(isJson));
const agent = v.object({
  name: v.optional(text(200)),
  account: v.object({ homePage: v.pipe(v.string(), v.url()), name: v.string() }),
});
const statement = v.object({
  id: v.pipe(v.string(), v.check(isUuid)),
  actor: agent,
  verb: v.object({ id: v.string() }),
  context: v.object({
    registration: v.pipe(v.string(), v.check(isUuid)),
    instructor: v.optional(agent),
    extensions: v.record(v.string(), v.unknown()),
  }),
});
type Statement = v.InferOutput<typeof statement>;
const opened = v.object({
  form: v.literal(FORM),
  id,
  name: text(200),
  place: text(500),
  starts: day,
  ends: day,
  at: moment,
  closed: v.nullable(moment),
  by: v.optional(text(200)),
  course: text(200),
  slug: text(200),
  learners: whole(MOST_LEARNERS),
  answers: whole(1e6),
  attendance: whole(1e7),
});
const joined = v.object({ number: whole(1e6), picture: whole(1e6), at: moment });
const attended = v.object({ day, at: moment });
const answered = v.object({
  lesson: slug,
  exercise: slug,
  answer: json,
  score: v.nullable(whole(1000)),
  device: text(100),
  at: v.pipe(v.number(), v.safeInteger(), v.minValue(-8.64e15), v.maxValue(8.64e15)),
  came: moment,
});

/** @throws StatementError */
export function readClass(file: string): ReadClass {
  const lines = file.split("\n");
  if (lines.at(-1) === "") lines.pop();
  const first = statementAt(lines[0] ?? "", 1);
  const base = first.actor.account.homePage;
  const terms = termsAt(base);
  if (first.verb.id !== terms.opened)
    throw new StatementError(
      1,
      "expected the class, as cnd class export writes it, found another statement",
    );
  const {
    form: _,
    course,
    slug: at,
    learners,
    answers,
    attendance,
    by = TEACHER,
    ...of
  } = extension(opened, first, terms.class, 1);
  if (of.ends < of.starts || Date.parse(of.ends) - Date.parse(of.starts) > MOST_DAYS * 86_400_000)
    throw new StatementError(
      1,
      `expected at most ${MOST_DAYS} days, found ${of.starts} to ${of.ends}`,
    );
  const registration = uuidOf("class", of.id);
  const read = new Reading({ ...of, by }, terms);
  const ids = new Set<string>();
  for (const [i, line] of lines.entries()) {
    const one = i === 0 ? first : statementAt(line, i + 1);
    if (one.context.registration !== registration)
      throw new StatementError(
        i + 1,
        "expected a statement of the same class, found one of another",
      );
    if (ids.has(one.id))
      throw new StatementError(i + 1, `expected each once, found ${one.id} again`);
    ids.add(one.id);
    if (i > 0) read.take(one, i + 1);
  }
  const last = lines.length;
  for (const [what, asked, found] of [
    ["learners", learners, read.learners.size],
    ["days of attendance", attendance, read.attendance.length],
    ["answers", answers, read.answers.length],
  ] as const)
    if (asked !== found)
      throw new StatementError(
        last,
        `expected ${asked} ${what}, as line 1 says, found ${found}: the file was cut`,
      );
  return {
    room: read.room,
    course,
    slug: at,
    learners: [...read.learners.values()],
    answers: read.answers,
    attendance: read.attendance,
  };
}

/** Who taught is not said where names were not asked for. */
const TEACHER = "Teacher";

class Reading {
  readonly learners = new Map<string, ReadClass["learners"][number]>();
  readonly answers: KeptAnswer[] = [];
  readonly attendance: Attendance[] = [];
  readonly room: ReadClass["room"];
  readonly #terms: Terms;
  readonly #taken = new Set<string>();

  constructor(room: ReadClass["room"], terms: Terms) {
    this.room = room;
    this.#terms = terms;
  }

  take(one: Statement, line: number): void {
    const { joined: joins, attended: attends, showed } = this.#terms;
    const learner = one.actor.account.name;
    if (one.verb.id === joins) return this.#join(one, line);
    if (!this.learners.has(learner))
      throw new StatementError(
        line,
        "expected a learner who joined in a line above, found another",
      );
    const by = one.context.instructor ? (one.context.instructor.name ?? TEACHER) : null;
    const of = { room: this.room.id, learner };
    if (one.verb.id === attends) {
      const { day: on, at } = extension(attended, one, this.#terms.day, line);
      this.#once(line, `day ${learner} ${on}`);
      this.attendance.push({ ...of, day: on, at, by: by ?? TEACHER });
    } else if (one.verb.id === ANSWERED || one.verb.id === showed) {
      const told = extension(answered, one, this.#terms.answer, line);
      this.answers.push({
        id: one.id,
        ...of,
        ...told,
        by: one.verb.id === showed ? (by ?? TEACHER) : null,
      });
    } else
      throw new StatementError(
        line,
        "expected that somebody joined, attended, answered or showed, found another verb",
      );
  }

  #join(one: Statement, line: number): void {
    const told = extension(joined, one, this.#terms.learner, line);
    const { account, name = `Learner ${told.number}` } = one.actor;
    if (!v.is(id, account.name))
      throw new StatementError(line, "expected a learner’s id, found another name of an account");
    this.#once(line, `learner ${account.name}`);
    this.#once(line, `number ${told.number}`);
    this.#once(line, `name ${name}`);
    this.learners.set(account.name, {
      id: account.name,
      room: this.room.id,
      name,
      ...told,
      tries: 0,
      locked: 0,
    });
  }

  #once(line: number, what: string): void {
    if (this.#taken.has(what))
      throw new StatementError(line, `expected each once, found ${what} again`);
    this.#taken.add(what);
  }
}

function statementAt(line: string, at: number): Statement {
  if (line.length > MOST_LINE)
    throw new StatementError(at, `expected at most ${MOST_LINE} characters, found ${line.length}`);
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new StatementError(
      at,
      "expected a statement in JSON, found something else, or a part of one",
    );
  }
  return fitting(statement, value, at);
}

function extension<S extends v.GenericSchema>(
  schema: S,
  one: Statement,
  key: string,
  line: number,
): v.InferOutput<S> {
  return fitting(schema, one.context.extensions[key], line);
}

function fitting<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  line: number,
): v.InferOutput<S> {
  const parsed = v.safeParse(schema, value, { abortEarly: true });
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  const at = (issue.path ?? []).map(({ key }) => String(key)).join(".");
  throw new StatementError(
    line,
    `${at === "" ? "the statement" : at.slice(0, 200)} is not as cnd class export writes it`,
  );
}

/** No control characters, and none that turn the direction of what stands around them. */
function isPlain(value: string): boolean {
  return !/[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u.test(value);
}
function isDay(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const ms = Date.parse(value);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(value);
}
function isJson(value: string): boolean {
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}
