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

/** The course of this subject, with its address; undefined where it was withdrawn. */
export async function courseOf(db: Db, subject: string): Promise<ToldCourse | undefined> {
  const rows = await withSlugs(db, await courses(db).where("subject", "=", subject).execute());
  const [one] = rows;
  return one && { subject, slug: one.slug, ...told(one) };
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

const told = ({ state, texts }: Pick<CourseTables["course"], "state" | "texts">) => ({
  thing: JSON.parse(state) as Course,
  texts: JSON.parse(texts) as CourseTexts,
});
