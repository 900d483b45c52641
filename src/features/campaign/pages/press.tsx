/** For those who write about the campaign: its words, its numbers with how sure they are, pictures to take along. Rule C22. */
import { Markdown } from "../../../platform/web/markdown.tsx";
import type { Html } from "../../../platform/web/route.ts";
import type { FreePage } from "../fold.ts";
import { CARDS, FORMATS } from "../press-cards.ts";
import { GoalAndPledges } from "./goal.tsx";
import type { FrontProps } from "./props.ts";

export function PressPage(
  props: FrontProps & { readonly page: FreePage | undefined; readonly contact?: string },
): Html {
  const { front, request, to, page, contact } = props;
  const { frame, lang, today } = request;
  const { campaign, stories, places } = front;
  return (
    <>
      <header class="row head">
        <h1 class="c10">{page?.title ?? "Press"}</h1>
        <p class="stand c8">
          {page?.summary ?? "What this is, how to cite it, and pictures to take along."}
        </p>
      </header>
      <section aria-labelledby="boiler">
        <h2 class="knot mini" id="boiler">
          In its own words
        </h2>
        <p>
          <strong>
            {frame.name}: {frame.claim}.
          </strong>{" "}
          {frame.purpose}
          {campaign && ` ${campaign.doGood} ${campaign.tellTheWorld}`} {frame.independence}
        </p>
        <p>
          {contact === undefined ? (
            <>
              Who runs this copy stands in the <a href={to("/imprint")}>imprint</a>.
            </>
          ) : (
            <>
              Contact: <a href={`mailto:${contact}`}>{contact}</a>
            </>
          )}
        </p>
      </section>
      {page && (
        <div class="prose">
          <Markdown text={page.markdown} lang={lang} />
        </div>
      )}
      <GoalAndPledges {...props} />
      <p>
        {stories} stories, from {places.length} places on the map of the front page, as of {today}.
        Each figure above leads to its sources.
      </p>
      <section aria-labelledby="cite">
        <h2 class="knot mini" id="cite">
          How to cite
        </h2>
        <p>
          Author of the page, “title of the page”, {frame.name}, the day it was published, its
          address, the day you read it. For a figure: who says it, on which day, of which date it
          speaks, and its state.{" "}
          <a href={to("/data")}>Data, licence and an address for each record</a>
        </p>
      </section>
      <section aria-labelledby="cards">
        <h2 class="knot mini" id="cards">
          Pictures to take along
        </h2>
        <p>Drawn from public land data and the campaign’s own words; each is at most 30 kB.</p>
        <ul class="lines">
          {CARDS.map(({ name, words, width, height }) => (
            <li>
              {words}
              <small>
                {width} × {height}:{" "}
                {FORMATS.map((format, i) => (
                  <>
                    {i > 0 && ", "}
                    <a href={`/press/${name}.${format}`} download={`${name}.${format}`}>
                      {format.toUpperCase()}
                    </a>
                  </>
                ))}
              </small>
            </li>
          ))}
          <li>
            The mark
            <small>
              <a href="/press/mark.svg" download="mark.svg">
                SVG
              </a>
            </small>
          </li>
        </ul>
      </section>
    </>
  );
}
