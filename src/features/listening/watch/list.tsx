/** The page of all that waits: the first alarm in full, of the others as many lines as there is room for. Rules LW1 and LW3. */
import type { Html } from "../../../platform/web/route.ts";
import type { Alarm } from "../private/rows.ts";
import { fitting } from "./fitting.ts";
import { bytesOf, documentOf, MOST, type Shown } from "./frame.tsx";
import { AlarmMain, Foot, LineTo, outcomeWord, type Looking } from "./page.tsx";

const MOST_LINES = 12; // of one page, however short they are

/** @param from how many were shown on pages before @param said what this person has just answered */
export async function listPage(
  looking: Looking,
  from: number,
  said: Alarm | undefined,
): Promise<string> {
  const { alarms } = looking.watched;
  const start = from < alarms.length ? from : 0;
  const [first] = start === 0 ? alarms : [];
  const lines = alarms.slice(start === 0 ? 1 : start);
  const parts = { said, first, all: lines.length, start };
  // The first is shown, with shorter names where they are long; the others have to fit. One tells about how many of them do.
  const { html: none, looking: least } = await fitting(looking, (as) =>
    whole(as, { ...parts, lines: [] }),
  );
  const showing = (n: number) => documentOf(whole(least, { ...parts, lines: lines.slice(0, n) }));
  const one = await showing(Math.min(1, lines.length));
  const [bare, each] = [bytesOf(none), Math.max(1, bytesOf(one) - bytesOf(none))];
  const room = Math.floor((MOST - bare) / each);
  for (let n = Math.min(lines.length, MOST_LINES, room); n > 1; n--) {
    const html = await showing(n);
    if (bytesOf(html) <= MOST) return html;
  }
  return bytesOf(one) <= MOST ? one : none;
}

interface Parts {
  readonly said: Alarm | undefined;
  readonly first: Alarm | undefined;
  readonly lines: readonly Alarm[];
  readonly all: number;
  readonly start: number;
}

const whole = (looking: Looking, parts: Parts): Shown => {
  const { words, watched } = looking;
  const n = watched.alarms.length;
  const title = n === 0 ? words.none : words.waits(n);
  return { words, title, main: ListMain({ ...looking, ...parts, title }) };
};

function ListMain(props: Looking & Parts & { readonly title: string }): Html {
  const { words, to, said, first, lines, all, start, title } = props;
  const next = start + lines.length + (first ? 1 : 0);
  const left = all - lines.length;
  return (
    <>
      {said && said.outcome !== null && (
        <p role="status">
          {words.said(outcomeWord(said.outcome, said, words))}{" "}
          <a href={to(`/watch/${said.id}`)}>{words.another}</a>
        </p>
      )}
      <h1>{title}</h1>
      {first && <AlarmMain {...props} alarm={first} />}
      {lines.length > 0 && (
        <ul>
          {lines.map((alarm) => (
            <LineTo {...props} alarm={alarm} />
          ))}
        </ul>
      )}
      {left > 0 && (
        <p>
          <a href={to(`/watch?n=${next}`)}>{words.next(left)}</a>
        </p>
      )}
      <Foot words={words} to={to} isAlone={start > 0} />
    </>
  );
}
