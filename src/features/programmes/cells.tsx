/** Programmes side by side, each with the figure that leads it. */
import type { Html } from "../../platform/web/route.ts";
import { Figure } from "./figure.tsx";
import type { ProgrammeCard } from "./queries.ts";

export function ProgrammeCells(props: {
  readonly programmes: readonly ProgrammeCard[];
  readonly lang: string;
  /** A path of the site in the page's language. */
  readonly to: (path: string) => string;
}): Html {
  const { programmes, lang, to } = props;
  if (programmes.length === 0)
    return (
      <p class="stand">
        No programme yet. <a href={to("/take-part#offer")}>Yours can be the first.</a>
      </p>
    );
  return (
    <div class="row">
      {programmes.map(({ slug, title, summary, figures }) => (
        <div class="c3">
          <h3>
            <a href={to(`/programmes/${slug}`)}>{title}</a>
          </h3>
          <p>
            {summary}
            {figures[0] && (
              <>
                {" "}
                <Figure figure={figures[0]} lang={lang} />
              </>
            )}
          </p>
        </div>
      ))}
    </div>
  );
}
