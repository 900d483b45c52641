/** Who is in a class, and the form that adds people. */
import { NothingSent, Tick, type FieldProps } from "../../../../platform/web/form-fields.tsx";
import { Section } from "../../../../platform/web/heads.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import { Picture, pictureWord } from "../../pictures.tsx";
import type { Learner } from "../../private/rows.ts";
import type { HeldClass } from "../../room.ts";
import { hasCard } from "../cards.ts";
import { cardsOf, rosterOf } from "../../path.ts";
import type { RosterWords } from "../words.ts";
import { NamesField } from "./fields.tsx";
import { RoomHead } from "../../components/room-head.tsx";

export function RosterMain(
  props: FieldProps & {
    readonly words: RosterWords;
    readonly held: HeldClass;
    readonly trouble: string | undefined;
  },
): Html {
  const { words, held, typed, problems, trouble } = props;
  const { room, learners } = held;
  const { roster, form, lang } = words;
  const without = learners.filter((one) => !hasCard(one)).length;
  return (
    <>
      <RoomHead held={held} lang={lang} here="roster" />
      <NothingSent heading={words.notDone} problems={problems} trouble={trouble} lang={lang} />
      {without > 0 && (
        <p class="acts">
          <a class="button" href={cardsOf(room)}>
            {roster.toCards(without)}
          </a>
        </p>
      )}
      {learners.length === 0 ? (
        <p class="wanted">{roster.none}</p>
      ) : (
        <Section id="people" title={roster.people(learners.length)} mini>
          <ul class="lines">
            {learners.map((one) => (
              <PersonLine learner={one} room={room} words={words} />
            ))}
          </ul>
        </Section>
      )}
      <Section id="add" title={roster.add} mini>
        <form method="post" action={rosterOf(room)}>
          <input type="hidden" name="id" value={typed["id"]} />
          <NamesField words={form} rows={6} typed={typed} problems={problems} />
          {problems["again"] !== undefined && (
            <Tick name="again" typed={typed} problems={problems}>
              {form.again}
            </Tick>
          )}
          <p class="acts">
            <button type="submit">{roster.button}</button>
          </p>
        </form>
      </Section>
    </>
  );
}

function PersonLine(props: {
  readonly learner: Learner;
  readonly room: HeldClass["room"];
  readonly words: RosterWords;
}): Html {
  const { learner, room, words } = props;
  const { id, number, name, picture } = learner;
  return (
    <li>
      <span class="learner">
        <Picture n={picture} />
        <span class="vh">{pictureWord(picture, words.lang)}</span>
        <span>{number}.</span>
        <a href={`${rosterOf(room)}/${id}`} aria-label={words.roster.change(name)}>
          <bdi>{name}</bdi>
        </a>
      </span>
      {!hasCard(learner) && <small>{words.roster.noCard}</small>}
    </li>
  );
}
