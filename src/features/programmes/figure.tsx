/** A figure of a programme, in a sentence or by itself. Rule PG4: its texture, and beside it the word and who says it. */
import type { Html } from "../../platform/web/route.ts";
import { SourceLink } from "../../platform/web/sources.tsx";
import { formatDay } from "../../platform/web/words.ts";
import { foreign, spoken } from "../../platform/words/inline.tsx";
import { wordsIn } from "./words.ts";
import type { ProgrammeFigure } from "./records.ts";

const texture = ({ state }: ProgrammeFigure): string =>
  state === "evidenced" ? "evidenced" : "claimed";

const stateWords = ({ state }: ProgrammeFigure, lang: string): string => {
  const words = wordsIn(lang);
  return { evidenced: words.evidenced, reported: words.reported, "self-reported": words.claimed }[
    state
  ];
};

/** A sentence begins with it. */
const opening = (value: string, lang: string): string =>
  value.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase(lang));

export function Figure(props: {
  readonly figure: ProgrammeFigure;
  readonly lang: string;
  readonly own: string;
}): Html {
  const { figure, lang, own } = props;
  return (
    <>
      {spoken(
        own,
        lang,
        <>
          <span class={`fig ${texture(figure)}`}>{opening(figure.value, own)}</span> {figure.text}
        </>,
      )}
      , {formatDay(figure.asOf, lang)}.{" "}
      <span class={`state ${texture(figure)}`}>{stateWords(figure, lang)}</span>{" "}
      <span class="small">{figure.saidBy}</span>
    </>
  );
}

/** The figure at one end of the line, who says it and where at the other. */
export function FigurePair(props: {
  readonly figure: ProgrammeFigure;
  readonly lang: string;
  readonly own: string;
  readonly to: (path: string) => string;
}): Html {
  const { figure, lang, own, to } = props;
  const words = wordsIn(lang);
  const evidenced = figure.state === "evidenced";
  return (
    <li class="pair">
      <div>
        <p class={`num mid ${texture(figure)}`} {...foreign(own, lang)}>
          <span>{figure.value}</span>
        </p>
        <p>
          <span class={`state ${texture(figure)}`}>{stateWords(figure, lang)}</span>{" "}
          <time datetime={figure.asOf}>{formatDay(figure.asOf, lang)}</time>
          <br />
          {spoken(own, lang, figure.text)}
        </p>
      </div>
      <p class="tie">
        {evidenced ? words.filed : <a href={to("/take-part#figure")}>{words.send}</a>}
      </p>
      <p>
        {words.saidBy(figure.saidBy)}
        <br />
        <small>
          <SourceLink source={figure.source} lang={lang} />
        </small>
      </p>
    </li>
  );
}
