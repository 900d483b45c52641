/** Where a question found nothing, or was not asked or answered yet: what may help, and other ways in. */
import { pathIn } from "../../../platform/web/frame.ts";
import type { Html } from "../../../platform/web/route.ts";
import { languageName } from "../../../platform/web/words.ts";
import { Section } from "../../../platform/web/heads.tsx";
import { filled, foreign, linked, spoken } from "../../../platform/words/inline.tsx";
import { searchPath, type SearchProps } from "./props.ts";

export function Nothing({ question, isBusy, frame, lang: page, words }: SearchProps): Html {
  const { lang } = question;
  const isAnswered = question.words !== "" && !isBusy;
  const to = (path: string) => pathIn(frame, page, path);
  // The language stands before the link in every language.
  const [before = "", after = ""] = words.onlyIn.split(/(?=\[)/);
  return (
    <div class="row">
      <Section class="c7" id="hints" title={isAnswered ? words.nothing : words.howTo}>
        {lang !== undefined && isAnswered && (
          <p>
            {filled(before, { language: spoken(lang, words.lang, languageName(lang)) })}
            {linked(after, to(searchPath({ words: question.words, page: 1 })))}
          </p>
        )}
        <ul>
          {words.hints.map((hint) => (
            <li>{hint}</li>
          ))}
        </ul>
      </Section>
      <nav class="c5" aria-labelledby="instead">
        <h2 class="knot" id="instead">
          {words.instead}
        </h2>
        <ul class="lines">
          <li>
            <a href={to("/stories")}>{words.allStories}</a>
          </li>
          <li>
            <a href={to("/atlas")}>{words.atlas}</a>
          </li>
          <li>
            <a href={to("/pledges")}>{words.pledges}</a>
          </li>
          <li>
            <a href={to("/take-part")}>{words.tell}</a>
          </li>
        </ul>
        {frame.topics.length > 0 && (
          <p class="chips">
            {frame.topics.map(({ id, name }) => (
              <a href={to(`/topics/${id}`)} {...foreign(frame.own, words.lang)}>
                {name}
              </a>
            ))}
          </p>
        )}
      </nav>
    </div>
  );
}
