/** The conversation in numbers, month by month. */
import type { Html } from "../../../platform/web/route.ts";
import { formatDay, formatNumber } from "../../../platform/web/words.ts";
import { PageHead, Section } from "../../../platform/web/heads.tsx";
import { linked } from "../../../platform/words/inline.tsx";
import { TALLIED } from "../../conversation/model.ts";
import type { Counted, Month } from "../numbers.ts";
import type { PublicWords } from "../public-words.ts";

interface NumbersProps {
  readonly words: PublicWords;
  readonly months: readonly Month[];
  /** By their keys. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly to: (path: string) => string;
}

export function NumbersMain({ words, months, reasons, to }: NumbersProps): Html {
  const { numbers: w } = words;
  return (
    <>
      <PageHead title={w.title} stand={months.length === 0 ? w.none : w.lead} />
      {months.map((month) => (
        <OneMonth {...{ month, words, reasons }} />
      ))}
      <p class="small">{w.fresh}</p>
      <p>{linked(w.rules, to("/conversation/rules"))}</p>
    </>
  );
}

function OneMonth({
  month: { month, sources, reasons },
  words,
  reasons: names,
}: Pick<NumbersProps, "words" | "reasons"> & { readonly month: Month }) {
  const { numbers: w, lang } = words;
  const say = (n: Counted) => (n === "few" ? w.few : formatNumber(n, lang));
  const id = `m-${month}`;
  return (
    <Section id={id} title={formatDay(month, lang)} mini>
      <div class="scroll" role="group" aria-labelledby={id} tabindex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{w.from}</th>
              {TALLIED.map((what) => (
                <th scope="col" class="n">
                  {w.what[what]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sources.map(({ came, counts }) => (
              <tr>
                <th scope="row">{w.came[came as keyof typeof w.came] ?? came}</th>
                {TALLIED.map((what) => (
                  <td class="n">{say(counts[what])}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {reasons.length > 0 && (
        <>
          <h3>{w.reasons}</h3>
          <ul class="lines">
            {reasons.map(({ reason, count }) => (
              <li>
                {names[reason] ?? w.own}
                <small>{say(count)}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
