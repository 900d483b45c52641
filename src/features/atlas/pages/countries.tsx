/** Every country's latest figures, by name and not by rank. Rule A6: none without its year. */
import type { Html } from "../../../platform/web/route.ts";
import { countryName, formatDay, formatNumber } from "../../../platform/web/words.ts";
import type { Dataset } from "../../datasets/feature.ts";
import type { Indicator } from "../queries.ts";

export function Countries(props: {
  readonly use: Indicator | undefined;
  readonly offline: Indicator | undefined;
  readonly lang: string;
}): Html {
  const { use, offline, lang } = props;
  const codes = new Set([...(use?.figures.keys() ?? []), ...(offline?.figures.keys() ?? [])]);
  const byName = new Intl.Collator(lang).compare;
  const countries = [...codes]
    .map((code) => ({ code, name: countryName(code, lang) }))
    .toSorted((a, b) => byName(a.name, b.name));
  return (
    <div class="scroll" role="region" aria-label="Table of countries" tabindex={0}>
      <table>
        <caption>
          {[use, offline]
            .filter((one) => one !== undefined)
            .map(({ dataset }) => `${dataset.title}, ${dataset.unit}.`)
            .join(" ")}{" "}
          The year is that of the country’s latest figure.
        </caption>
        <thead>
          <tr>
            <th scope="col">Country</th>
            {use && <Head of={use.dataset} />}
            {offline && <Head of={offline.dataset} />}
            <th scope="col" class="n">
              Year
            </th>
          </tr>
        </thead>
        <tbody>
          {countries.map(({ code, name }) => {
            const [online, without] = [use?.figures.get(code), offline?.figures.get(code)];
            const years = new Set([online?.date, without?.date].filter((d) => d !== undefined));
            return (
              <tr>
                <th scope="row">{name}</th>
                {use && <td class="n">{online && formatNumber(online.value, lang)}</td>}
                {offline && <td class="n">{without && formatNumber(without.value, lang)}</td>}
                <td class="n">{[...years].map((year) => formatDay(year, lang)).join(", ")}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Head({ of }: { readonly of: Dataset }) {
  return (
    <th scope="col" class="n">
      {of.unit?.startsWith("%") ? "Online, %" : "People offline"}
    </th>
  );
}
