/** Courses as the API gives them: with their lessons and exercises, under what licence, and in which languages. */
import type { Answer, PageRequest } from "../../../platform/web/route.ts";
import { allCourses, languagesOfCourse, textIn } from "../../courses/api.ts";
import { thingOf } from "../things.ts";
import { jsonFile, listOf, pageAsked, sliced } from "./answer.ts";

export async function coursesAnswer(request: PageRequest): Promise<Answer> {
  const page = pageAsked(request);
  if (page === undefined) return undefined;
  const { db, lang } = request;
  const all = await allCourses(db);
  const items = sliced(all, page).map((course) => {
    const { thing, texts } = course;
    const text = textIn(course, lang);
    const { hours, licence, sources, programme, badge } = thing;
    return {
      ...thingOf(request, "courses", course),
      title: text.title,
      summary: text.summary,
      lang: text.lang,
      languages: languagesOfCourse(course),
      hours,
      licence,
      sources,
      programme,
      badge: badge && { ...badge, ...texts[text.lang]?.badge },
      text: text.markdown,
      lessons: text.lessons.map(({ id, title, markdown }) => ({ id, title, text: markdown })),
    };
  });
  const body = listOf(request, "/api/courses", { items, total: all.length, page });
  return body && jsonFile(body, { projections: ["courses", "addresses", "campaign"] });
}
