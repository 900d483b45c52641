/** The page of all that waits: the first alarm in full, of the others as many lines as there is room for. Rules LW1, LW3 and LW23. */
import type { Html } from "../../../platform/web/route.ts";
import { entriesOf, type Entry } from "../entries.ts";
import type { Alarm, AlarmKind } from "../private/forms.ts";
import { fitting } from "./fitting.ts";
import { bytesOf, documentOf, MOST, type Shown } from "./frame.tsx";
import { AlarmMain, Foot, LineTo, LineToKind, outcomeWord, type Looking } from "./page.tsx";

const MOST_LINES = 12; // of one page, however short they are

/** A line of the list: an entry, or all of a kind that is wrong with several sensors. */
type Item = Entry | { readonly kind: Exclude<AlarmKind, "motor">; readonly of: number };

/** Each motor by itself; what is wrong with sensors by its kind. */
function itemsOf(entries: readonly Entry[], kind: AlarmKind | undefined): readonly Item[] {
  if (kind !== undefined) return entries;
  const ofKind = Map.groupBy(entries, ({ lead }) => lead.kind);
  return [...ofKind].flatMap(([one, own]): readonly Item[] =>
    one === "motor" || own.length === 1 ? own : [{ kind: one, of: own.length }],
  );
}

/**
 * @param from how many were shown on pages before
 * @param said what this person has just answered; without an outcome they cannot go
 * @param kind those of this kind alone, each by itself
 */
export async function listPage(
  looking: Looking,
  from: number,
  said: Alarm | undefined,
  kind?: Exclude<AlarmKind, "motor">,
): Promise<string> {
  const { alarms, sensors } = looking.watched;
  const entries = entriesOf(alarms, sensors).filter(
    ({ lead }) => kind === undefined || lead.kind === kind,
  );
  const items = itemsOf(entries, kind);
  const start = from < items.length ? from : 0;
  const [top] = start === 0 ? items : [];
  const first = top && "lead" in top ? top : undefined;
  const lines = items.slice(first ? 1 : start);
  const parts = { said, kind, first, all: lines.length, start, waits: entries.length };
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
  readonly kind: AlarmKind | undefined;
  readonly first: Entry | undefined;
  readonly lines: readonly Item[];
  readonly all: number;
  readonly start: number;
  readonly waits: number;
}

const whole = (looking: Looking, parts: Parts): Shown => {
  const { words } = looking;
  const title = parts.waits === 0 ? words.none : words.waits(parts.waits);
  return { words, title, main: ListMain({ ...looking, ...parts, title }) };
};

function ListMain(props: Looking & Parts & { readonly title: string }): Html {
  const { words, to, said, kind, first, lines, all, start, title, unreached } = props;
  const next = start + lines.length + (first ? 1 : 0);
  const left = all - lines.length;
  const isAll = start === 0 && kind === undefined;
  return (
    <>
      {said && (
        <p role="status">
          {said.outcome === null
            ? words.cannot
            : words.said(outcomeWord(said.outcome, said, words))}{" "}
          <a href={to(`/watch/${said.id}`)}>{words.another}</a>
        </p>
      )}
      <h1>{title}</h1>
      {unreached !== undefined && isAll && <p>{unreached}</p>}
      {first && <AlarmMain {...props} alarm={first.lead} entry={first} />}
      {lines.length > 0 && (
        <ul>
          {lines.map((one) =>
            "lead" in one ? <LineTo {...props} entry={one} /> : <LineToKind {...props} {...one} />,
          )}
        </ul>
      )}
      {left > 0 && (
        <p>
          <a href={to(`/watch?${kind === undefined ? "" : `kind=${kind}&`}n=${next}`)}>
            {words.next(left)}
          </a>
        </p>
      )}
      <Foot words={words} to={to} isAlone={!isAll} />
    </>
  );
}
