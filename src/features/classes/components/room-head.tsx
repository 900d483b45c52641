/** How each page of a class begins: its name, its course, its days, and the way to its other pages. */
import { foreign } from "../../../platform/words/inline.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import { textIn } from "../../courses/api.ts";
import type { HeldClass } from "../room.ts";
import { badgesOf, boardOf, cardsOf, listsOf, PART, rosterOf, settingsOf } from "../path.ts";
import { wordsIn, type RosterWords } from "../roster/words.ts";

type RoomPart = keyof RosterWords["parts"];

export function RoomHead(props: {
  readonly held: Pick<HeldClass, "room" | "course">;
  readonly lang: string;
  readonly here: RoomPart;
}): Html {
  const { held, lang, here } = props;
  const { room, course } = held;
  const words = wordsIn(lang);
  const ways: readonly (readonly [RoomPart, string])[] = [
    ["board", boardOf(room)],
    ["roster", rosterOf(room)],
    ["cards", cardsOf(room)],
    ["badges", badgesOf(room)],
    ["lists", listsOf(room)],
    ["settings", settingsOf(room)],
  ];
  return (
    <>
      <header class="head tight">
        <h1>
          <bdi>{room.name}</bdi>
        </h1>
        <p class="meta">
          {course && <CourseName course={course} lang={lang} />}
          {room.place !== "" && <bdi>{room.place}</bdi>}
          <span>
            {words.days(formatDay(room.starts, lang, "short"), formatDay(room.ends, lang, "short"))}
          </span>
          <a href={PART}>{words.back}</a>
        </p>
      </header>
      <nav class="chips" aria-label={words.inside}>
        {ways.map(([part, path]) => (
          <a href={path} aria-current={part === here ? "page" : undefined}>
            {words.parts[part]}
          </a>
        ))}
      </nav>
    </>
  );
}

export function CourseName(props: {
  readonly course: NonNullable<HeldClass["course"]>;
  readonly lang: string;
}): Html {
  const { course, lang } = props;
  const read = textIn(course, lang);
  return <bdi {...foreign(read.lang, lang)}>{read.title}</bdi>;
}
