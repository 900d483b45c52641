/** A free page as it was written. */
import { Markdown } from "../../../platform/web/markdown.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { languageName } from "../../../platform/web/words.ts";
import { filled, foreign, spoken } from "../../../platform/words/inline.tsx";
import type { FreePage } from "../records.ts";
import { wordsIn } from "../words.ts";

/** `note` stands under the text: that the campaign is independent of whom it names. `beside` stands beside it. */
export function WrittenPage({
  page,
  lang,
  around = lang,
  asked = around,
  behind,
  to,
  note,
  beside,
}: {
  page: FreePage;
  lang: string;
  /** The language of what stands around it. */
  around?: string;
  /** That of the address, which the interface may lack. */
  asked?: string;
  /** It is a translation of what the page said before. */
  behind?: boolean | undefined;
  /** Where its links to this site lead. */
  to?: (path: string) => string;
  note?: string;
  beside?: Html;
}): Html {
  const { free } = wordsIn(around);
  // On a wide screen its headings stand beside what they head.
  const hung = beside === undefined && /^## /m.test(page.markdown);
  const prose = (
    <div class={hung ? "prose hung" : "prose"}>
      <Markdown
        text={page.markdown}
        lang={lang}
        {...(to && { to })}
        picture={(name) => page.pictures?.find((one) => one.name === name)}
      />
    </div>
  );
  return (
    <article {...foreign(lang, around)}>
      <header class="row head">
        <h1 class="c10">{page.title}</h1>
        {page.summary !== undefined && <p class="stand c8">{page.summary}</p>}
        {lang !== asked && (
          <p class="small c8" {...foreign(around, lang)}>
            {filled(free.onlyIn, { language: spoken(lang, around, languageName(lang)) })}
          </p>
        )}
        {behind && (
          <p class="small c8" {...foreign(around, lang)}>
            {free.behind}
          </p>
        )}
      </header>
      {beside === undefined ? (
        prose
      ) : (
        <div class="row body">
          <div class="c8">{prose}</div>
          <div {...foreign(around, lang)}>{beside}</div>
        </div>
      )}
      {note !== undefined && note !== "" && (
        <p class="aside" {...foreign(around, lang)}>
          {note}
        </p>
      )}
    </article>
  );
}
