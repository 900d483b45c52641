/** The three measures side by side. Rule L7: every value with its source, every other one "not known". */
import type { Html } from "../../platform/web/route.ts";
import { SourceLink, type Source } from "../../platform/web/sources.tsx";
import { formatDay, formatNumber } from "../../platform/web/words.ts";
import type { Measures } from "./measures.ts";

interface Line {
  readonly name: string;
  readonly value?: string;
  readonly asOf?: string | undefined;
  readonly source?: Source;
}

/** Stands under a heading of its own; without measures, everything is not known. */
export function MeasuresBlock(props: {
  readonly measures: Measures | undefined;
  readonly lang: string;
}): Html {
  const { measures = {}, lang } = props;
  const { seamless = {}, secure = {}, affordable = {} } = measures;
  const number = (n: number) => formatNumber(n, lang);
  const { price } = affordable;
  return (
    <div class="row">
      <Column
        name="Seamless"
        lang={lang}
        lines={[
          lineOf("Available", seamless.availability, (n) => `${number(n)} % of the time`),
          lineOf("Latency", seamless.latency, (n) => `${number(n)} ms`),
          lineOf("Outages", seamless.outages, String),
        ]}
      />
      <Column
        name="Secure"
        lang={lang}
        lines={[
          lineOf("Encryption", secure.encryption, String),
          lineOf("Operator", secure.operator, String),
          lineOf("Updates", secure.updates, String),
          lineOf("Backup power", secure.backupPower, String),
        ]}
      />
      <Column
        name="Affordable"
        lang={lang}
        lines={[
          lineOf("Price", price, (n) => `${price?.currency} ${number(n)} ${price?.per}`),
          lineOf("Share of income", affordable.shareOfIncome, (n) => `${number(n)} %`),
        ]}
      />
    </div>
  );
}

function lineOf<T>(
  name: string,
  said: { value: T; asOf?: string | undefined; source: Source } | undefined,
  words: (value: T) => string,
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
              <dd class="wanted">not known</dd>
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
