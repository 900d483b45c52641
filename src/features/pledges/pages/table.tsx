/** The table under the chart: every figure, by the date it speaks of. */
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import { amountWords, figureWords } from "../amounts.ts";
import type { Entry } from "../ledger.ts";
import type { PledgeLine } from "../queries.ts";
import { claimPath } from "../proof-address.ts";
import { wordsIn, type PledgeWords } from "../words.ts";
import { stateWord } from "../status.ts";
import type { Shown } from "../components/status.tsx";

export function FiguresTable({ line, lang, to }: Shown & { readonly line: PledgeLine }): Html {
  const { pledge, status } = line;
  const say = wordsIn(lang).table;
  const split = pledge.ledger.some((e) => e.split);
  return (
    <div class="c8 scroll" role="region" aria-label={say.label} tabindex={0}>
      <table>
        <caption>{say.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{say.date}</th>
            <th scope="col" class="n">
              {say.figure}
            </th>
            {split && (
              <th scope="col" class="n">
                {say.since}
              </th>
            )}
            <th scope="col">{say.state}</th>
          </tr>
        </thead>
        <tbody>
          {pledge.ledger.map((entry) => (
            <Row entry={entry} line={line} split={split} lang={lang} to={to} />
          ))}
          {status?.searched && pledge.by !== undefined && (
            <tr>
              <th scope="row">
                <time datetime={pledge.by}>{formatDay(pledge.by, lang, "short")}</time>
              </th>
              <td class="n">–</td>
              {split && <td class="n"></td>}
              <td>
                {say.notFound}
                <small>{say.searched(formatDay(status.searched.on, lang, "short"))}</small>
              </td>
            </tr>
          )}
        </tbody>
      </table>
      {split && <p class="small">{say.arithmetic}</p>}
    </div>
  );
}

function Row(
  props: Shown & { readonly entry: Entry; readonly line: PledgeLine; readonly split: boolean },
) {
  const { entry, line, split, lang, to } = props;
  return (
    <tr>
      <th scope="row">
        <time datetime={entry.asOf}>{formatDay(entry.asOf, lang, "short")}</time>
      </th>
      <td class="n">
        <a href={to(claimPath(line.slug, entry.id))}>{figureWords(entry, lang)}</a>
        {remarks(entry, line, lang).map((remark) => (
          <small>{remark}</small>
        ))}
      </td>
      {split && <td class="n">{entry.split && amountWords(entry.split.since, lang)}</td>}
      <td>
        <span class={`state ${entry.texture}`}>{stateWord(entry, lang)}</span>
      </td>
    </tr>
  );
}

const measureWords = (say: PledgeWords["table"]): Partial<Record<Entry["measure"], string>> => ({
  "since-pledge": say.sincePledge,
  "in-period": say.inPeriod,
});

/** P3: a revised figure shows both values. */
function remarks(entry: Entry, { pledge }: PledgeLine, lang: string): string[] {
  const say = wordsIn(lang).table;
  const values = (ids: readonly string[]) =>
    pledge.ledger
      .filter((e) => ids.includes(e.id))
      .map((e) => say.saidOn(figureWords(e, lang), formatDay(e.saidOn, lang, "short")));
  const measure =
    entry.measure === "other" && pledge.kind === "pledge"
      ? say.notProgress
      : measureWords(say)[entry.measure];
  return [
    ...(measure === undefined ? [] : [measure]),
    ...values(entry.revisedBy).map((words) => say.revisedTo(words)),
    ...values(entry.revises === undefined ? [] : [entry.revises]).map((words) =>
      say.revises(words),
    ),
  ];
}
