/** What pages ask about courses. */
import { subjectAt } from "../../platform/addresses/addresses.ts";
import { bySlug, withSlugs, type Addressed } from "../../platform/addresses/things.ts";
import type { Db } from "../../platform/db/store.ts";
import type { CourseTexts } from "./projection.ts";
import type { CourseTables } from "./projection.ts";
import type { Course } from "./records.ts";

export interface ToldCourse extends Addressed<Course> {
  /** Its text in other languages. */
  readonly texts: CourseTexts;
}

/** The course at this address, with the one under which it stands today. */
export async function courseAt(db: Db, slug: string): Promise<ToldCourse | undefined> {
  const address = await subjectAt(db, "courses", slug);
  if (!address) return undefined;
  const row = await courses(db).where("subject", "=", address.subject).executeTakeFirst();
  return row && { ...address, ...told(row) };
}

/**
 * The course of this subject, with its address; undefined where it was withdrawn. What it tells is the same object until it is
 * edited: what is worked out from it may be kept beside it.
 */
export async function courseOf(db: Db, subject: string): Promise<ToldCourse | undefined> {
  const rows = await withSlugs(db, await courses(db).where("subject", "=", subject).execute());
  const [one] = rows;
  if (one) return { subject, slug: one.slug, ...toldOnce(subject, one) };
  read.delete(subject);
  return undefined;
}

type CourseRow = Pick<CourseTables["course"], "state" | "texts">;
const MOST = 4; // courses that classes are asking for: some 100 kB each, and as much again of what they were read from
const read = new Map<string, CourseRow & { readonly told: ReturnType<typeof told> }>();

/** A class asks for its course with every answer and every look at its board. */
function toldOnce(subject: string, { state, texts }: CourseRow): ReturnType<typeof told> {
  const before = read.get(subject);
  const isSame = before?.state === state && before.texts === texts;
  const now = isSame ? before : { state, texts, told: told({ state, texts }) };
  read.delete(subject);
  read.set(subject, now);
  if (read.size > MOST) read.delete(read.keys().next().value!);
  return now.told;
}

/** Every course, by slug; those alone that belong to a programme, where its subject is given. */
export async function allCourses(db: Db, programme?: string): Promise<ToldCourse[]> {
  const found = courses(db);
  const mine = programme === undefined ? found : found.where("programme", "=", programme);
  const rows = await withSlugs(db, await mine.execute());
  return rows
    .map(({ subject, slug, ...row }) => ({ subject, slug, ...told(row) }))
    .toSorted(bySlug);
}

const courses = (db: Db) =>
  db.withTables<CourseTables>().selectFrom("course").select(["subject", "state", "texts"]);

const told = ({ state, texts }: CourseRow) => ({
  thing: JSON.parse(state) as Course,
  texts: JSON.parse(texts) as CourseTexts,
});
