/** The parts by which several rows of a list are changed at once: a tick a row, the form below the list, and what became of it. Rule D64. */
import { Said } from "../../web/form-fields.tsx";
import { PlainHead } from "../../web/heads.tsx";
import type { Html } from "../../web/route.ts";
import { MOST, valueOf, type Outcome, type Row } from "./ticked.ts";
import { wordsIn } from "./words.ts";

const FORM = "several";

/** The tick of a row. It belongs to the form below the list, wherever it stands. */
export function RowTick(props: {
  /** Its number on the page. */
  readonly n: number;
  readonly row: Pick<Row, "id" | "stamp">;
  /** What the row is called, for whoever does not see beside what the tick stands. */
  readonly name: unknown;
  /** What stands beside the tick. */
  readonly children: unknown;
}): Html {
  const { n, row, name, children } = props;
  return (
    <label class="tick">
      <input type="checkbox" form={FORM} name={`row.${n}`} value={valueOf(row)} />{" "}
      <span>
        {children}
        <span class="vh">: {name}</span>
      </span>
    </label>
  );
}

/** Below the list: all of it, and what is to be done. */
export function SeveralForm(props: {
  readonly action: string;
  /** Those on the page. */
  readonly rows: readonly Pick<Row, "id" | "stamp">[];
  readonly lang: string;
  /** Fields and buttons. */
  readonly children: unknown;
}): Html {
  const { action, lang, children } = props;
  const words = wordsIn(lang);
  const rows = props.rows.slice(0, MOST);
  return (
    <form id={FORM} method="post" action={action} class="several">
      <fieldset class="field">
        <legend>{words.ticked}</legend>
        <input type="hidden" name="shown" value={rows.map(valueOf).join("\n")} />
        <label class="tick">
          <input type="checkbox" name="all" value="yes" /> <span>{words.all(rows.length)}</span>
        </label>
        {children}
      </fieldset>
    </form>
  );
}

/** What was done, what was left, and the button that takes it back. */
export function SeveralDone(props: {
  readonly title: string;
  /** What was done, in a sentence. */
  readonly said: string;
  readonly outcome: Outcome;
  readonly lang: string;
  /** The list. */
  readonly back: string;
  /** None where it was an undo itself. */
  readonly undo?: { readonly action: string; readonly fields: Readonly<Record<string, string>> };
}): Html {
  const { title, said, outcome, lang, back, undo } = props;
  const { done, already, left } = outcome;
  const words = wordsIn(lang);
  return (
    <>
      <PlainHead title={title} />
      <Said>
        <p>
          {said} {already > 0 && words.already(already)}
        </p>
      </Said>
      {done.length > 0 && (
        <ul>
          {done.map(({ name }) => (
            <li>
              <bdi>{name}</bdi>
            </li>
          ))}
        </ul>
      )}
      {left.length > 0 && (
        <>
          <h2 class="knot mini" id="left">
            {words.left}
          </h2>
          <ul>
            {left.map(({ name, why }) => (
              <li>
                <bdi>{name}</bdi>: {words.why[why]}
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="acts">
        {undo && done.length > 0 && (
          <form method="post" action={undo.action}>
            {Object.entries(undo.fields).map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            {done.map((row, n) => (
              <input type="hidden" name={`row.${n}`} value={valueOf(row)} />
            ))}
            <button type="submit">{words.undo}</button>
          </form>
        )}
        <a class="button" href={back}>
          {words.back}
        </a>
      </div>
    </>
  );
}

/** Where nothing was ticked, or too much. */
export const SeveralRefused = (props: {
  readonly title: string;
  readonly rows: readonly Row[];
  /** Why, where it is not the rows. */
  readonly why?: string;
  readonly lang: string;
  readonly back: string;
}): Html => {
  const words = wordsIn(props.lang);
  const rows = props.rows.length === 0 ? words.noneTicked : words.tooMany(MOST);
  return (
    <>
      <PlainHead title={props.title} />
      <Said isWrong>
        <p>{props.why ?? rows}</p>
      </Said>
      <p class="acts">
        <a class="button" href={props.back}>
          {words.back}
        </a>
      </p>
    </>
  );
};
