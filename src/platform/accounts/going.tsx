/** Before something is done that nobody can undo: what goes and what stays, and one form that does all of it. */
import { PlainHead, Section } from "../web/heads.tsx";
import type { Html } from "../web/route.ts";

interface GoingProps {
  readonly title: string;
  readonly lead: string;
  readonly goes: { readonly title: string; readonly all: readonly string[] };
  readonly stays: { readonly title: string; readonly all: readonly string[] };
  /** Beside the box that has to be ticked. */
  readonly sure: string;
  /** That it was not, where somebody sent it so. */
  readonly unsure?: string | undefined;
  /** That one may be asked to come in once more, where that is so. */
  readonly again?: string | undefined;
  readonly button: string;
  /** Other ways to go from here. */
  readonly links: readonly (readonly [path: string, words: string])[];
}

export function Going(props: GoingProps): Html {
  const { title, lead, goes, stays, sure, unsure, again, button, links } = props;
  return (
    <>
      <PlainHead title={title} stand={lead} />
      <Lines id="goes" {...goes} />
      <Lines id="stays" {...stays} />
      <form method="post">
        {unsure !== undefined && (
          <p class="status" role="alert">
            {unsure}
          </p>
        )}
        <div class="field">
          <label class="tick">
            <input type="checkbox" name="sure" value="yes" required /> {sure}
          </label>
        </div>
        {again !== undefined && <p>{again}</p>}
        <p class="acts">
          <button type="submit">{button}</button>
          {links.map(([path, words]) => (
            <a href={path}>{words}</a>
          ))}
        </p>
      </form>
    </>
  );
}

const Lines = (props: { id: string; title: string; all: readonly string[] }): Html => (
  <Section id={props.id} title={props.title} mini>
    <ul class="lines">
      {props.all.map((one) => (
        <li dir="auto">{one}</li>
      ))}
    </ul>
  </Section>
);
