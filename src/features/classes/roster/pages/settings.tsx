/** What a class is called, its end, and its deletion. */
import { filled } from "../../../../platform/words/inline.tsx";
import { NothingSent, type FieldProps } from "../../../../platform/web/form-fields.tsx";
import { Section } from "../../../../platform/web/heads.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import { TakeBack } from "../../../../platform/web/take-back.tsx";
import { formatDay } from "../../../../platform/web/words.ts";
import type { HeldClass } from "../../room.ts";
import { settingsOf } from "../../path.ts";
import { keptUntil } from "../room-form.ts";
import type { RosterWords } from "../words.ts";
import { RoomFields } from "./fields.tsx";
import { TeachingPart, type Teaching } from "./teaching.tsx";
import { RoomHead } from "../../components/room-head.tsx";

export function SettingsMain(
  props: FieldProps &
    Teaching & {
      readonly isAlone: boolean;
      readonly words: RosterWords;
      readonly held: HeldClass;
      readonly today: string;
      readonly trouble: string | undefined;
      readonly isUnsure: boolean;
      readonly isClockLost: boolean;
    },
): Html {
  const { words, held, trouble, isClockLost, typed, problems } = props;
  const { settings, lang } = words;
  const { room, course } = held;
  return (
    <>
      <RoomHead held={held} lang={lang} here="settings" />
      <NothingSent heading={words.notDone} problems={problems} trouble={trouble} lang={lang} />
      {!course && <p class="status">{settings.lostCourse}</p>}
      <form method="post" action={settingsOf(room)}>
        <input type="hidden" name="seen" value={typed["seen"]} />
        <RoomFields
          words={words.form}
          lang={lang}
          isClockLost={isClockLost}
          typed={typed}
          problems={problems}
        />
        <p class="acts">
          <button type="submit">{settings.save}</button>
        </p>
      </form>
      <TeachingPart {...props} room={room} />
      <EndOrGoOn {...props} />
      <p>{settings.until(formatDay(keptUntil(room), lang))}</p>
      <Deletion {...props} />
    </>
  );
}

type Part = Pick<Parameters<typeof SettingsMain>[0], "words" | "held" | "today" | "isUnsure">;

function EndOrGoOn({ words: { settings }, held: { room }, today }: Part): Html {
  const isEnded = room.closed !== null;
  return (
    <Section id="end" title={isEnded ? settings.ended : settings.end} mini>
      {room.ends < today && <p>{settings.past}</p>}
      <p>{isEnded ? settings.onHint : settings.endHint}</p>
      <form method="post" action={`${settingsOf(room)}/state`}>
        <p class="acts">
          <button class="quiet" type="submit" name="do" value={isEnded ? "on" : "end"}>
            {isEnded ? settings.on : settings.endNow}
          </button>
        </p>
      </form>
    </Section>
  );
}

function Deletion({ words, held, isUnsure }: Part): Html {
  const { settings, person } = words;
  const { room, learners, answers, attendance } = held;
  return (
    <TakeBack
      action={`${settingsOf(room)}/delete`}
      unsure={isUnsure}
      words={{
        title: settings.delete,
        unsure: settings.unsure,
        sure: (
          <span>
            {filled(settings.sure("{name}"), { name: <bdi>{room.name}</bdi> })}
            <span class="hint">
              {settings.goes} {settings.people(learners.length)}, {person.answers(answers.length)},{" "}
              {person.days(attendance.length)}
            </span>
          </span>
        ),
        send: settings.deleteNow,
      }}
    />
  );
}
