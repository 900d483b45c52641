/** The page of search: the field, what has the name, the stories with their words marked, and a way on. Rule Q5. */
import { pathIn } from "../../../platform/web/frame.ts";
import type { Html } from "../../../platform/web/route.ts";
import { directionOf } from "../../../platform/web/words.ts";
import { placeLine, storyPath, walkName } from "../../stories/feature.ts";
import { languageName } from "../../../platform/web/words.ts";
import { PAGE_SIZE, type Hit } from "../find.ts";
import type { Name } from "../names.ts";
import type { Piece } from "../snippet.ts";
import type { SearchWords } from "../words/en.ts";
import { Nothing } from "./nothing.tsx";
import { searchPath, type SearchProps } from "./props.ts";

export function SearchPage(props: SearchProps): Html {
  const { question, found, words } = props;
  const asked = question.words !== "";
  return (
    <>
      <header class="head tight">
        <h1>{words.title}</h1>
      </header>
      <Field {...props} />
      {asked && (
        <p class="stand" role="status">
          {found.wanted.length === 0 ? (
            words.noWords
          ) : (
            <>
              {words.found(found.total)} <q dir="auto">{question.words}</q>
            </>
          )}
        </p>
      )}
      {found.names.length > 0 && <Names {...props} />}
      {found.hits.length > 0 && (
        <section aria-labelledby="stories">
          <h2 class="knot" id="stories">
            {words.stories}
          </h2>
          <ol class="index">
            {found.hits.map((hit) => (
              <StoryHit {...props} hit={hit} />
            ))}
          </ol>
        </section>
      )}
      <Pager {...props} />
      {(!asked || (found.hits.length === 0 && found.names.length === 0)) && <Nothing {...props} />}
    </>
  );
}

function Field({ question, found, words }: SearchProps) {
  return (
    <form class="find" role="search" action="/search">
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
            <option value={lang} lang={lang} selected={lang === question.lang}>
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

function Names({ found, frame, words }: SearchProps) {
  return (
    <section aria-labelledby="names">
      <h2 class="knot" id="names">
        {words.names}
      </h2>
      <ul class="lines">
        {found.names.map((name: Name) => (
          <li>
            <a href={pathIn(frame, frame.language, name.path)} lang={other(frame.language, words)}>
              {name.name}
            </a>{" "}
            <small>
              {words.kinds[name.kind]}
              {name.more !== "" && <span lang={other(frame.language, words)}>: {name.more}</span>}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function StoryHit({ hit, frame, words }: SearchProps & { readonly hit: Hit }) {
  const { card, lang } = hit;
  const foreign = other(lang, words);
  const dir = directionOf(lang) === directionOf(words.lang) ? undefined : directionOf(lang);
  return (
    <li>
      <p lang={other(frame.language, words)}>
        {walkName(frame, card.walk) ?? card.category}
        {card.place && (
          <>
            <br />
            <small>{placeLine(card.place)}</small>
          </>
        )}
      </p>
      <h3 lang={foreign} dir={dir}>
        <a href={storyPath(frame, lang, card.slug)}>
          <Marked pieces={hit.title} />
        </a>
      </h3>
      <p>
        <span lang={foreign} dir={dir}>
          <Marked pieces={hit.snippet} />
        </span>{" "}
        <small>
          <span lang={foreign}>{languageName(lang)}</span>, {words.minutes(card.minutes)}
        </small>
      </p>
    </li>
  );
}

const Marked = ({ pieces }: { readonly pieces: readonly Piece[] }): Html => (
  <>{pieces.map(({ text, marked }) => (marked ? <mark>{text}</mark> : text))}</>
);

function Pager({ question, found, words }: SearchProps) {
  const pages = Math.ceil(found.total / PAGE_SIZE);
  if (pages < 2) return <></>;
  const to = (page: number) => searchPath({ ...question, page });
  return (
    <nav class="chips" aria-label={words.pages}>
      {question.page > 1 && (
        <a href={to(question.page - 1)} rel="prev">
          {words.newer}
        </a>
      )}
      <span>{words.of(question.page, pages)}</span>
      {question.page < pages && (
        <a href={to(question.page + 1)} rel="next">
          {words.older}
        </a>
      )}
    </nav>
  );
}

const other = (lang: string, words: SearchWords): string | undefined =>
  lang === words.lang ? undefined : lang;
