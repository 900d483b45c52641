/** The three measures side by side. Rule PL8: every value with its source, the others in one line. */
import type { Html } from "../../platform/web/route.ts";
import { SourceLink, type Source } from "../../platform/web/sources.tsx";
import { formatDay, formatNumber } from "../../platform/web/words.ts";
import { filled, listed, spoken } from "../../platform/words/inline.tsx";
import { wordsIn } from "./words.ts";
import type { Measures } from "./standing.ts";

interface Line {
  readonly name: string;
  readonly value?: unknown;
  readonly asOf?: string | undefined;
  readonly source?: Source;
}

/** Stands under a heading of its own, what is said and one line of what is not. */
export function MeasuresBlock(props: {
  readonly measures: Measures | undefined;
  /** What else the page does not know, by its name. */
  readonly lacking?: readonly string[];
  /** Where whoever knows can send it. */
  readonly ask?: unknown;
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
  const columns = [
    {
      name: words.seamless,
      lines: [
        lineOf(words.available, seamless.availability, (n) => words.ofTheTime(number(n))),
        lineOf(words.latency, seamless.latency, (n) => `${number(n)} ms`),
        lineOf(words.outages, seamless.outages, said),
      ],
    },
    {
      name: words.secure,
      lines: [
        lineOf(words.encryption, secure.encryption, said),
        lineOf(words.operator, secure.operator, said),
        lineOf(words.updates, secure.updates, said),
        lineOf(words.backupPower, secure.backupPower, said),
      ],
    },
    {
      name: words.affordable,
      lines: [
        lineOf(words.price, price, (n) => (
          <>
            {price?.currency} {number(n)} {said(price?.per ?? "")}
          </>
        )),
        lineOf(words.share, affordable.shareOfIncome, (n) => `${number(n)} %`),
      ],
    },
  ];
  const unsaid = columns.flatMap(({ lines }) => lines.filter(({ value }) => value === undefined));
  const lacking = [...(props.lacking ?? []), ...unsaid.map(({ name }) => name)];
  return (
    <>
      <div class="row">
        {columns.map((column) => (
          <Column {...column} lang={lang} />
        ))}
      </div>
      {lacking.length > 0 && (
        <p class="small">
          {filled(words.notYetKnown, { names: listed(lacking.map(inSentence(lang)), lang) })}{" "}
          {props.ask}
        </p>
      )}
    </>
  );
}

/** A name that began a row, as it stands within a sentence. */
const inSentence = (lang: string) => (name: string) => name.toLocaleLowerCase(lang);

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
  const known = props.lines.filter(({ value }) => value !== undefined);
  if (known.length === 0) return <></>;
  return (
    <div class="c4">
      <h3>{props.name}</h3>
      <dl class="facts">
        {known.map(({ name, value, asOf, source }) => (
          <>
            <dt>{name}</dt>
            <dd>
              {value}
              {asOf !== undefined && `, ${formatDay(asOf, props.lang)}`}
              <br />
              <small>{source && <SourceLink source={source} lang={props.lang} />}</small>
            </dd>
          </>
        ))}
      </dl>
    </div>
  );
}
