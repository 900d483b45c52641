/** The page of search: the field, what has the name, the stories with their words marked, and a way on. Rule Q5. */
import { pathIn } from "../../../platform/web/frame.ts";
import type { Html } from "../../../platform/web/route.ts";
import {
  countryName,
  formatMinutes,
  formatNumber,
  languageName,
} from "../../../platform/web/words.ts";
import { PlainHead, Section } from "../../../platform/web/heads.tsx";
import { filled, foreign, spoken } from "../../../platform/words/inline.tsx";
import { placeLine, storyPath, walkName } from "../../stories/api.ts";
import { PAGE_SIZE, type Hit } from "../find.ts";
import type { Name } from "../names.ts";
import type { Piece } from "../snippet.ts";
import { Nothing } from "./nothing.tsx";
import { searchPath, type SearchProps } from "./props.ts";

export function SearchPage(props: SearchProps): Html {
  const { question, found, isBusy, words } = props;
  const asked = question.words !== "";
  return (
    <>
      <PlainHead title={words.title} />
      <Field {...props} />
      {asked && (
        <p class="stand" role="status">
          {isBusy ? (
            words.busy
          ) : found.asked.length === 0 ? (
            words.noWords
          ) : (
            <>
              {filled(
                found.total === 0 || found.nearest ? words.foundNone : words.found(found.total),
                { q: <q dir="auto">{question.words}</q> },
              )}
            </>
          )}
        </p>
      )}
      {found.nearest && <Instead {...props} />}
      {found.names.length > 0 && <Names {...props} />}
      {found.hits.length > 0 && (
        <Section id="stories" title={words.stories}>
          <ol class="index">
            {found.hits.map((hit) => (
              <StoryHit {...props} hit={hit} />
            ))}
          </ol>
        </Section>
      )}
      <Pager {...props} />
      {(!asked || found.nearest || (found.hits.length === 0 && found.names.length === 0)) && (
        <Nothing {...props} />
      )}
    </>
  );
}

/** What is shown in place of what was asked for. */
function Instead({ question, found, frame, lang, words }: SearchProps) {
  const other = found.nearest?.words;
  if (other === undefined) return <p>{words.someWords}</p>;
  const to = pathIn(frame, lang, searchPath({ ...question, words: other, page: 1 }));
  return (
    <p>
      {filled(words.otherWords, {
        words: (
          <a href={to}>
            <q dir="auto">{other}</q>
          </a>
        ),
      })}
    </p>
  );
}

function Field({ question, found, frame, lang: page, words }: SearchProps) {
  return (
    <form class="find" role="search" action={pathIn(frame, page, "/search")}>
      <div class="field">
        <label for="q">{words.field}</label>
        <input
          id="q"
          name="q"
          type="search"
          value={question.words}
          dir="auto"
          maxlength={200}
          autocomplete="off"
          enterkeyhint="search"
          required
        />
      </div>
      <div class="field">
        <label for="lang">{words.languageField}</label>
        <select id="lang" name="lang">
          <option value="">{words.anyLanguage}</option>
          {found.languages.map((lang) => (
            <option value={lang} {...foreign(lang, words.lang)} selected={lang === question.lang}>
              {languageName(lang)}
            </option>
          ))}
        </select>
      </div>
      <button class="button">{words.button}</button>
      <p class="small">{words.promise}</p>
    </form>
  );
}

function Names({ found, frame, lang, words }: SearchProps) {
  const own = foreign(frame.own, words.lang);
  return (
    <Section id="names" title={found.isSaid ? words.described : words.names}>
      <ul class="lines">
        {found.names.map((name: Name) => (
          <li>
            <a href={pathIn(frame, lang, name.path)} {...own}>
              {name.name}
            </a>{" "}
            <small>
              {name.more === "" && name.country === undefined
                ? words.kinds[name.kind]
                : filled(words.of(words.kinds[name.kind], "{more}"), {
                    more: (
                      <>
                        <span {...own}>{name.more}</span>
                        {name.country !== undefined && (
                          <>
                            {name.more !== "" && ", "}
                            {countryName(name.country, words.lang)}
                          </>
                        )}
                      </>
                    ),
                  })}
            </small>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function StoryHit({ hit, frame, words }: SearchProps & { readonly hit: Hit }) {
  const { card, lang, at } = hit;
  const told = foreign(lang, words.lang);
  return (
    <li>
      <p>
        {spoken(frame.own, words.lang, walkName(frame, card.walk) ?? card.category)}
        {card.place && (
          <>
            <br />
            <small>{placeLine(card.place)}</small>
          </>
        )}
      </p>
      <h3 {...told}>
        <a href={storyPath(frame, at, card.slug)}>
          <Marked pieces={hit.title} />
        </a>
      </h3>
      <p {...told}>
        <Marked pieces={hit.snippet} />{" "}
        <small {...foreign(words.lang, lang)}>
          {spoken(card.lang, words.lang, languageName(card.lang))},{" "}
          {formatMinutes(card.minutes, words.lang)}
        </small>
      </p>
    </li>
  );
}

const Marked = ({ pieces }: { readonly pieces: readonly Piece[] }): Html => (
  <>{pieces.map(({ text, marked }) => (marked ? <mark>{text}</mark> : text))}</>
);

function Pager({ question, found, frame, lang, words }: SearchProps) {
  const pages = Math.ceil(found.total / PAGE_SIZE);
  if (pages < 2) return <></>;
  const to = (page: number) => pathIn(frame, lang, searchPath({ ...question, page }));
  const number = (n: number) => formatNumber(n, words.lang);
  return (
    <nav class="chips" aria-label={words.pages}>
      {found.page > 1 && (
        <a href={to(found.page - 1)} rel="prev">
          {words.newer}
        </a>
      )}
      <span>{words.pageOf(number(found.page), number(pages))}</span>
      {found.page < pages && (
        <a href={to(found.page + 1)} rel="next">
          {words.older}
        </a>
      )}
    </nav>
  );
}
