/** Programmes side by side, each with the figure that leads it. */
import type { Html } from "../../platform/web/route.ts";
import { foreign, linked, spoken } from "../../platform/words/inline.tsx";
import { wordsIn } from "./words.ts";
import { Figure } from "./figure.tsx";
import type { ProgrammeCard } from "./queries.ts";

export function ProgrammeCells(props: {
  readonly programmes: readonly ProgrammeCard[];
  readonly lang: string;
  /** The campaign's language, in which programmes are described. */
  readonly own: string;
  /** A path of the site in the page's language. */
  readonly to: (path: string) => string;
}): Html {
  const { programmes, lang, own, to } = props;
  const written = foreign(own, lang);
  if (programmes.length === 0)
    return <p class="stand">{linked(wordsIn(lang).first, to("/take-part#offer"))}</p>;
  return (
    <div class="row">
      {programmes.map(({ slug, title, summary, figures }) => (
        <div class="c3">
          <h3 {...written}>
            <a href={to(`/programmes/${slug}`)}>{title}</a>
          </h3>
          <p>
            {spoken(own, lang, summary)}
            {figures[0] && (
              <>
                {" "}
                <Figure figure={figures[0]} lang={lang} own={own} />
              </>
            )}
          </p>
        </div>
      ))}
    </div>
  );
}
