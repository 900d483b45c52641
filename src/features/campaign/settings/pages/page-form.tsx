/** A free page as owners write it: title, summary, Markdown. */
import type { Problems, Typed } from "../../../../platform/sent/sort.ts";
import { Hint, Line, NothingSent, Problem, Said } from "../../../../platform/web/form-fields.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import { frontWordsIn } from "../front-words.ts";
import type { SettingsWords } from "../words.ts";

export function PageForm(props: {
  readonly words: SettingsWords;
  readonly lang: string;
  /** The campaign's own language, in which its pages are. */
  readonly own: string;
  /** Undefined for a new one, whose address is typed. */
  readonly slug: string | undefined;
  readonly typed: Typed;
  readonly problems: Problems;
  readonly base: string;
  /** Whether it stands. */
  readonly isWritten: boolean;
  readonly done?: string | undefined;
  readonly trouble?: string | undefined;
}): Html {
  const { words, lang, own, slug, typed, problems, base, isWritten, done, trouble } = props;
  const { pages: w } = words;
  const wrong = problems["markdown"] !== undefined;
  const at = slug === undefined ? "/desk/settings/new-page" : `/desk/settings/pages/${slug}`;
  return (
    <>
      <header class="head tight">
        <h1>{slug === undefined ? w.fresh : <bdi lang={own}>{typed["title"] || slug}</bdi>}</h1>
        {slug !== undefined && (
          <p class="meta" dir="ltr">
            /pages/{slug}
          </p>
        )}
      </header>
      {done !== undefined && <Said>{done}</Said>}
      <NothingSent heading={words.nothingSaved} problems={problems} trouble={trouble} lang={lang} />
      <form method="post" action={at}>
        <input type="hidden" name="base" value={base} />
        {slug === undefined && (
          <Line name="slug" typed={typed} problems={problems} maxlength={80}>
            {w.slug}
            <Hint>{w.slugHint}</Hint>
          </Line>
        )}
        <Line name="title" typed={typed} problems={problems} maxlength={500} required>
          {w.name}
        </Line>
        <Line name="summary" typed={typed} problems={problems} maxlength={5000}>
          {w.summary}
        </Line>
        <div class="field">
          <label for="markdown">{w.text}</label>
          <Problem of="markdown" called={w.text} problems={problems} />
          <textarea
            id="markdown"
            name="markdown"
            rows={24}
            lang={own}
            dir="auto"
            aria-invalid={wrong ? "true" : undefined}
            aria-describedby={wrong ? "markdown-problem" : undefined}
          >
            {typed["markdown"] ?? ""}
          </textarea>
        </div>
        <p class="acts">
          <button type="submit">{w.save}</button>
          {isWritten && <a href={`/pages/${slug}`}>{w.see}</a>}
          {isWritten && <a href={`${at}/versions`}>{frontWordsIn(lang).versions}</a>}
          <a href="/desk/settings">{w.back}</a>
        </p>
      </form>
      {isWritten && (
        <form method="post" action={`${at}/withdraw`}>
          <p>{w.withdrawHint}</p>
          <p class="acts">
            <button type="submit" class="quiet">
              {w.withdraw}
            </button>
          </p>
        </form>
      )}
    </>
  );
}
