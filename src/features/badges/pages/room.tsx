/** One class: who finished, who gets a badge, which were given. */
import { Choice, Said } from "../../../platform/web/form-fields.tsx";
import { Section } from "../../../platform/web/heads.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatNumber } from "../../../platform/web/words.ts";
import {
  RoomHead,
  standingsOf,
  type HeldClass,
  type Learner,
  type Standing,
} from "../../classes/api.ts";
import type { GivenBadge } from "../private.ts";
import type { BadgeWords } from "../words.ts";

interface RoomProps {
  readonly held: HeldClass;
  readonly badges: readonly GivenBadge[];
  /** In which the badge is worded, the course's own first. */
  readonly languages: readonly (readonly [tag: string, name: string])[];
  readonly trouble?: string;
  /** Why none can be given here, and what to do. */
  readonly noAddress: string | undefined;
  readonly words: BadgeWords;
  readonly lang: string;
}

export function RoomMain(props: RoomProps): Html {
  const { held, badges, trouble, noAddress, words } = props;
  const { room, course, learners } = held;
  const badge = course?.thing.badge;
  const stand = badges.filter(({ withdrawn }) => withdrawn === null);
  const former = badges.filter(({ learner }) => !learners.some(({ id }) => id === learner));
  return (
    <>
      {trouble !== undefined && <Said isWrong>{trouble}</Said>}
      <RoomHead held={held} lang={words.lang} here="badges" />
      {badge && (
        <h2 class="mini">
          <bdi>{badge.name}</bdi>
        </h2>
      )}
      <p class="prose">
        {!course ? words.noCourse : badge ? words.rule(badge.pass) : words.noBadge}
      </p>
      {badge && noAddress !== undefined && <p class="status">{noAddress}</p>}
      {stand.length > 0 && <Printing {...props} />}
      <Section id="people" title={words.people} mini>
        {learners.length === 0 ? <p>{words.nobody}</p> : <Giving {...props} />}
      </Section>
      {former.length > 0 && (
        <Section id="former" title={words.former} mini>
          <ul class="lines">
            {former.map((one) => (
              <li>
                <Given badge={one} room={room.id} name={words.former} words={words} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Printing({ held, words }: RoomProps): Html {
  const path = `/desk/badges/${held.room.id}/print?size=`;
  return (
    <Section id="print" title={words.print} mini>
      <p class="chips">
        <a href={`${path}a4`}>{words.a4}</a>
        <a href={`${path}card`}>{words.cards}</a>
      </p>
    </Section>
  );
}

function Giving(props: RoomProps): Html {
  const { held, badges, languages, noAddress, words, lang } = props;
  const standings = standingsOf(held);
  const of = ({ id }: Learner) => badges.filter(({ learner }) => learner === id);
  const isReady = (one: Learner): boolean =>
    noAddress === undefined &&
    standings.get(one.id)!.isFinished &&
    of(one).every(({ withdrawn }) => withdrawn !== null);
  const waits = held.learners.some(isReady);
  return (
    <form method="post" action={`/desk/badges/${held.room.id}/give`}>
      <p class="prose">
        {words.roster}: <a href={`/desk/classes/${held.room.id}/roster`}>{words.toRoster}</a>
      </p>
      <div class="scroll" tabindex={0} role="group" aria-labelledby="people">
        <table>
          <thead>
            <tr>
              <th scope="col">{words.name}</th>
              <th scope="col" class="n">
                {words.percent}
              </th>
              <th scope="col">{words.badge}</th>
            </tr>
          </thead>
          <tbody>
            {held.learners.map((one) => (
              <Line
                learner={one}
                standing={standings.get(one.id)!}
                isReady={isReady(one)}
                given={of(one)}
                words={words}
                lang={lang}
              />
            ))}
          </tbody>
        </table>
      </div>
      {!waits && noAddress === undefined && <p>{words.noneReady}</p>}
      {waits && languages.length > 1 && (
        <Choice
          name="lang"
          typed={{ lang: languages[0]![0] }}
          problems={{}}
          options={languages}
          required
          lang={lang}
        >
          {words.language}
        </Choice>
      )}
      {waits && (
        <p class="acts">
          <button type="submit">{words.give}</button>
        </p>
      )}
    </form>
  );
}

function Line(props: {
  readonly learner: Learner;
  readonly standing: Standing;
  readonly isReady: boolean;
  readonly given: readonly GivenBadge[];
  readonly words: BadgeWords;
  readonly lang: string;
}): Html {
  const { learner, standing, isReady, given, words, lang } = props;
  const { number, name } = learner;
  return (
    <tr>
      <th scope="row">
        {isReady ? (
          <label class="tick">
            <input type="checkbox" name={`n${number}`} value="yes" checked /> <bdi>{name}</bdi>
          </label>
        ) : (
          <bdi>{name}</bdi>
        )}
      </th>
      <td class="n">{formatNumber(standing.percent, lang)}</td>
      <td>
        {given.map((badge) => (
          <p>
            <Given badge={badge} room={learner.room} name={name} words={words} />
          </p>
        ))}
        {given.length === 0 && (standing.isFinished ? words.finished : words.notYet)}
      </td>
    </tr>
  );
}

function Given(props: {
  readonly badge: GivenBadge;
  readonly room: string;
  readonly name: string;
  readonly words: BadgeWords;
}): Html {
  const { badge, room, name, words } = props;
  return (
    <>
      <a href={`/badges/${badge.id}`}>{badge.withdrawn === null ? words.stands : words.wasTaken}</a>
      {badge.withdrawn === null && (
        <>
          {" "}
          <a href={`/desk/badges/${room}/back/${badge.id}`}>
            {words.takeBack}
            <span class="vh">: {name}</span>
          </a>
        </>
      )}
    </>
  );
}
