/** The last look before a draft becomes a record. */
import { Said } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import type { Draft, Waiting } from "../../stories/model.ts";
import type { Checked } from "../check.ts";
import { EXAMPLE } from "../example.ts";
import type { Looked } from "../preview.ts";
import type { Prints } from "../prints.ts";
import type { WritingWords } from "../words.ts";
import { AskedFiles } from "./asked-files.tsx";
import { Findings, Meter } from "./meter.tsx";
import { Waits } from "./waits.tsx";

/** The example of a new campaign, which is still public. */
interface ExampleShown {
  readonly title: string;
  /** It leads the front page. */
  readonly isLeading: boolean;
}

interface PublishProps {
  readonly draft: Draft;
  readonly title: string;
  /** What it will do, or the words before its address. */
  readonly what: string;
  readonly isSame: boolean;
  /** By whose clock the campaign goes. */
  readonly zone: string;
  /** What waits of it for its day. */
  readonly waits: Waiting | undefined;
  /** It was published a moment ago. */
  readonly isFresh: boolean;
  /** Where it stands, or will. */
  readonly address: string;
  readonly example: ExampleShown | undefined;
  readonly looked: Looked;
  readonly checked: Checked;
  /** What its files look like. */
  readonly prints: Prints;
  /** What the fields about its files hold, and what does not fit there. */
  readonly typed: Readonly<Record<string, string>>;
  readonly wrong: Readonly<Record<string, string>>;
  /** They were answered a moment ago. */
  readonly isKept: boolean;
  readonly refused: readonly string[];
  readonly words: WritingWords;
}

export function PublishPage(props: PublishProps): Html {
  const { draft, title, what, isSame, looked, checked, refused, example, waits, words } = props;
  const path = `/desk/stories/${draft.id}`;
  const ready = checked.problems.length === 0 && !isSame;
  return (
    <>
      <header class="head tight">
        <h1>{isSame && !waits ? words.publishedTitle(title) : words.publishTitle(title)}</h1>
        {!isSame && <p class="stand">{what}</p>}
      </header>
      {isSame && <Published {...props} />}
      {waits && <Waits path={path} waits={waits} words={words} zone={props.zone} />}
      {refused.length > 0 && (
        <Said isWrong>
          <strong>{words.refused}</strong> {refused.join(" ")}
        </Said>
      )}
      <div class="row">
        <div class="c7">
          {example && <ExampleStands draft={draft} example={example} words={words} />}
          {!isSame && <Findings checked={checked} words={words} isHere />}
          {checked.warnings.includes(words.behind) && (
            <p>
              <a href={`${path}/history?log`}>{words.seeBehind}</a>
            </p>
          )}
          {(!isSame || waits) && <AskedFiles {...props} path={path} />}
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
            {draft.kind === "story" && <a href={`${path}/consents`}>{words.consents}</a>}
          </p>
        </div>
        <div class="c5 branch">
          <Meter {...looked} words={words} />
          {!isSame && (
            <ol class="path field" aria-label={words.way}>
              <li class="on">
                <b>{words.way1}</b>
                <small>{words.way1Hint}</small>
              </li>
              <li>
                <b>{words.way2}</b>
              </li>
            </ol>
          )}
        </div>
      </div>
    </>
  );
}

function Published({ what, address, isFresh }: PublishProps) {
  const where = (
    <>
      {what} <a href={address}>{address}</a>
    </>
  );
  return isFresh ? <Said>{where}</Said> : <p class="stand">{where}</p>;
}

function ExampleStands({
  draft,
  example: { title, isLeading },
  words: { example: w },
}: Pick<PublishProps, "draft" | "words"> & { readonly example: ExampleShown }) {
  return (
    <form method="post" action={EXAMPLE}>
      <input type="hidden" name="draft" value={draft.id} />
      <p>{isLeading ? w.leads(title) : w.stands(title)}</p>
      <p class="acts">
        <button type="submit" class="quiet">
          {w.withdraw}
        </button>
      </p>
    </form>
  );
}
