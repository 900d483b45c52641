/** The register: what is to be answered, the most urgent first, and what was answered. */
import { PlainHead, Section } from "../../../platform/web/heads.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import type { DeskWords } from "../desk-words.ts";
import type { RightsRequest } from "../private.ts";
import { wordsIn } from "../words.ts";

const PART = "/desk/rights";

export function RegisterMain(props: {
  readonly words: DeskWords;
  readonly open: readonly RightsRequest[];
  readonly closed: readonly RightsRequest[];
  readonly today: string;
}): Html {
  const { words: w, open, closed, today } = props;
  const day = (one: string) => formatDay(one, w.lang);
  return (
    <>
      <PlainHead title={w.title} />
      <Section id="open" title={w.open} mini>
        {open.length === 0 && <p>{w.none}</p>}
        <Lines
          words={w}
          all={open}
          more={({ due, hold }) =>
            `${due < today ? w.isLate(day(due)) : w.by(day(due))}${hold ? ` · ${w.holds[hold]}` : ""}`
          }
        />
      </Section>
      <Section id="closed" title={w.closed} mini>
        {closed.length === 0 && <p>{w.noneClosed}</p>}
        <Lines
          words={w}
          all={closed}
          more={({ state, closed: on }) =>
            (state === "answered" ? w.answeredOn : w.withdrawnOn)(day(on!))
          }
        />
      </Section>
    </>
  );
}

function Lines(props: {
  readonly words: DeskWords;
  readonly all: readonly RightsRequest[];
  readonly more: (one: RightsRequest) => string;
}) {
  const { words: w, all, more } = props;
  if (all.length === 0) return <></>;
  return (
    <ul class="lines">
      {all.map((one) => (
        <li>
          <a href={`${PART}/${one.id}`}>
            {wordsIn(w.lang).rights[one.what].name} <span dir="ltr">{one.id}</span>
          </a>
          <small>
            {w.came(formatDay(one.came, w.lang))} · {more(one)}
          </small>
        </li>
      ))}
    </ul>
  );
}
