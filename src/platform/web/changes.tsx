/** Two texts as one: what went and what came. */
import { diffWords } from "../../engines/diff/diff.ts";
import type { Html } from "./route.ts";

export const Changes = (props: {
  readonly before: string;
  readonly after: string;
  readonly lang?: string | undefined;
  /** What is said before words that came, and that went, to those who do not see it. */
  readonly words: { readonly added: string; readonly removed: string };
}): Html => (
  <div class="whole diff" lang={props.lang} dir="auto">
    {diffWords(props.before, props.after).map(({ is, text }) =>
      is === "kept" ? (
        text
      ) : is === "added" ? (
        <ins>
          <span class="vh">{props.words.added}</span>
          {text}
        </ins>
      ) : (
        <del>
          <span class="vh">{props.words.removed}</span>
          {text}
        </del>
      ),
    )}
  </div>
);
