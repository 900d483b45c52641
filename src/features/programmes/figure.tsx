/** A figure of a programme, in a sentence or by itself. Rule G4: its texture, and beside it the word and who says it. */
import type { Html } from "../../platform/web/route.ts";
import { SourceLink } from "../../platform/web/sources.tsx";
import { formatDay } from "../../platform/web/words.ts";
import type { ProgrammeFigure } from "./fold.ts";

const texture = ({ state }: ProgrammeFigure): string =>
  state === "evidenced" ? "evidenced" : "claimed";

export function Figure(props: { readonly figure: ProgrammeFigure; readonly lang: string }): Html {
  const { figure, lang } = props;
  return (
    <>
      <span class={`fig ${texture(figure)}`}>{figure.value}</span> {figure.text},{" "}
      {formatDay(figure.asOf, lang)}. <span class={`state ${texture(figure)}`}>{figure.state}</span>{" "}
      <span class="small">{figure.saidBy}</span>
    </>
  );
}

/** The figure at one end of the line, who says it and where at the other. */
export function FigurePair(props: {
  readonly figure: ProgrammeFigure;
  readonly lang: string;
  readonly to: (path: string) => string;
}): Html {
  const { figure, lang, to } = props;
  const evidenced = figure.state === "evidenced";
  return (
    <li class="pair">
      <div>
        <p class={`num mid ${texture(figure)}`}>
          <span>{figure.value}</span>
        </p>
        <p>
          <span class={`state ${texture(figure)}`}>{figure.state}</span>{" "}
          <time datetime={figure.asOf}>{formatDay(figure.asOf, lang)}</time>
          <br />
          {figure.text}
        </p>
      </div>
      <p class="tie">
        {evidenced ? (
          "evidence filed"
        ) : (
          <a href={to("/take-part#figure")}>Have evidence? Send it</a>
        )}
      </p>
      <p>
        Said by {figure.saidBy}
        <br />
        <small>
          <SourceLink source={figure.source} lang={lang} />
        </small>
      </p>
    </li>
  );
}
