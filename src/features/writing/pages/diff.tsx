/** Two texts as one: what went and what came. */
import { diffWords } from "../../../engines/diff/diff.ts";
import type { Html } from "../../../platform/web/route.ts";
import type { WritingWords } from "../words/en.ts";

export function Diff(props: {
  readonly before: string;
  readonly after: string;
  readonly lang?: string | undefined;
  readonly words: WritingWords;
}): Html {
  const { before, after, lang, words } = props;
  if (before === after) return <p>{words.same}</p>;
  return (
    <div class="whole diff" lang={lang}>
      {diffWords(before, after).map(({ is, text }) =>
        is === "kept" ? (
          text
        ) : is === "added" ? (
          <ins>
            <span class="vh">{words.added}</span>
            {text}
          </ins>
        ) : (
          <del>
            <span class="vh">{words.removed}</span>
            {text}
          </del>
        ),
      )}
    </div>
  );
}
