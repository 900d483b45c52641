/** A class as xAPI 1.0.3 statements: pure. Nothing that opens anything is among them, and no name unless it is asked for. Rules CL30 and CL31. */
import { exercisesOf, type Exercise } from "../../courses/api.ts";
import type { Attendance, KeptAnswer, Learner } from "../private/rows.ts";
import type { HeldClass } from "../room.ts";
import { ANSWERED, COURSE, FORM, INTERACTION, MEETING, termsAt, type Terms } from "./terms.ts";
import { uuidOf } from "./uuid.ts";

export interface Asked {
  /** The address of the instance, without a slash at its end. */
  readonly base: string;
  readonly names: boolean;
}
type Statement = Readonly<Record<string, unknown>>;

interface Telling extends Asked {
  readonly held: HeldClass;
  readonly terms: Terms;
  readonly registration: string;
  /** The course's own address. */
  readonly course: string;
}

/** The class first, then its learners, then what they did. */
export function* statementsOf(held: HeldClass, asked: Asked): Generator<Statement> {
  const slug = held.course?.slug ?? held.room.course;
  const telling: Telling = {
    ...asked,
    held,
    terms: termsAt(asked.base),
    registration: uuidOf("class", held.room.id),
    course: `${asked.base}/courses/${slug}`,
  };
  yield opened(telling, slug);
  const learners = new Map(held.learners.map((one) => [one.id, one]));
  for (const one of held.learners) yield joined(telling, one);
  for (const one of held.attendance)
    if (learners.has(one.learner)) yield attended(telling, one, learners.get(one.learner)!);
  const exercises = exercisesIn(held);
  for (const one of held.answers) {
    const learner = learners.get(one.learner);
    if (learner)
      yield answered(telling, one, learner, exercises.get(`${one.lesson} ${one.exercise}`));
  }
}

function opened({ base, names, held, terms, registration, course }: Telling, slug: string) {
  const { id, name, place, starts, ends, at, closed, by, course: subject } = held.room;
  const [learners, answers, attendance] = [held.learners, held.answers, held.attendance].map(
    ({ length }) => length,
  );
  const language = held.course?.thing.language ?? "en";
  const title = held.course?.thing.title ?? slug;
  const whole = { form: FORM, id, name, place, starts, ends, at, closed, course: subject, slug };
  const counts = { learners, answers, attendance };
  return {
    id: uuidOf("opened", id, JSON.stringify(counts)),
    actor: { objectType: "Agent", account: { homePage: base, name: "class" } },
    verb: verb(terms.opened, "opened"),
    object: activity(course, { type: COURSE, name: { [language]: title } }),
    timestamp: momentOf(at),
    context: {
      registration,
      extensions: { [terms.class]: { ...whole, ...counts, ...(names && { by }) } },
    },
  };
}

function joined(telling: Telling, learner: Learner) {
  const { terms, registration, course } = telling;
  const { id, number, picture, at } = learner;
  return {
    id: uuidOf("joined", id),
    actor: actorOf(telling, learner),
    verb: verb(terms.joined, "joined"),
    object: activity(course),
    timestamp: momentOf(at),
    context: { registration, extensions: { [terms.learner]: { number, picture, at } } },
  };
}

function attended(telling: Telling, { day, at, by }: Attendance, learner: Learner) {
  const { terms, registration, base, held } = telling;
  return {
    id: uuidOf("attended", learner.id, day),
    actor: actorOf(telling, learner),
    verb: verb(terms.attended, "attended"),
    object: activity(`${base}/xapi/classes/${held.room.id}/${day}`, { type: MEETING }),
    timestamp: momentOf(at),
    context: {
      registration,
      instructor: teacherOf(telling, by),
      extensions: { [terms.day]: { day, at } },
    },
  };
}

function answered(telling: Telling, one: KeptAnswer, learner: Learner, of: Exercise | undefined) {
  const { terms, registration, course, held } = telling;
  const { id, lesson, exercise, answer, score, by, device, at, came } = one;
  const language = held.course?.thing.language ?? "en";
  return {
    id,
    actor: actorOf(telling, learner),
    verb: by === null ? verb(ANSWERED, "answered") : verb(terms.showed, "showed"),
    object: activity(`${course}/${lesson}#${exercise}`, {
      type: INTERACTION,
      interactionType: of ? TYPES[of.sort] : "other",
      ...(of && { description: { [language]: questionOf(of) } }),
    }),
    result: {
      ...(score !== null && { score: { scaled: score / 1000 }, success: score === 1000 }),
      response: responseOf(of, answer),
    },
    timestamp: momentOf(came),
    context: {
      registration,
      ...(by !== null && { instructor: teacherOf(telling, by) }),
      contextActivities: { grouping: [activity(course)] },
      extensions: { [terms.answer]: { lesson, exercise, answer, score, device, at, came } },
    },
  };
}

/** What fits of the ten that xAPI knows. */
const TYPES: Readonly<Record<Exercise["sort"], string>> = {
  choice: "choice",
  several: "choice",
  gap: "fill-in",
  order: "sequencing",
  match: "matching",
  number: "numeric",
  cards: "other",
  task: "performance",
};

/** As xAPI writes what was answered: parts between `[,]`, pairs with `[.]`; the answers of ours have numbers and no ids. */
function responseOf(of: Exercise | undefined, json: string): string {
  const answer: unknown = JSON.parse(json);
  if (of?.sort === "task") return json;
  if (!Array.isArray(answer)) return json;
  if (of?.sort === "match") return answer.map((n, i) => `${i}[.]${n}`).join("[,]");
  return answer.map(String).join("[,]");
}

function questionOf(one: Exercise): string {
  return (one as unknown as Readonly<Record<string, string>>)[one.sort]!;
}

const actorOf = ({ base, names }: Asked, { id, name }: Learner) => ({
  objectType: "Agent",
  ...(names && { name }),
  account: { homePage: base, name: id },
});
/** Whoever teaches is nobody by name, either. */
const teacherOf = ({ base, names }: Asked, by: string) => ({
  objectType: "Agent",
  ...(names && { name: by }),
  account: { homePage: base, name: "teacher" },
});
const verb = (id: string, said: string) => ({ id, display: { "en-US": said } });
const activity = (id: string, definition?: object) => ({
  objectType: "Activity",
  id,
  ...(definition && { definition }),
});
const momentOf = (ms: number): string => new Date(ms).toISOString();

function exercisesIn({ course }: HeldClass): ReadonlyMap<string, Exercise> {
  const all = (course?.thing.lessons ?? []).flatMap(({ id, markdown }) =>
    exercisesOf(markdown).map((one) => [`${id} ${one.id}`, one] as const),
  );
  return new Map(all);
}
