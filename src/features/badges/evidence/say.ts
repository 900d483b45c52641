/** What is said of those who finished: a figure and its evidence under a pledge, and the file behind it. Each month of a course once. */
import { createHash } from "node:crypto";
import { dayAt } from "../../../engines/calendar/day.ts";
import type { Serving } from "../../../platform/feature.ts";
import { sayAbout } from "../../../platform/sent/speaker.ts";
import { askClasses } from "../../classes/api.ts";
import { allCourses, type ToldCourse } from "../../courses/api.ts";
import { CLAIM_MADE, EVIDENCE_FILED, pledgeAt } from "../../pledges/api.ts";
import { askBadges, type SaidCount } from "../private.ts";
import { countsOf, monthsOf, type Counts } from "./counts.ts";

export const EVIDENCE = "/badges/evidence";

/** A course whose badges were given, and its months that are over. */
export interface Countable {
  readonly course: ToldCourse;
  /** With those that were said already. */
  readonly months: readonly { readonly month: string; readonly said: SaidCount | undefined }[];
}

export async function countable({ instance, now }: Serving): Promise<Countable[]> {
  const courses = await instance.snapshot((db) => allCourses(db));
  const ask = askBadges(instance.log.private);
  const all = courses.map(async (course) => {
    const given = await ask.ofCourse(course.subject);
    const said = new Map((await ask.saidOf(course.subject)).map((one) => [one.month, one]));
    const months = monthsOf(given, dayAt(now()));
    return { course, months: months.map((month) => ({ month, said: said.get(month) })) };
  });
  return (await Promise.all(all)).filter(({ months }) => months.length > 0);
}

export async function countsIn(
  { instance }: Serving,
  course: string,
  month: string,
): Promise<Counts> {
  const rooms = await askClasses(instance.log.private).rooms();
  const given = await askBadges(instance.log.private).ofCourse(course);
  return countsOf(given, rooms, month);
}

interface Saying {
  readonly course: ToldCourse;
  readonly month: string;
  /** By slug. */
  readonly pledge: string;
  /** Whose word it is: the campaign, by name. */
  readonly by: string;
  readonly lang: string;
}

/** @returns where it stands now; undefined where it was said before, or there is nothing to say */
export async function sayCount(serving: Serving, saying: Saying): Promise<string | undefined> {
  const { instance, base, speaker, now } = serving;
  const { course, month, by, lang } = saying;
  const ask = askBadges(instance.log.private);
  const today = dayAt(now());
  const pledge = await instance.snapshot((db) => pledgeAt(db, saying.pledge, today, lang));
  const rule = course.thing.badge;
  if (!pledge || !("pledge" in pledge) || !rule || month >= today.slice(0, 7)) return undefined;
  const counts = await countsIn(serving, course.subject, month);
  if (counts.finished === 0) return undefined;
  const claim = `finished-${course.slug.slice(0, 60)}-${month}`;
  const url = `${base}${EVIDENCE}/${claim}.json`;
  const path = `${base}/courses/${course.slug}`;
  const { subject } = pledge;
  const row = {
    id: claim,
    course: course.subject,
    month,
    pledge: subject,
    file: `${JSON.stringify(fileOf(counts, { course, month, by, path }), undefined, 2)}\n`,
    at: now(),
  };
  // Where it was kept before and never said, as the power went, it is said as it was kept.
  const { file, pledge: kept } = await ask.sayCount(row);
  if (kept !== subject || pledge.pledge.ledger.some(({ id }) => id === claim)) return undefined;
  const { finished } = JSON.parse(file) as { finished: number };
  const sha256 = createHash("sha256").update(file).digest("hex");
  const title = `Badges given for ${course.thing.title} in ${month}, counted`.slice(0, 500);
  await sayAbout(
    speaker,
    subject,
    {
      kind: CLAIM_MADE,
      body: {
        id: claim,
        value: finished,
        unit: "people",
        text: `Finished the course ${course.thing.title} in ${month}.`.slice(0, 500),
        measure: "other",
        asOf: month,
        saidOn: today,
        saidBy: by,
        by: "other",
        source: { title, url, publisher: by, date: today },
      },
    },
    {
      kind: EVIDENCE_FILED,
      body: { claim, kind: "document", title, url, by, date: today, sha256 },
    },
  );
  return `/pledges/${pledge.slug}#${claim}`;
}

interface About extends Pick<Saying, "course" | "month" | "by"> {
  readonly path: string;
}

/** What others can check: whoever holds a badge finds the hash of its id (`jti`) here, and anybody counts them. */
function fileOf({ places, others, finished, badges }: Counts, { course, month, by, path }: About) {
  const { title, badge } = course.thing;
  return {
    by,
    course: { title, url: path },
    month,
    rule: badge && { name: badge.name, criteria: badge.criteria, pass: badge.pass },
    finished,
    places,
    ...(others > 0 && { others }),
    how: "Counted is each person once, in the month of their first badge for this course, who had one that stood when this was filed. Places of fewer than five are counted together, and left out where together they are fewer than five. Each badge is named by the SHA-256 of its id (jti).",
    badges,
  };
}
