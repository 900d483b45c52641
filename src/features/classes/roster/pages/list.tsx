/** All classes: those that run now, those to come, those that are over. */
import { filled } from "../../../../platform/words/inline.tsx";
import { Hint, Line } from "../../../../platform/web/form-fields.tsx";
import { PlainHead, Section } from "../../../../platform/web/heads.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import { formatDay } from "../../../../platform/web/words.ts";
import type { ToldCourse } from "../../../courses/api.ts";
import type { Room } from "../../private/rows.ts";
import { boardOf, lookOf, PART } from "../../path.ts";
import type { RosterWords } from "../words.ts";
import { CourseName } from "../../components/room-head.tsx";
import { wallDay } from "../../wall-day.ts";

const MANY = 12; // classes: a list that long is searched

interface ListProps {
  readonly words: RosterWords;
  readonly groups: readonly {
    readonly state: keyof RosterWords["states"];
    readonly rooms: readonly Room[];
  }[];
  /** By subject. */
  readonly courses: ReadonlyMap<string, ToldCourse>;
  readonly total: number;
  /** Those that others teach, where whoever looks owns the campaign. */
  readonly others: readonly Room[];
  readonly asked: string;
}

export function ListMain({ words, groups, courses, total, others, asked }: ListProps): Html {
  return (
    <>
      <PlainHead title={words.title} stand={words.lead} />
      <p class="acts">
        <a class="button" href={`${PART}/new`}>
          {words.make}
        </a>
      </p>
      {total === 0 && <p class="wanted">{words.none}</p>}
      {(total > MANY || asked !== "") && (
        <form class="find" method="get" action={PART} role="search">
          <Line name="q" typed={{ q: asked }} problems={{}} maxlength={100}>
            {words.find}
            <Hint>{words.findHint}</Hint>
          </Line>
          <p class="acts">
            <button type="submit">{words.search}</button>
            {asked !== "" && <a href={PART}>{words.all}</a>}
          </p>
        </form>
      )}
      {asked !== "" && groups.length === 0 && (
        <p class="wanted" role="status">
          {filled(words.nothingFound("{asked}"), { asked: <bdi>{asked}</bdi> })}
        </p>
      )}
      {groups.map(({ state, rooms }) => (
        <Section id={state} title={words.states[state]} mini>
          <ul class="lines">
            {rooms.map((room) => (
              <RoomLine room={room} course={courses.get(room.course)} words={words} />
            ))}
          </ul>
        </Section>
      ))}
      {others.length > 0 && (
        <Section id="others" title={words.look.others} mini>
          <p>{words.look.why}</p>
          <ul class="lines">
            {others.map((room) => (
              <li>
                <a href={lookOf(room)}>
                  <bdi>{room.name}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function RoomLine(props: {
  readonly room: Room;
  readonly course: ToldCourse | undefined;
  readonly words: RosterWords;
}): Html {
  const { room, course, words } = props;
  const { lang } = words;
  const short = (day: string): string => formatDay(day, lang, "short");
  return (
    <li>
      <a href={boardOf(room)}>
        <bdi>{room.name}</bdi>
      </a>
      <small class="meta">
        {course && <CourseName course={course} lang={lang} />}
        {room.place !== "" && <bdi>{room.place}</bdi>}
        <span>
          {room.closed === null
            ? words.days(short(room.starts), short(room.ends))
            : words.endedOn(short(wallDay(room.closed)))}
        </span>
      </small>
    </li>
  );
}
