/** Beside the form of a translation: its original, field by field, and what changed in it since. */
import type { Child } from "hono/jsx";
import type { Html } from "../../../platform/web/route.ts";
import { directionOf } from "../../../platform/web/words.ts";
import type { WritingWords } from "../words.ts";
import { Diff } from "./diff.tsx";

export interface Sides {
  readonly lang: string;
  readonly title: string;
  readonly summary: string;
  /** The next step. */
  readonly ask?: string | undefined;
  /** The number that introduces it, and what it is of. */
  readonly figure?: string | undefined;
  /** What is not known yet, a question a line. */
  readonly questions?: string | undefined;
  readonly markdown: string;
}
export interface Beside {
  readonly now: Sides;
  /** The original when this was translated; absent where no translation stands yet. */
  readonly before: Sides | undefined;
  /** Its name. */
  readonly language: string;
}

/** A field of a translation with the words of the original before it; side by side where there is room. */
export function WithOriginal(props: {
  readonly beside: Beside | undefined;
  readonly name: "title" | "summary" | "ask" | "figure" | "questions" | "markdown";
  readonly words: WritingWords;
  readonly children: Child;
}): Html {
  const { beside, name, words, children } = props;
  if (!beside) return <>{children}</>;
  const { now, language } = beside;
  const label = `${words.originalText(language)}: ${words.fields[name === "figure" ? "figure_number" : name]}`;
  return (
    <div class="sides">
      <div class="field">
        <b>{label}</b>
        <div
          class="original"
          lang={now.lang}
          dir={directionOf(now.lang)}
          {...(name === "markdown" && { tabindex: 0, role: "region", "aria-label": label })}
        >
          {now[name]}
        </div>
      </div>
      {children}
    </div>
  );
}

export function Since({ beside, words }: { beside: Beside; words: WritingWords }): Html {
  const { now, before } = beside;
  const whole = ({ title, summary, ask, figure, questions, markdown }: Sides) =>
    [title, summary, ask, figure, questions, markdown].filter(Boolean).join("\n\n");
  if (!before) return <p class="aside">{words.sinceNew}</p>;
  if (whole(now) === whole(before)) return <p class="aside">{words.sinceNothing}</p>;
  return (
    <details open>
      <summary>{words.sinceTitle}</summary>
      <p class="hint">{words.compareKey}</p>
      <Diff before={whole(before)} after={whole(now)} lang={now.lang} words={words} />
    </details>
  );
}
