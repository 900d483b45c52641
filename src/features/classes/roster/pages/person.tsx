/** Somebody in a class: called otherwise, or taken out. */
import { filled } from "../../../../platform/words/inline.tsx";
import { Line, NothingSent, type FieldProps } from "../../../../platform/web/form-fields.tsx";
import { Section } from "../../../../platform/web/heads.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import { TakeBack } from "../../../../platform/web/take-back.tsx";
import type { Learner } from "../../private/rows.ts";
import type { HeldClass } from "../../room.ts";
import { hasCard } from "../cards.ts";
import { MAX_NAME } from "../names.ts";
import { rosterOf } from "../../path.ts";
import type { RosterWords } from "../words.ts";
import { RoomHead } from "../../components/room-head.tsx";

export function PersonMain(
  props: FieldProps & {
    readonly words: RosterWords;
    readonly held: HeldClass;
    readonly learner: Learner;
    readonly isUnsure: boolean;
    /** What there is of them. */
    readonly kept: { readonly answers: number; readonly days: number };
  },
): Html {
  const { words, held, learner, isUnsure, kept, typed, problems } = props;
  const { person, lang } = words;
  const at = `${rosterOf(held.room)}/${learner.id}`;
  return (
    <>
      <RoomHead held={held} lang={lang} here="roster" />
      <NothingSent heading={words.notDone} problems={problems} lang={lang} />
      <Section id="called" title={<bdi>{learner.name}</bdi>} mini>
        <form method="post" action={at}>
          <Line name="name" maxlength={MAX_NAME} required typed={typed} problems={problems}>
            {person.name}
          </Line>
          <p class="acts">
            <button type="submit">{person.save}</button>
          </p>
        </form>
      </Section>
      <TakeBack
        action={`${at}/remove`}
        unsure={isUnsure}
        words={{
          title: person.remove,
          unsure: person.unsure,
          sure: (
            <span>
              {filled(person.sure("{name}"), { name: <bdi>{learner.name}</bdi> })}
              <span class="hint">
                {person.goes} {person.answers(kept.answers)}, {person.days(kept.days)}
                {hasCard(learner) && <>, {person.card}</>}
              </span>
            </span>
          ),
          send: person.remove,
        }}
      />
      <p>
        <a href={rosterOf(held.room)}>{person.back}</a>
      </p>
    </>
  );
}
