/** The three measures side by side. Rule PL8: every value with its source, every other one "not known". */
import type { Html } from "../../platform/web/route.ts";
import { SourceLink, type Source } from "../../platform/web/sources.tsx";
import { formatDay, formatNumber } from "../../platform/web/words.ts";
import { spoken } from "../../platform/words/inline.tsx";
import { wordsIn } from "./words.ts";
import type { Measures } from "./standing.ts";

interface Line {
  readonly name: string;
  readonly value?: unknown;
  readonly asOf?: string | undefined;
  readonly source?: Source;
}

/** Stands under a heading of its own; without measures, everything is not known. */
export function MeasuresBlock(props: {
  readonly measures: Measures | undefined;
  readonly lang: string;
  /** The language in which they were said. */
  readonly own?: string;
}): Html {
  const { measures = {}, lang, own = lang } = props;
  const words = wordsIn(lang).measures;
  const said = (text: string) => spoken(own, lang, text);
  const { seamless = {}, secure = {}, affordable = {} } = measures;
  const number = (n: number) => formatNumber(n, lang);
  const { price } = affordable;
  return (
    <div class="row">
      <Column
        name={words.seamless}
        lang={lang}
        lines={[
          lineOf(words.available, seamless.availability, (n) => words.ofTheTime(number(n))),
          lineOf(words.latency, seamless.latency, (n) => `${number(n)} ms`),
          lineOf(words.outages, seamless.outages, said),
        ]}
      />
      <Column
        name={words.secure}
        lang={lang}
        lines={[
          lineOf(words.encryption, secure.encryption, said),
          lineOf(words.operator, secure.operator, said),
          lineOf(words.updates, secure.updates, said),
          lineOf(words.backupPower, secure.backupPower, said),
        ]}
      />
      <Column
        name={words.affordable}
        lang={lang}
        lines={[
          lineOf(words.price, price, (n) => (
            <>
              {price?.currency} {number(n)} {said(price?.per ?? "")}
            </>
          )),
          lineOf(words.share, affordable.shareOfIncome, (n) => `${number(n)} %`),
        ]}
      />
    </div>
  );
}

function lineOf<T>(
  name: string,
  said: { value: T; asOf?: string | undefined; source: Source } | undefined,
  words: (value: T) => unknown,
): Line {
  if (!said) return { name };
  return { name, value: words(said.value), asOf: said.asOf, source: said.source };
}

function Column(props: {
  readonly name: string;
  readonly lines: readonly Line[];
  readonly lang: string;
}) {
  return (
    <div class="c4">
      <h3>{props.name}</h3>
      <dl class="facts">
        {props.lines.map(({ name, value, asOf, source }) => (
          <>
            <dt>{name}</dt>
            {value === undefined ? (
              <dd class="wanted">{wordsIn(props.lang).measures.notKnown}</dd>
            ) : (
              <dd>
                {value}
                {asOf !== undefined && `, ${formatDay(asOf, props.lang)}`}
                <br />
                <small>{source && <SourceLink source={source} lang={props.lang} />}</small>
              </dd>
            )}
          </>
        ))}
      </dl>
    </div>
  );
}
