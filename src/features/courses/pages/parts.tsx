/** What the pages of a course share. */
import type { Html } from "../../../platform/web/route.ts";
import { languageIn } from "../../../platform/web/languages.ts";
import { safeLink } from "../../../platform/web/links.ts";
import type { ToldCourse } from "../queries.ts";
import type { ReadCourse } from "../text.ts";
import type { CourseWords } from "../words.ts";

export interface CourseProps {
  readonly course: ToldCourse;
  readonly text: ReadCourse;
  readonly words: CourseWords;
  readonly lang: string;
  readonly to: (path: string) => string;
}

/** In which language it stands, and who looked at it. */
export function AboutText({ text, words, lang }: CourseProps): Html {
  return (
    <>
      {text.lang !== lang && <p class="small">{words.onlyIn(languageIn(text.lang, lang))}</p>}
      {text.state === "machine" && <p class="small">{words.machine}</p>}
      {text.behind && <p class="small">{words.behind}</p>}
    </>
  );
}

export function Licence({ course, words }: CourseProps): Html {
  const { licence } = course.thing;
  const url = licence.url === undefined ? undefined : safeLink(licence.url);
  return (
    <p class="small">
      {words.licence}: {url === undefined ? licence.name : <a href={url}>{licence.name}</a>}
    </p>
  );
}
