/** Who sees a class: those who teach it; and which owner looked into it, when and why. */
import type { Account } from "../../../../platform/accounts/account.ts";
import { Choice } from "../../../../platform/web/form-fields.tsx";
import { Section } from "../../../../platform/web/heads.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import { formatDay } from "../../../../platform/web/words.ts";
import { teachersOf } from "../../path.ts";
import type { Room } from "../../private/rows.ts";
import type { Look } from "../../private/teaching.ts";
import { wallDay } from "../../wall-day.ts";
import type { RosterWords } from "../words.ts";

export interface Teaching {
  readonly teachers: readonly Account[];
  /** Who could. */
  readonly others: readonly Account[];
  readonly looks: readonly Look[];
}

export function TeachingPart(
  props: Teaching & {
    readonly words: RosterWords;
    readonly room: Room;
    /** Somebody tried to take the last one out. */
    readonly isAlone: boolean;
  },
): Html {
  const { words, room, teachers, others, looks, isAlone } = props;
  const { teaching, look, lang } = words;
  return (
    <Section id="teachers" title={teaching.title} mini>
      <p>{teaching.lead}</p>
      {isAlone && <p class="status">{teaching.alone}</p>}
      <form method="post" action={teachersOf(room)}>
        <ul class="lines">
          {teachers.map(({ id, name }) => (
            <li>
              <bdi>{name}</bdi>
              <button class="quiet" type="submit" name="out" value={id}>
                {teaching.out(name)}
              </button>
            </li>
          ))}
        </ul>
      </form>
      {others.length > 0 && (
        <form method="post" action={teachersOf(room)}>
          <Choice
            name="add"
            required
            lang={lang}
            options={others.map(({ id, name }) => [id, name])}
            typed={{}}
            problems={{}}
          >
            {teaching.who}
          </Choice>
          <p class="acts">
            <button type="submit">{teaching.add}</button>
          </p>
        </form>
      )}
      {looks.length > 0 && (
        <>
          <h3>{look.happened}</h3>
          <ul class="lines">
            {looks.map(({ name, why, words: said, at }) => (
              <li>
                <span>
                  <bdi>{name}</bdi> · {formatDay(wallDay(at), lang, "short")}
                </span>
                <small>
                  {look.whys[why as keyof typeof look.whys]}
                  {said !== "" && [": ", <bdi>{said}</bdi>]}
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
