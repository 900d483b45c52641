/** The addresses at which courses are read. */
import { pathIn, toIn } from "../../platform/web/frame.ts";
import type { Answer, PageRequest, Route } from "../../platform/web/route.ts";
import { programmesBySubject } from "../programmes/api.ts";
import { CourseMain, CoursesMain } from "./pages/course.tsx";
import { LessonMain } from "./pages/lesson.tsx";
import { keptRoutes, USES_OF_COURSES, weightOf } from "./kept.ts";
import { allCourses, courseAt, type ToldCourse } from "./queries.ts";
import { practiseScript } from "./script.ts";
import { languagesOfCourse, textIn } from "./text.ts";
import { wordsIn } from "./words.ts";

const USES = { projections: USES_OF_COURSES };
export const CURRENT = "/do-good";

export const courseRoutes: readonly Route[] = [
  { path: "/courses", answer: list },
  { path: "/courses/:slug", answer: course },
  ...keptRoutes,
  { path: "/courses/:slug/:lesson", answer: lesson },
];

async function list(request: PageRequest): Promise<Answer> {
  const { db, lang } = request;
  const words = wordsIn(lang);
  const courses = (await allCourses(db)).map((one) => ({ course: one, text: textIn(one, lang) }));
  return {
    kind: "page",
    uses: USES,
    title: words.title,
    description: words.description,
    lang: words.lang,
    current: CURRENT,
    main: CoursesMain({ courses, words, lang: words.lang, to: toIn(request) }),
  };
}

async function course(request: PageRequest): Promise<Answer> {
  const found = await courseAt(request.db, request.params["slug"] ?? "");
  if (!found) return undefined;
  const path = `/courses/${found.slug}`;
  if (found.slug !== request.params["slug"]) return { kind: "redirect", uses: USES, to: path };
  const props = propsOf(request, found);
  const about = found.thing.programme;
  const programme =
    about === undefined ? undefined : (await programmesBySubject(request.db, [about])).get(about);
  return {
    ...pageOf(request, found, path),
    uses: { projections: [...USES_OF_COURSES, ...(about ? ["programmes"] : [])] },
    title: props.text.title,
    description: props.text.summary,
    main: CourseMain({ ...props, bytes: weightOf(props.text), programme, own: request.frame.own }),
    card: { type: "website", shows: { lang: props.text.lang } },
    jsonLd: {
      "@context": "https://schema.org",
      "@type": "Course",
      name: props.text.title,
      description: props.text.summary,
      inLanguage: props.text.lang,
      license: found.thing.licence.url ?? found.thing.licence.name,
      timeRequired: `PT${Math.round(found.thing.hours * 60)}M`,
    },
  };
}

async function lesson(request: PageRequest): Promise<Answer> {
  const { slug = "", lesson: id = "" } = request.params;
  const found = await courseAt(request.db, slug);
  if (!found) return undefined;
  const props = propsOf(request, found);
  const at = props.text.lessons.findIndex((one) => one.id === id);
  if (at < 0) return undefined;
  const path = `/courses/${found.slug}/${id}`;
  if (found.slug !== slug) return { kind: "redirect", uses: USES, to: path };
  return {
    ...pageOf(request, found, path),
    title: `${props.text.lessons[at]!.title}, ${props.text.title}`,
    description: props.text.summary,
    main: LessonMain({ ...props, at }),
    script: practiseScript.path,
  };
}

const propsOf = (request: PageRequest, found: ToldCourse) => {
  const words = wordsIn(request.lang);
  return {
    course: found,
    text: textIn(found, request.lang),
    words,
    lang: words.lang,
    to: toIn(request),
  };
};

function pageOf({ frame, lang }: PageRequest, found: ToldCourse, path: string) {
  const all = languagesOfCourse(found).filter((one) => frame.languages.includes(one));
  const at = (one: string) => ({ lang: one, path: pathIn(frame, one, path) });
  return {
    kind: "page" as const,
    uses: USES,
    lang: wordsIn(lang).lang,
    current: CURRENT,
    ...(textIn(found, lang).state === "machine" && { byMachine: true as const }),
    ...(all.length > 1 ? { languages: all.map(at) } : { only: at(all[0] ?? frame.language) }),
  };
}
