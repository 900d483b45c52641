/** Cards to print: eight on a sheet of A4, black on white, with lines to cut along. */
import { filled } from "../../../../platform/words/inline.tsx";
import { Said } from "../../../../platform/web/form-fields.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import { QrCode } from "../../../../platform/web/share.tsx";
import { Picture, pictureWord, Seen } from "../../pictures.tsx";
import type { HeldClass } from "../../room.ts";
import { bareCode } from "../../secrets.ts";
import type { MadeCard } from "../cards.ts";
import { cardsOf } from "../../path.ts";
import type { RosterWords } from "../words.ts";

const ON_A_SHEET = 8;

interface MadeProps {
  readonly words: RosterWords;
  readonly held: HeldClass;
  readonly cards: readonly MadeCard[];
  /** Where other devices find the site. */
  readonly base: string;
  /** They were made by this form before: nothing is new. */
  readonly isAgain: boolean;
  /** Who has another card since. */
  readonly kept: string | undefined;
}

export function MadeMain({ words, held, cards, base, isAgain, kept }: MadeProps): Html {
  const w = words.cards;
  const sheets = Array.from({ length: Math.ceil(cards.length / ON_A_SHEET) }, (_, i) =>
    cards.slice(i * ON_A_SHEET, (i + 1) * ON_A_SHEET),
  );
  return (
    <>
      <header class="head tight">
        <h1>
          <bdi>{held.room.name}</bdi>
        </h1>
      </header>
      <Said isWrong={cards.length === 0}>
        <p>
          <strong>
            {cards.length === 0 ? w.noneMade : (isAgain ? w.again : w.ready)(cards.length)}
          </strong>{" "}
          {cards.length > 0 && w.once}
        </p>
        {kept !== undefined && <p>{kept}</p>}
        <p class="acts">
          <a href={cardsOf(held.room)}>{w.more}</a>
        </p>
      </Said>
      {sheets.map((sheet) => (
        <ul class="cards">
          {sheet.map((card) => (
            <CardOf card={card} held={held} words={words} base={base} />
          ))}
        </ul>
      ))}
    </>
  );
}

function CardOf(
  props: Pick<MadeProps, "words" | "held" | "base"> & { readonly card: MadeCard },
): Html {
  const { card, held, words, base } = props;
  const { learner, code, pin } = card;
  const w = words.cards;
  const address = `${base}/class`;
  return (
    <li>
      <div>
        <Picture n={learner.picture} />
        <span class="small">{pictureWord(learner.picture, words.lang)}</span>
        <QrCode text={`${address}/c/${bareCode(code)}`} class="code" />
      </div>
      <div>
        <h2>
          <bdi>{learner.name}</bdi>
        </h2>
        <p class="small">
          {learner.number} · <bdi>{held.room.name}</bdi>
        </p>
        <p>
          <span class="small">{w.code}</span> <b dir="ltr">{code}</b>
        </p>
        <p>
          <span class="small">{w.pin}</span> <b dir="ltr">{pin}</b>
        </p>
        <p class="small">
          {filled(w.todo("{address}"), {
            address: <strong dir="ltr">{address.replace(/^https?:\/\//, "")}</strong>,
          })}
        </p>
        <p class="small">
          <Seen /> {w.notice}
        </p>
      </div>
    </li>
  );
}
