/** The page of the desk's help. */
import type { Term } from "../../../platform/accounts/glossary.ts";
import { idOf } from "../../../platform/accounts/menu.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { PlainHead, Section } from "../../../platform/web/heads.tsx";
import type { HelpWords } from "./words.ts";

export interface FoundHelp {
  readonly pages: readonly {
    readonly path: string;
    readonly title: string;
    readonly help: string;
  }[];
  readonly terms: readonly { readonly term: Term; readonly word: string; readonly means: string }[];
}

export function HelpMain(
  props: FoundHelp & {
    readonly words: HelpWords;
    readonly lang: string;
    /** What is looked for; empty for everything. */
    readonly asked: string;
  },
): Html {
  const { words, asked, pages, terms } = props;
  const count = pages.length + terms.length;
  return (
    <>
      <PlainHead title={words.title} stand={words.stand} />
      <form method="get" action="/desk/help" role="search">
        <div class="field">
          <label for="q">{words.search}</label>
          <input id="q" name="q" type="search" value={asked} maxlength={100} dir="auto" />
        </div>
        <p class="acts">
          <button type="submit">{words.find}</button>
          {asked !== "" && <a href="/desk/help">{words.all}</a>}
        </p>
      </form>
      {asked !== "" && <p role="status">{count === 0 ? words.none(asked) : words.found(count)}</p>}
      {pages.length > 0 && (
        <Section id="pages" title={words.pages} mini>
          <dl class="helps">
            {pages.map(({ path, title, help }) => (
              <>
                <dt id={idOf(path)}>{path.includes(":") ? title : <a href={path}>{title}</a>}</dt>
                <dd>{help}</dd>
              </>
            ))}
          </dl>
        </Section>
      )}
      {terms.length > 0 && (
        <Section id="words" title={words.words} mini>
          <dl class="helps">
            {terms.map(({ term, word, means }) => (
              <>
                <dt id={term}>{word}</dt>
                <dd>{means}</dd>
              </>
            ))}
          </dl>
        </Section>
      )}
    </>
  );
}
