/** The classes with how many finished and have a badge, and the keys that badges are signed with. */
import { dayAt } from "../../../engines/calendar/day.ts";
import { Said } from "../../../platform/web/form-fields.tsx";
import { PlainHead, Section } from "../../../platform/web/heads.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { TableHead } from "../../../platform/web/table-head.tsx";
import { formatDay, formatNumber } from "../../../platform/web/words.ts";
import type { Room } from "../../classes/api.ts";
import type { ToldCourse } from "../../courses/api.ts";
import type { SigningKey } from "../private.ts";
import type { BadgeWords } from "../words.ts";

export interface ClassLine {
  readonly room: Room;
  readonly course: ToldCourse | undefined;
  readonly finished: number;
  readonly given: number;
}
interface ClassesProps {
  readonly lines: readonly ClassLine[];
  /** The one that signs first. */
  readonly keys: readonly SigningKey[];
  readonly mayMake: boolean;
  readonly trouble?: string;
  readonly words: BadgeWords;
  readonly lang: string;
}

export function ClassesMain(props: ClassesProps): Html {
  const { lines, trouble, words, lang } = props;
  return (
    <>
      {trouble !== undefined && <Said isWrong>{trouble}</Said>}
      <PlainHead title={words.desk.title} />
      <Section id="classes" title={words.classes} mini>
        {lines.length === 0 ? (
          <p class="prose">
            {words.noClasses} <a href="/desk/classes">{words.toClasses}</a>
          </p>
        ) : (
          <div class="scroll" tabindex={0} role="group" aria-labelledby="classes">
            <table>
              <TableHead first={words.class} numbers={[words.finished, words.given]} />
              <tbody>
                {lines.map(({ room, course, finished, given }) => (
                  <tr>
                    <th scope="row">
                      <a href={`/desk/badges/${room.id}`}>
                        <bdi>{room.name}</bdi>
                      </a>{" "}
                      <small dir="auto">{course?.thing.title ?? words.noCourse}</small>
                    </th>
                    <td class="n">{formatNumber(finished, lang)}</td>
                    <td class="n">{formatNumber(given, lang)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Section>
      <Keys {...props} />
    </>
  );
}

function Keys({ keys, mayMake, words, lang }: ClassesProps): Html {
  return (
    <Section id="keys" title={words.keys} mini>
      <p class="prose">{words.keysLead}</p>
      {keys.length === 0 ? (
        <p>{words.noKey}</p>
      ) : (
        <ul class="lines">
          {keys.map(({ kid, at }, i) => (
            <li>
              <a href={`/badges/keys/${kid}`}>{words.keyKnown(kid.slice(0, 8))}</a>{" "}
              <small>
                {words.since(formatDay(dayAt(at), lang))}. {i === 0 ? words.signs : words.checks}
              </small>
            </li>
          ))}
        </ul>
      )}
      {mayMake && (
        <form method="post" action="/desk/badges/key">
          {keys.length > 0 && <p class="prose">{words.another}</p>}
          <p class="acts">
            <button type="submit" class="quiet">
              {keys.length === 0 ? words.makeKey : words.makeAnother}
            </button>
          </p>
        </form>
      )}
    </Section>
  );
}
