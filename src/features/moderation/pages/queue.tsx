/** What waits, the oldest first, with one of it beside: the line joins the two. The words of each stand in the list, for the script. */
import { Said as Notice } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatDay, formatNumber } from "../../../platform/web/words.ts";
import { Section } from "../../../platform/web/heads.tsx";
import { isIn, SIGNAL_SORTS, type Line } from "../lines.ts";
import type { ModerationWords } from "../words.ts";
import { Item } from "./item.tsx";
import { Settle } from "./settle.tsx";
import type { Came } from "../../conversation/model.ts";

const MAX_TITLE = 70; // characters of the words, in the list

interface QueueProps {
  readonly all: readonly Line[];
  /** Those of the filter that one list shows. */
  readonly lines: readonly Line[];
  /** How many more wait than the list shows. */
  readonly beyond: number;
  readonly current: Line | undefined;
  readonly filter: string;
  readonly done: keyof ModerationWords["done"] | undefined;
  readonly trouble: string | undefined;
  readonly words: ModerationWords;
}

export function QueueMain(props: QueueProps): Html {
  const { all, lines, current, done, trouble, words, filter } = props;
  return (
    <>
      <header class="head tight">
        <h1>{words.title}</h1>
        <p>
          {lines.length === 0 ? (
            words.empty
          ) : (
            <>
              {words.waits} <b id="left">{formatNumber(lines.length + props.beyond, words.lang)}</b>
            </>
          )}
        </p>
        <p class="acts">
          {(["rules", "people", "vouchers"] as const).map((part) => (
            <a href={`/desk/conversation/${part}`}>{words.parts[part]}</a>
          ))}
        </p>
      </header>
      {trouble !== undefined && <Notice isWrong>{trouble}</Notice>}
      {trouble === undefined && done !== undefined && <Notice>{words.done[done]}</Notice>}
      {all.length > 0 && (
        <div class="row">
          <Section class="c7" id="queue" title={words.list} mini>
            <Filter {...props} />
            <List {...props} />
            <Keys words={words} />
          </Section>
          <div class="c5 branch settle">
            {current && (
              <>
                <div id="beside">
                  <Item line={current} words={words} />
                </div>
                <p
                  id="did"
                  class="live"
                  role="status"
                  data-show={words.did.show}
                  data-refuse={words.did.refuse}
                  data-second={words.did.second}
                  data-leave={words.did.leave}
                  data-lost={words.notSent}
                />
                <p class="acts">
                  <button id="undo" type="button" class="small" hidden>
                    {words.undo}
                  </button>
                </p>
                <Settle line={current} words={words} filter={filter} />
              </>
            )}
          </div>
        </div>
      )}
    </>
  );
}

const CAME: readonly Came[] = ["web", "voice", "hub", "fediverse", "link"];

function Filter({ all, filter, words }: QueueProps): Html {
  const count = (only: string) => all.filter((line) => isIn(line, only)).length;
  const kinds = [...CAME, "appeal", "second", "edit", "reported"] as const;
  const chips = [
    ...kinds.map((only) => [only, words.only[only]] as const),
    ...SIGNAL_SORTS.map((sort) => [`signal-${sort}`, words.sorts[sort]] as const),
  ].filter(([only]) => only === filter || count(only) > 0);
  return (
    <p class="chips" role="group" aria-label={words.filter}>
      <a href="/desk/conversation" aria-current={filter === "" ? "true" : undefined}>
        {words.everything} {formatNumber(all.length, words.lang)}
      </a>
      {chips.map(([only, name]) => (
        <a
          href={`/desk/conversation?only=${only}`}
          aria-current={only === filter ? "true" : undefined}
        >
          {name} {formatNumber(count(only), words.lang)}
        </a>
      ))}
    </p>
  );
}

function List({ lines, beyond, current, filter, words }: QueueProps): Html {
  const query = filter === "" ? "" : `?only=${filter}`;
  return (
    <>
      <ol class="queue long">
        {lines.map((line) => (
          <li data-id={line.id}>
            <small>{words.kinds[line.kind]}</small>
            <a
              href={`/desk/conversation/${line.id}${query}#item`}
              aria-current={line.id === current?.id ? "true" : undefined}
            >
              <bdi>{titleOf(line, words)}</bdi>
            </a>
            <small>{line.remark && formatDay(line.remark.received, words.lang, "short")}</small>
            <template>
              <Item line={line} words={words} />
            </template>
          </li>
        ))}
      </ol>
      {beyond > 0 && <p class="wanted">{words.more(beyond)}</p>}
    </>
  );
}

function titleOf({ remark, thing }: Line, words: ModerationWords): string {
  if (!remark) return thing?.title ?? words.lost;
  const text = (remark.edit ?? remark.text).replaceAll(/\s+/g, " ");
  const short = text.length > MAX_TITLE ? `${text.slice(0, MAX_TITLE)}…` : text;
  return `${remark.name ?? words.somebody}: ${short.toWellFormed()}`;
}

/** Shown by the script that makes them work; they can be turned off (WCAG 2.1.4). */
function Keys({ words }: Pick<QueueProps, "words">): Html {
  return (
    <div id="keys" hidden>
      <p class="meta">
        <label class="tick">
          <input type="checkbox" checked /> {words.keys}
        </label>
        {Object.entries(words.key).map(([key, does]) => (
          <span>
            <kbd>{key}</kbd> {does}
          </span>
        ))}
      </p>
    </div>
  );
}
