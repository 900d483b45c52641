/** Every country's latest figures, by name and not by rank. Rule AT6: none without its year. */
import type { Html } from "../../../platform/web/route.ts";
import { countryName, formatDay, formatNumber } from "../../../platform/web/words.ts";
import { spoken } from "../../../platform/words/inline.tsx";
import type { Dataset } from "../../datasets/api.ts";
import type { Indicator } from "../queries.ts";
import { wordsIn, type AtlasWords } from "../words.ts";

export function Countries(props: {
  readonly use: Indicator | undefined;
  readonly offline: Indicator | undefined;
  readonly lang: string;
  readonly own: string;
}): Html {
  const { use, offline, lang, own } = props;
  const words = wordsIn(lang).countries;
  const codes = new Set([...(use?.figures.keys() ?? []), ...(offline?.figures.keys() ?? [])]);
  const byName = new Intl.Collator(lang).compare;
  const countries = [...codes]
    .map((code) => ({ code, name: countryName(code, lang) }))
    .toSorted((a, b) => byName(a.name, b.name));
  return (
    <div class="scroll" role="region" aria-label={words.label} tabindex={0}>
      <table>
        <caption>
          {[use, offline]
            .filter((one) => one !== undefined)
            .map(({ dataset }) => (
              <>{spoken(own, lang, `${dataset.title}, ${dataset.unit}.`)} </>
            ))}
          {words.caption}
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.country}</th>
            {use && <Head of={use.dataset} words={words} />}
            {offline && <Head of={offline.dataset} words={words} />}
            <th scope="col" class="n">
              {words.year}
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

function Head({ of, words }: { readonly of: Dataset; readonly words: AtlasWords["countries"] }) {
  return (
    <th scope="col" class="n">
      {of.unit?.startsWith("%") ? words.online : words.offline}
    </th>
  );
}
