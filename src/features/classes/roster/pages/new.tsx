/** The page on which a class is made. */
import { Choice, NothingSent, type FieldProps } from "../../../../platform/web/form-fields.tsx";
import { PlainHead } from "../../../../platform/web/heads.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import { PART } from "../../path.ts";
import type { RosterWords } from "../words.ts";
import { NamesField, RoomFields } from "./fields.tsx";

export function NewMain(
  props: FieldProps & {
    readonly words: RosterWords;
    /** By title, in the language of the desk where they are translated. */
    readonly courses: readonly {
      readonly subject: string;
      readonly title: string;
      readonly lang: string;
    }[];
    readonly trouble: string | undefined;
    readonly isClockLost: boolean;
    /** Whoever looks may add a course. */
    readonly mayAdd: boolean;
  },
): Html {
  const { words, courses, trouble, isClockLost, mayAdd, typed, problems } = props;
  const { fresh, form } = words;
  const field = { typed, problems };
  return (
    <>
      <PlainHead title={fresh.title} stand={courses.length === 0 ? fresh.noCourse : fresh.lead} />
      <NothingSent
        heading={fresh.notMade}
        problems={problems}
        trouble={trouble}
        lang={words.lang}
      />
      {courses.length === 0 && (
        <p class="acts">
          {mayAdd ? (
            <a class="button" href="/desk/content/courses/new">
              {fresh.addCourse}
            </a>
          ) : (
            fresh.askForCourse
          )}
        </p>
      )}
      {courses.length > 0 && (
        <form method="post" action={`${PART}/new`}>
          <input type="hidden" name="id" value={typed["id"]} />
          <Choice
            name="course"
            required
            lang={words.lang}
            options={courses.map(({ subject, title, lang }) => [subject, title, lang])}
            {...field}
          >
            {fresh.course}
          </Choice>
          <RoomFields words={form} lang={words.lang} isClockLost={isClockLost} {...field} />
          <NamesField words={form} rows={10} optional {...field} />
          <p>{form.seen}</p>
          <p class="acts">
            <button type="submit">{fresh.button}</button>
          </p>
        </form>
      )}
      <p>
        <a href={PART}>{words.back}</a>
      </p>
    </>
  );
}
