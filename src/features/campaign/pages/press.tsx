/** For those who write about the campaign: its words, its numbers with how sure they are, pictures to take along. Rule C22. */
import { linkIn } from "../../../platform/web/frame.ts";
import { Markdown } from "../../../platform/web/markdown.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatDay, formatNumber } from "../../../platform/web/words.ts";
import { Section } from "../../../platform/web/heads.tsx";
import { filled, foreign, linked, spoken } from "../../../platform/words/inline.tsx";
import type { FreePage } from "../records.ts";
import { CARDS, FORMATS } from "../press-cards.ts";
import { GoalAndPledges } from "./goal.tsx";
import type { FrontProps } from "./props.ts";

export function PressPage(
  props: FrontProps & {
    readonly page: FreePage | undefined;
    /** Of the written page. */
    readonly pageLang: string;
    readonly contact?: string;
  },
): Html {
  const { front, request, to, page, pageLang, contact, words: all } = props;
  const { frame, today } = request;
  const { lang, press: words } = all;
  const own = foreign(frame.own, lang);
  const { campaign, stories, places } = front;
  return (
    <>
      <header class="row head">
        <h1 class="c10">{page ? spoken(pageLang, lang, page.title) : words.title}</h1>
        <p class="stand c8">
          {page?.summary === undefined ? words.about : spoken(pageLang, lang, page.summary)}
        </p>
      </header>
      <Section id="boiler" title={words.ownWords} mini>
        <p {...own}>
          <strong>
            {frame.name}: {frame.claim}.
          </strong>{" "}
          {frame.purpose}
          {campaign && ` ${campaign.doGood} ${campaign.tellTheWorld}`} {frame.independence}
        </p>
        <p>
          {contact === undefined
            ? linked(words.imprint, to("/imprint"))
            : filled(words.contact, { contact: <a href={`mailto:${contact}`}>{contact}</a> })}
        </p>
      </Section>
      {page && (
        <div class="prose" {...foreign(pageLang, lang)}>
          <Markdown text={page.markdown} lang={pageLang} to={linkIn(request.frame, request.lang)} />
        </div>
      )}
      <GoalAndPledges {...props} figures />
      <p>
        {words.figures(
          formatNumber(stories, lang),
          formatNumber(places, lang),
          formatDay(today, lang),
        )}
      </p>
      <Section id="cite" title={words.cite} mini>
        <p>
          {filled(words.citeIs, { name: <bdi>{frame.name}</bdi> })}{" "}
          <a href={to("/data")}>{words.data}</a>
        </p>
      </Section>
      <Section id="cards" title={words.cards} mini>
        <p>{words.cardsAre}</p>
        <ul class="lines">
          {CARDS.map(({ name, width, height }) => (
            <li>
              {words.cardWords[name]}
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
            {words.mark}
            <small>
              <a href="/press/mark.svg" download="mark.svg">
                SVG
              </a>
            </small>
          </li>
        </ul>
      </Section>
    </>
  );
}
