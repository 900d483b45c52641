/** The table under the chart: every figure, by the date it speaks of. */
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import { amountWords, figureWords } from "../amounts.ts";
import type { Entry } from "../ledger.ts";
import type { PledgeLine } from "../queries.ts";
import { proofPath } from "../proof-address.ts";
import { stateWord } from "../status.ts";
import type { Shown } from "./status.tsx";

export function FiguresTable({ line, lang, to }: Shown & { readonly line: PledgeLine }): Html {
  const { pledge, status } = line;
  const split = pledge.ledger.some((e) => e.split);
  return (
    <div class="c8 scroll" role="region" aria-label="All figures" tabindex={0}>
      <table>
        <caption>Every figure, by the date it speaks of</caption>
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col" class="n">
              Figure
            </th>
            {split && (
              <th scope="col" class="n">
                Since the pledge
              </th>
            )}
            <th scope="col">State</th>
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
              <td class="n">wanted</td>
              {split && <td class="n"></td>}
              <td>
                closing figure not found by us
                <small>searched {formatDay(status.searched.on, lang, "short")}</small>
              </td>
            </tr>
          )}
        </tbody>
      </table>
      {split && (
        <p class="small">
          Since the pledge: our arithmetic, the total less what was counted before.
        </p>
      )}
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
        <a href={to(proofPath(line.slug, entry.id))}>{figureWords(entry, lang)}</a>
        {remarks(entry, line, lang).map((remark) => (
          <small>{remark}</small>
        ))}
      </td>
      {split && <td class="n">{entry.split && amountWords(entry.split.since, lang)}</td>}
      <td>
        <span class={`state ${entry.texture}`}>{stateWord(entry)}</span>
      </td>
    </tr>
  );
}

const MEASURES: Readonly<Partial<Record<Entry["measure"], string>>> = {
  "since-pledge": "since the pledge",
  "in-period": "within that period",
};

/** P3: a revised figure shows both values. */
function remarks(entry: Entry, { pledge }: PledgeLine, lang: string): string[] {
  const values = (ids: readonly string[]) =>
    pledge.ledger
      .filter((e) => ids.includes(e.id))
      .map((e) => `${figureWords(e, lang)}, said ${formatDay(e.saidOn, lang, "short")}`);
  const measure =
    entry.measure === "other" && pledge.kind === "pledge"
      ? "not stated as progress"
      : MEASURES[entry.measure];
  return [
    ...(measure === undefined ? [] : [measure]),
    ...values(entry.revisedBy).map((words) => `revised to ${words}`),
    ...values(entry.revises === undefined ? [] : [entry.revises]).map(
      (words) => `revises ${words}`,
    ),
  ];
}
