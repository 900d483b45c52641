/** An original and its translation beside each other, paragraph by paragraph. */
import type { Html } from "../../../platform/web/route.ts";
import type { Draft } from "../../../platform/private/drafts.ts";
import type { WritingWords } from "../words/en.ts";
import { Diff } from "./diff.tsx";
import { Acts } from "./edit.tsx";
import { TranslationFields, type FormProps } from "./form.tsx";

export interface TranslateProps extends FormProps {
  /** Of the translation; before its first saving there is none. */
  readonly draft: Draft | undefined;
  readonly action: string;
  readonly title: string;
  readonly language: string;
  readonly original: Sides & { readonly language: string };
  /** The original when this was translated; absent where nothing stands yet. */
  readonly before: Sides | undefined;
  readonly mayPublish: boolean;
  readonly back: string;
}
interface Sides {
  readonly lang: string;
  readonly title: string;
  readonly summary: string;
  readonly markdown: string;
}

export function TranslatePage(props: TranslateProps): Html {
  const { draft, action, title, language, original, before, words, typed } = props;
  const theirs = [original.title, original.summary, ...paragraphs(original.markdown)];
  const own = [
    typed["title"] ?? "",
    typed["summary"] ?? "",
    ...paragraphs(typed["markdown"] ?? ""),
  ];
  const rows = Math.max(theirs.length, own.length);
  return (
    <>
      <header class="head tight">
        <h1>{words.translateTitle(title, language)}</h1>
        <p class="chips">
          <a href={props.back}>{words.back}</a>
        </p>
      </header>
      <Since now={original} before={before} words={words} />
      <div class="scroll" tabindex={0} role="region" aria-label={words.translate}>
        <table class="sides">
          <thead>
            <tr>
              <th scope="col">{words.originalText(original.language)}</th>
              <th scope="col">{words.translatedText(language)}</th>
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: rows }, (_, i) => (
              <tr>
                <td lang={original.lang}>{theirs[i] ?? ""}</td>
                <td lang={props.lang}>
                  {own[i] || (theirs[i] ? <small lang="en">{words.wanted}</small> : "")}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <form method="post" action={action} id="draft" data-id={draft?.id ?? action}>
        <input type="hidden" name="base" value={String(draft?.version ?? 0)} />
        <TranslationFields {...props} />
        <Acts words={words} mayPublish={props.mayPublish} />
      </form>
    </>
  );
}

function Since({
  now,
  before,
  words,
}: {
  now: Sides;
  before: Sides | undefined;
  words: WritingWords;
}) {
  const whole = ({ title, summary, markdown }: Sides) => `${title}\n\n${summary}\n\n${markdown}`;
  if (!before) return <p>{words.sinceNew}</p>;
  if (whole(now) === whole(before)) return <p>{words.sinceNothing}</p>;
  return (
    <section aria-labelledby="since">
      <h2 class="knot" id="since">
        {words.sinceTitle}
      </h2>
      <p class="hint">{words.compareKey}</p>
      <Diff before={whole(before)} after={whole(now)} lang={now.lang} words={words} />
    </section>
  );
}

const paragraphs = (markdown: string): string[] =>
  markdown.split(/\n{2,}/).filter((one) => one.trim() !== "");
