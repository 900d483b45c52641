/** Counts at the desk. */
import type { Html } from "../../../platform/web/route.ts";
import { formatNumber } from "../../../platform/web/words.ts";
import { PageHead, Section } from "../../../platform/web/heads.tsx";
import type { Blurred } from "../blur.ts";
import type { Words } from "../words.ts";

export function CountsDesk(props: {
  readonly words: Words;
  readonly isOn: boolean;
  readonly mayTurn: boolean;
  readonly pages: Blurred;
  readonly from: Blurred;
}): Html {
  const { words, isOn, mayTurn, pages, from } = props;
  return (
    <>
      <PageHead title={words.title} stand={isOn ? words.lead : words.off} />
      {isOn && <Table id="pages" heading={words.pages} counts={pages} words={words} />}
      {isOn && <Table id="from" heading={words.from} counts={from} words={words} />}
      {mayTurn && (
        <form method="post" action="/desk/counts">
          <p class="acts">
            <button type="submit" name="do" value={isOn ? "off" : "on"} class="quiet">
              {isOn ? words.turnOff : words.turnOn}
            </button>
          </p>
        </form>
      )}
    </>
  );
}

function Table(props: { id: string; heading: string; counts: Blurred; words: Words }) {
  const { id, heading, counts, words } = props;
  const { many, few } = counts;
  return (
    <Section id={id} title={heading} mini>
      {many.length === 0 && few.names === 0 ? (
        <p>{words.none}</p>
      ) : (
        <ul class="lines">
          {many.map(({ name, n }) => (
            <li>
              {name}
              <small>{formatNumber(n, words.lang)}</small>
            </li>
          ))}
          {few.names > 0 && (
            <li>
              {words.few(few.names)}
              <small>
                {few.sum === undefined ? words.fewer : formatNumber(few.sum, words.lang)}
              </small>
            </li>
          )}
        </ul>
      )}
    </Section>
  );
}
