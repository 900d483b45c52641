/** For whom cards are made. */
import { Choice, Hint, Said } from "../../../../platform/web/form-fields.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import { Picture, pictureWord } from "../../pictures.tsx";
import type { Learner } from "../../private/rows.ts";
import type { HeldClass } from "../../room.ts";
import { isOwnName } from "../card-address.ts";
import { hasCard, seenCard } from "../cards.ts";
import { cardsOf, rosterOf } from "../../path.ts";
import type { RosterWords } from "../words.ts";
import { RoomHead } from "../../components/room-head.tsx";

export function CardsMain(props: {
  readonly words: RosterWords;
  readonly held: HeldClass;
  /** Of this page: sent twice it makes each card once. */
  readonly form: string;
  readonly isOver: boolean;
  /** What cards may carry, the likeliest first. */
  readonly addresses: readonly string[];
  readonly trouble: string | undefined;
}): Html {
  const { words, held, form, isOver, addresses, trouble } = props;
  const { room, learners } = held;
  const { cards, lang } = words;
  return (
    <>
      <RoomHead held={held} lang={lang} here="cards" />
      {trouble !== undefined && (
        <Said isWrong>
          <strong>{words.notDone}</strong> {trouble}
        </Said>
      )}
      <p class="stand">{cards.lead}</p>
      {isOver && <p class="status">{cards.over}</p>}
      {learners.length === 0 ? (
        <>
          <p class="wanted">{cards.none}</p>
          <p class="acts">
            <a class="button" href={rosterOf(room)}>
              {cards.toRoster}
            </a>
          </p>
        </>
      ) : (
        <form method="post" action={cardsOf(room)}>
          <input type="hidden" name="id" value={form} />
          <AddressField addresses={addresses} words={words} />
          <p class="acts">
            <button type="submit">{cards.button}</button>
          </p>
          <p>{cards.printing}</p>
          <fieldset>
            <legend>{cards.who}</legend>
            <p>{cards.whoHint}</p>
            {learners.map((one) => (
              <TickOne learner={one} words={words} />
            ))}
          </fieldset>
          <p class="acts">
            <button type="submit">{cards.button}</button>
          </p>
        </form>
      )}
    </>
  );
}

/** Where the site is known by a name that others reach, nothing is to be chosen. */
function AddressField(props: {
  readonly addresses: readonly string[];
  readonly words: RosterWords;
}): Html {
  const { addresses, words } = props;
  const { cards, lang } = words;
  const [first, ...more] = addresses;
  if (more.length === 0)
    return isOwnName(new URL(first!).hostname) ? <p class="status">{cards.noNetwork}</p> : <></>;
  return (
    <Choice
      name="address"
      typed={{ address: first! }}
      problems={{}}
      options={addresses.map((one) => [
        one,
        isOwnName(new URL(one).hostname) ? cards.alone(one) : one,
      ])}
      required
      lang={lang}
    >
      {cards.address} <Hint>{cards.addressHint}</Hint>
    </Choice>
  );
}

const TickOne = ({ learner, words: { cards, lang } }: { learner: Learner; words: RosterWords }) => (
  <label class="tick">
    <input
      type="checkbox"
      name={`card.${learner.id}`}
      value={seenCard(learner)}
      checked={!hasCard(learner)}
    />{" "}
    <Picture n={learner.picture} />
    <span>
      {learner.number}. <bdi>{learner.name}</bdi>
      <span class="hint">
        {cards.picture(pictureWord(learner.picture, lang))} ·{" "}
        {hasCard(learner) ? cards.has : cards.hasNone}
      </span>
    </span>
  </label>
);
