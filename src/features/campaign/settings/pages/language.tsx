/** The texts of the campaign, or one of its free pages, in two columns: as they are, and in another language. */
import type { Problems, Typed } from "../../../../platform/sent/sort.ts";
import {
  Choice,
  Line,
  NothingSent,
  Problem,
  Said,
  Tick,
} from "../../../../platform/web/form-fields.tsx";
import { PlainHead, Section } from "../../../../platform/web/heads.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import { directionOf, formatNumber, localeOf } from "../../../../platform/web/words.ts";
import type { FreePage } from "../../records.ts";
import { textField } from "../language-fields.ts";
import type { LanguageWords } from "../language-words.ts";

const MAY_SCROLL = 150; // characters: on a narrow phone a longer text has to be scrolled, by keyboard, too

/** As the desk's language calls it. */
export const languageIn = (tag: string, lang: string): string =>
  new Intl.DisplayNames(localeOf(lang), { type: "language" }).of(tag) ?? tag;

interface Both {
  readonly words: LanguageWords;
  readonly lang: string;
  readonly into: string;
  /** The campaign's own language. */
  readonly own: string;
  readonly typed: Typed;
  readonly problems: Problems;
  readonly base: string;
  readonly done?: string | undefined;
  readonly trouble?: string | undefined;
}

interface Text {
  readonly key: string;
  readonly text: string;
  readonly isMachine: boolean;
  readonly isStale: boolean;
}

export function LanguagePage(
  props: Both & {
    readonly texts: readonly Text[];
    readonly pages: readonly {
      readonly slug: string;
      readonly title: string;
      readonly state: keyof LanguageWords["pageStates"];
    }[];
  },
): Html {
  const { words: w, lang, into, own, texts, pages, typed, problems, base } = props;
  const said = texts.filter(({ isStale }, n) => !isStale && (typed[textField(n)] ?? "") !== "");
  const [done, of] = [said.length, texts.length].map((one) => formatNumber(one, lang));
  return (
    <>
      <PlainHead title={w.title(languageIn(into, lang))} stand={w.intro} />
      {props.done !== undefined && <Said>{props.done}</Said>}
      <NothingSent
        heading={w.nothingSaved}
        problems={problems}
        trouble={props.trouble}
        lang={lang}
      />
      <p>{w.done(done!, of!)}</p>
      <form method="post" action={`/desk/settings/languages/${into}`}>
        <input type="hidden" name="base" value={base} />
        {texts.map((one, n) => (
          <OneText one={one} n={n} {...props} />
        ))}
        {texts.some(({ isMachine, isStale }) => isMachine || isStale) && (
          <Tick name="reviewed" typed={typed} problems={problems}>
            {w.reviewed}
          </Tick>
        )}
        <p class="acts">
          <button type="submit">{w.save}</button>
          <a href={`/${into}`}>{w.see}</a>
          <a href="/desk/settings">{w.toSettings}</a>
        </p>
      </form>
      {pages.length > 0 && (
        <Section id="pages" title={w.pages} mini>
          <ul class="lines">
            {pages.map(({ slug, title, state }) => (
              <li>
                <a href={`/desk/settings/pages/${slug}/languages/${into}`}>
                  <bdi lang={own}>{title}</bdi>
                </a>
                <small>{w.pageStates[state]}</small>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function OneText(props: Both & { readonly one: Text; readonly n: number }): Html {
  const { words: w, lang, into, own, typed, problems, n } = props;
  const { text, isMachine, isStale } = props.one;
  const name = textField(n);
  return (
    <div class="sides">
      <div class="field">
        <b>{w.original}</b>
        <div
          class="original"
          id={`original-${n}`}
          lang={own}
          dir={directionOf(own)}
          {...(text.length > MAY_SCROLL && {
            tabindex: 0,
            role: "region",
            "aria-label": `${w.original}: ${text.slice(0, 60)}`,
          })}
        >
          {text}
        </div>
      </div>
      <div class="field">
        <label for={name}>
          {languageIn(into, lang)}
          <span class="vh">: {text.slice(0, 60)}</span>
          {isStale && <span class="hint">{w.stale}</span>}
          {isMachine && <span class="hint">{w.machine}</span>}
        </label>
        <Problem of={name} called={text.slice(0, 60)} problems={problems} />
        <textarea
          id={name}
          name={name}
          rows={Math.min(8, 1 + Math.floor(text.length / 60))}
          maxlength={5000}
          lang={into}
          dir={directionOf(into)}
          aria-invalid={problems[name] === undefined ? undefined : "true"}
          aria-describedby={
            problems[name] === undefined ? `original-${n}` : `${name}-problem original-${n}`
          }
        >
          {typed[name] ?? ""}
        </textarea>
      </div>
    </div>
  );
}

export function PageInLanguage(
  props: Both & {
    readonly slug: string;
    readonly page: FreePage;
    readonly isThere: boolean;
    readonly isBehind: boolean;
  },
): Html {
  const { words: w, lang, into, slug, page, typed, problems, base } = props;
  const { title, summary, markdown } = page;
  return (
    <>
      <PlainHead title={w.page(title, languageIn(into, lang))} />
      {props.done !== undefined && <Said>{props.done}</Said>}
      <NothingSent
        heading={w.nothingSaved}
        problems={problems}
        trouble={props.trouble}
        lang={lang}
      />
      {props.isBehind && <p class="aside">{w.pageStates.behind}</p>}
      <form method="post" action={`/desk/settings/pages/${slug}/languages/${into}`}>
        <input type="hidden" name="base" value={base} />
        <Beside {...props} name="title" text={title} called={w.pageTitle} rows={1} />
        <Beside {...props} name="summary" text={summary ?? ""} called={w.pageSummary} rows={3} />
        <Beside {...props} name="markdown" text={markdown} called={w.pageText} rows={24} />
        <Choice
          name="state"
          typed={typed}
          problems={problems}
          options={Object.entries(w.states)}
          lang={lang}
          required
        >
          {w.state}
        </Choice>
        <Line name="translator" typed={typed} problems={problems} maxlength={500}>
          {w.translator}
        </Line>
        <p class="acts">
          <button type="submit">{w.savePage}</button>
          {props.isThere && <a href={`/${into}/pages/${slug}`}>{w.see}</a>}
          <a href={`/desk/settings/languages/${into}`}>{w.back}</a>
        </p>
      </form>
    </>
  );
}

function Beside(
  props: Pick<Both, "words" | "own" | "into" | "typed" | "problems"> & {
    readonly name: "title" | "summary" | "markdown";
    readonly text: string;
    readonly called: string;
    readonly rows: number;
  },
): Html {
  const { words: w, own, into, typed, problems, name, text, called, rows } = props;
  const isWrong = problems[name] !== undefined;
  const isLong = name === "markdown";
  const label = `${w.original}: ${called}`;
  return (
    <div class="sides">
      <div class="field">
        <b>{label}</b>
        <div
          class="original"
          lang={own}
          dir={directionOf(own)}
          {...(isLong && { tabindex: 0, role: "region", "aria-label": label })}
        >
          {text}
        </div>
      </div>
      <div class="field">
        <label for={name}>{called}</label>
        <Problem of={name} called={called} problems={problems} />
        <textarea
          id={name}
          name={name}
          rows={rows}
          maxlength={isLong ? 200_000 : name === "title" ? 500 : 5000}
          lang={into}
          dir={directionOf(into)}
          aria-invalid={isWrong ? "true" : undefined}
          aria-describedby={isWrong ? `${name}-problem` : undefined}
        >
          {typed[name] ?? ""}
        </textarea>
      </div>
    </div>
  );
}
