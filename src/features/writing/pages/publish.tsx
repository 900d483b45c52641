/** The last look before a draft becomes a record. */
import type { Draft } from "../../../platform/private/drafts.ts";
import type { Html } from "../../../platform/web/route.ts";
import type { Checked } from "../check.ts";
import type { Looked } from "../look.ts";
import type { WritingWords } from "../words/en.ts";
import { Findings, Meter } from "./meter.tsx";

export function PublishPage(props: {
  readonly draft: Draft;
  readonly title: string;
  /** What it will do, or that there is nothing to do. */
  readonly what: string;
  readonly isSame: boolean;
  readonly looked: Looked;
  readonly checked: Checked;
  readonly refused: readonly string[];
  readonly words: WritingWords;
}): Html {
  const { draft, title, what, isSame, looked, checked, refused, words } = props;
  const path = `/desk/stories/${draft.id}`;
  const ready = checked.problems.length === 0 && !isSame;
  return (
    <>
      <header class="head tight">
        <h1>{words.publishTitle(title)}</h1>
        <p class="stand">{what}</p>
      </header>
      {refused.length > 0 && (
        <div class="aside" role="alert">
          <p>
            <strong>{words.refused}</strong> {refused.join(" ")}
          </p>
        </div>
      )}
      <div class="row">
        <div class="c7">
          <Findings checked={checked} words={words} />
          {checked.warnings.includes(words.behind) && (
            <p>
              <a href={`${path}/history?log`}>{words.seeBehind}</a>
            </p>
          )}
          {ready && (
            <form method="post" action={`${path}/publish`}>
              <input type="hidden" name="base" value={String(draft.version)} />
              <p class="acts">
                <button type="submit">{words.publishing}</button>
              </p>
            </form>
          )}
          <p class="chips">
            <a href={path}>{words.back}</a>
            {isSame && <a href={`/stories/${draft.slug}`}>{words.see}</a>}
          </p>
        </div>
        <div class="c5 branch">
          <Meter {...looked} words={words} />
          <ol class="path field" aria-label={words.way}>
            <li class="on">
              <b>{words.way1}</b>
              <small>{words.way1Hint}</small>
            </li>
            <li>
              <b>{words.way2}</b>
            </li>
            <li>
              <b>{words.way3}</b>
            </li>
          </ol>
        </div>
      </div>
    </>
  );
}
