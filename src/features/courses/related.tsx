/** The courses of a programme on its page. Rule CU22 of README.md. */
import { toIn } from "../../platform/web/frame.ts";
import { Section } from "../../platform/web/heads.tsx";
import type { PageRequest, Related } from "../../platform/web/route.ts";
import { USES_OF_COURSES } from "./kept.ts";
import { CourseList } from "./pages/course.tsx";
import { allCourses } from "./queries.ts";
import { textIn } from "./text.ts";
import { wordsIn } from "./words.ts";

export async function relatedCourses(
  request: PageRequest,
  subject: string,
): Promise<Related | undefined> {
  const { db, lang } = request;
  const courses = (await allCourses(db, subject)).map((course) => ({
    course,
    text: textIn(course, lang),
  }));
  if (courses.length === 0) return undefined;
  const words = wordsIn(lang);
  return {
    uses: { projections: USES_OF_COURSES },
    html: (
      <Section id="courses-here" title={words.here} mini>
        <CourseList {...{ courses, words, lang: words.lang, to: toIn(request), Title: "h3" }} />
        <p>
          <a class="more" href={toIn(request)("/courses")}>
            {words.every}
          </a>
        </p>
      </Section>
    ),
  };
}
