/** Where a class was, or somebody in it. */
import { PlainHead } from "../../../../platform/web/heads.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import { PART } from "../../path.ts";
import type { RosterWords } from "../words.ts";

export const GoneMain = (props: {
  readonly words: RosterWords;
  readonly why: string;
  readonly typed: string;
}): Html => (
  <>
    <PlainHead title={props.words.gone} stand={props.why} />
    {props.typed !== "" && (
      <div class="field">
        <label for="typed">{props.words.goneTyped}</label>
        <textarea id="typed" rows={8} readonly dir="auto">
          {props.typed}
        </textarea>
      </div>
    )}
    <p>
      <a href={PART}>{props.words.back}</a>
    </p>
  </>
);
