/** A course: for whom it is, its lessons, where it comes from. */
import { PageHead, Section } from "../../../platform/web/heads.tsx";
import { Markdown } from "../../../platform/web/markdown.tsx";
import { formatBytes } from "../../../platform/web/words.ts";
import type { Html } from "../../../platform/web/route.ts";
import { Sources } from "../../../platform/web/sources.tsx";
import { foreign, spoken } from "../../../platform/words/inline.tsx";
import type { ProgrammeCard } from "../../programmes/api.ts";
import type { ToldCourse } from "../queries.ts";
import type { ReadCourse } from "../text.ts";
import type { CourseWords } from "../words.ts";
import { AboutText, Licence, type CourseProps } from "./parts.tsx";

interface CourseMainProps extends CourseProps {
  readonly bytes: number;
  readonly programme?: ProgrammeCard | undefined;
  /** In which programmes are written. */
  readonly own: string;
}

export function CourseMain(props: CourseMainProps): Html {
  const { bytes, course, text, words, lang, to, programme, own } = props;
  const { thing, slug } = course;
  const path = `/courses/${slug}`;
  const [first] = text.lessons;
  return (
    <>
      <PageHead
        title={spoken(text.lang, lang, text.title)}
        stand={spoken(text.lang, lang, text.summary)}
      />
      <p>
        {words.lessons(text.lessons.length)} · {words.hours(thing.hours)}
      </p>
      {programme && (
        <p>
          {words.partOf}{" "}
          <a href={to(`/programmes/${programme.slug}`)}>{spoken(own, lang, programme.title)}</a>
        </p>
      )}
      <AboutText {...props} />
      {first && (
        <p class="acts">
          <a class="button" href={to(`${path}/${first.id}`)}>
            {words.begin}
          </a>
          <a class="button quiet" href={to(`/keep?course=${slug}`)} rel="nofollow">
            <span>
              {words.keep} <bdi>{formatBytes(bytes, words.lang)}</bdi>
            </span>
          </a>
        </p>
      )}
      <div class="row">
        {text.markdown !== "" && (
          <div class="prose c7" {...foreign(text.lang, lang)}>
            <Markdown text={text.markdown} lang={text.lang} to={to} />
          </div>
        )}
        <Section id="lessons" title={words.inIt} mini class="c5">
          <ol class="path" {...foreign(text.lang, lang)}>
            {text.lessons.map(({ id, title }) => (
              <li>
                <a href={to(`${path}/${id}`)}>{title}</a>
              </li>
            ))}
          </ol>
        </Section>
      </div>
      {thing.sources && (
        <Section id="sources" title={words.sources} mini>
          <Sources sources={thing.sources} lang={lang} />
        </Section>
      )}
      <Licence {...props} />
    </>
  );
}

interface ListProps {
  readonly courses: readonly { readonly course: ToldCourse; readonly text: ReadCourse }[];
  readonly words: CourseWords;
  readonly lang: string;
  readonly to: (path: string) => string;
}

/** All courses. */
export function CoursesMain(props: ListProps): Html {
  const { courses, words } = props;
  return (
    <>
      <PageHead title={words.title} stand={words.lead} />
      {courses.length === 0 && <p class="stand">{words.none}</p>}
      <CourseList {...props} Title="h2" />
    </>
  );
}

/** Each with what it is about and how long it takes. */
export function CourseList(props: ListProps & { readonly Title: "h2" | "h3" }): Html {
  const { courses, words, lang, to, Title } = props;
  return (
    <ul class="plain">
      {courses.map(({ course: { slug, thing }, text }) => (
        <li {...foreign(text.lang, lang)}>
          <Title class="mini">
            <a href={to(`/courses/${slug}`)}>{text.title}</a>
          </Title>
          <p>{text.summary}</p>
          <p class="small" {...foreign(lang, text.lang)}>
            {words.lessons(text.lessons.length)} · {words.hours(thing.hours)}
          </p>
        </li>
      ))}
    </ul>
  );
}
