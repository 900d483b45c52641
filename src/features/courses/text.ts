/** What a course says in a language: its own words, or a translation of them. */
import type { CourseText } from "./projection.ts";
import type { ToldCourse } from "./queries.ts";
import type { Lesson } from "./records.ts";

export interface ReadCourse {
  readonly lang: string;
  readonly title: string;
  readonly summary: string;
  readonly markdown: string;
  /** In the order of the course. */
  readonly lessons: readonly Lesson[];
  readonly state?: CourseText["state"];
  readonly behind?: true;
}

/** In this language where somebody translated it, else as it was written. */
export function textIn({ thing, texts }: ToldCourse, lang: string): ReadCourse {
  const { language, lessons = [], title, summary, markdown } = thing;
  const text = lang === language ? undefined : texts[lang];
  if (!text) return { lang: language, title, summary, markdown, lessons };
  const { state, behind } = text;
  return {
    lang,
    title: text.title,
    summary: text.summary,
    markdown: text.markdown,
    lessons: lessons.flatMap(({ id }) => text.lessons?.find((one) => one.id === id) ?? []),
    state,
    ...(behind && { behind }),
  };
}

/** Every language that it can be read in, its own first. */
export const languagesOfCourse = ({ thing, texts }: ToldCourse): readonly string[] => [
  thing.language,
  ...Object.keys(texts)
    .filter((lang) => lang !== thing.language)
    .toSorted(),
];
