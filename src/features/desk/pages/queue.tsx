/** What waits, the oldest first, with one of it beside: the line joins the two. */
import type { Submission } from "../../../platform/private/submissions.ts";
import type { Html } from "../../../platform/web/route.ts";
import { formatDay, formatNumber } from "../../../platform/web/words.ts";
import { Section } from "../../../platform/web/heads.tsx";
import type { DeskWords } from "../words.ts";

export interface QueueProps {
  readonly words: DeskWords;
  readonly lang: string;
  readonly lines: readonly (Pick<Submission, "id" | "received" | "state"> & {
    readonly title: string;
    /** Its sender answered what the desk asked. */
    readonly answered: boolean;
    readonly sort: string | undefined;
  })[];
  readonly counts: readonly {
    readonly id: string;
    readonly many: string | undefined;
    readonly count: number;
  }[];
  readonly total: number;
  /** The sort that is looked at; empty for all. */
  readonly filter: string;
  /** How many more wait than the list shows. */
  readonly beyond: number;
  /** The id of the one that is looked at. */
  readonly current: string | undefined;
  readonly item: Html | undefined;
}

export function QueueMain(props: QueueProps): Html {
  const { words, total, item } = props;
  const { queue: w } = words;
  return (
    <>
      <header class="head tight">
        <h1>{total === 0 ? w.empty : w.heading(total)}</h1>
        {total === 0 && <p>{w.emptyHint}</p>}
      </header>
      <div class="row">
        <Section class="c7" id="queue" title={w.title} mini>
          <Filter {...props} />
          <List {...props} />
          <Keys words={words} />
        </Section>
        {item !== undefined && <div class="c5 branch">{item}</div>}
      </div>
    </>
  );
}

function Filter({ words: { queue: w }, lang, counts, total, filter }: QueueProps): Html {
  if (counts.length < 2 && filter === "") return <></>;
  return (
    <p class="chips" role="group" aria-label={w.filter}>
      <a href="/desk/queue" aria-current={filter === "" ? "true" : undefined}>
        {w.all(total)}
      </a>
      {counts.map(({ id, many, count }) => (
        <a
          href={`/desk/queue?sort=${encodeURIComponent(id)}`}
          aria-current={filter === id ? "true" : undefined}
        >
          {many ?? w.others} {formatNumber(count, lang)}
        </a>
      ))}
    </p>
  );
}

function List({ words: { queue: w }, lang, lines, filter, beyond, current }: QueueProps): Html {
  const query = filter === "" ? "" : `?sort=${encodeURIComponent(filter)}`;
  return (
    <>
      <ol class="queue">
        {lines.map(({ id, received, state, title, answered, sort }) => (
          <li>
            <small>{sort ?? w.other}</small>
            <a
              href={`/desk/queue/${id}${query}#item`}
              aria-current={id === current ? "true" : undefined}
            >
              <bdi>{title}</bdi>
            </a>
            <small>
              {formatDay(received, lang, "short")}
              {answered ? (
                <b> ({w.states.answered})</b>
              ) : (
                state === "reading" && ` (${w.states.reading})`
              )}
            </small>
          </li>
        ))}
      </ol>
      {beyond > 0 && <p class="wanted">{w.more(beyond)}</p>}
    </>
  );
}

/** Shown by the script that makes them work; they can be turned off (WCAG 2.1.4). */
function Keys({ words: { queue: w } }: Pick<QueueProps, "words">): Html {
  return (
    <div id="keys" hidden>
      <p class="meta">
        <label class="tick">
          <input type="checkbox" checked /> {w.keys}
        </label>
        {Object.entries(w.key).map(([key, does]) => (
          <span>
            <kbd>{key}</kbd> {does}
          </span>
        ))}
      </p>
    </div>
  );
}
