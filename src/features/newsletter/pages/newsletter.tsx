/** A newsletter in the archive, and the list of them. Rule U15. */
import { foreign } from "../../../platform/words/inline.tsx";
import { PageHead } from "../../../platform/web/heads.tsx";
import { Markdown } from "../../../platform/web/markdown.tsx";
import { Picture } from "../../../platform/web/picture.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import type { ShownNewsletter, ShownPart } from "../composing/parts.ts";
import type { NewsletterWords } from "../composing/words.ts";

interface Props {
  readonly words: NewsletterWords;
  /** Of the page. */
  readonly lang: string;
  readonly to: (path: string) => string;
}

export function NewsletterMain(
  props: Props & { readonly shown: ShownNewsletter; readonly published: string },
): Html {
  const { shown, published, words, lang, to } = props;
  return (
    <article>
      <div {...foreign(shown.lang, lang)}>
        <PageHead title={shown.title} stand={shown.summary === "" ? undefined : shown.summary} />
      </div>
      <p class="meta">
        <span>{words.sentOn(formatDay(published, words.lang))}</span>
      </p>
      <NewsletterParts {...props} />
      <p class="chips">
        <a href={to("/newsletters")}>{words.all}</a>
        <a href={to("/updates")}>{words.subscribe}</a>
      </p>
    </article>
  );
}

export const NewsletterParts = (props: Props & { readonly shown: ShownNewsletter }): Html => (
  <>
    {props.shown.parts.map((part) => (
      <PartOf {...props} part={part} />
    ))}
  </>
);

function PartOf({
  part,
  shown,
  words,
  lang,
  to,
}: Props & { readonly part: ShownPart; readonly shown: ShownNewsletter }) {
  if (part.is === "words")
    return (
      <div class="prose" {...foreign(shown.lang, lang)}>
        <Markdown text={part.markdown} lang={shown.lang} to={to} />
      </div>
    );
  if (part.is === "photo")
    return (
      <div {...foreign(part.lang, lang)}>
        <Picture
          picture={part.picture}
          title={part.picture.alt || words.photo}
          lang={lang}
          inline
        />
      </div>
    );
  return (
    <section {...foreign(part.lang, lang)}>
      <h2 class="knot mini">
        <a href={to(part.path)}>{part.title}</a>
      </h2>
      {part.line !== "" && (
        <p class="meta">
          <span>{part.line}</span>
        </p>
      )}
      {part.summary !== "" && <p>{part.summary}</p>}
    </section>
  );
}

interface Line {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly lang: string;
  readonly published: string;
}

export function NewslettersMain({
  lines,
  words,
  lang,
  to,
}: Props & { readonly lines: readonly Line[] }): Html {
  return (
    <>
      <PageHead title={words.title} stand={words.description} />
      {lines.length === 0 ? (
        <p class="stand">{words.none}</p>
      ) : (
        <ol class="index">
          {lines.map((line) => (
            <li>
              <p>
                <small>{formatDay(line.published, words.lang)}</small>
              </p>
              <h3 {...foreign(line.lang, lang)}>
                <a href={to(`/newsletters/${line.slug}`)}>{line.title}</a>
              </h3>
              {line.summary !== "" && <p {...foreign(line.lang, lang)}>{line.summary}</p>}
            </li>
          ))}
        </ol>
      )}
      <p>
        <a class="more" href={to("/updates")}>
          {words.subscribe}
        </a>
      </p>
    </>
  );
}
