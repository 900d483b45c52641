/** The page on which a thing is made or changed. */
import { NothingSent } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { PlainHead } from "../../../platform/web/heads.tsx";
import type { Field } from "../form/shape.ts";
import { Fields } from "./fields.tsx";
import type { Filling } from "./filling.ts";

export interface FormProps {
  readonly title: string;
  readonly stand?: string | undefined;
  readonly fields: readonly Field[];
  readonly filling: Filling;
  /** What the form was made from. */
  readonly base: string;
  /** The id of the form that is gone on with afterwards. */
  readonly back?: string | undefined;
  readonly trouble?: string | undefined;
  /** Names that a browser offers, by space. */
  readonly offered: ReadonlyMap<string, readonly string[]>;
  /** Of a thing that stands. */
  readonly links?: readonly (readonly [path: string, words: string])[];
  /** Above the form. */
  readonly above?: Html | undefined;
  /** Where it is sent, if not to its own address. */
  readonly action?: string | undefined;
}

export function FormPage(props: FormProps): Html {
  const { title, stand, filling, links = [], above } = props;
  const { words } = filling;
  return (
    <>
      <PlainHead title={title} stand={stand} />
      {links.length > 0 && (
        <nav class="chips" aria-label={title}>
          {links.map(([path, said]) => (
            <a href={path}>{said}</a>
          ))}
        </nav>
      )}
      <NothingSent
        problems={filling.problems}
        trouble={props.trouble}
        lang={words.lang}
        heading={words.notSaved}
      />
      {above}
      <ThingForm {...props} />
    </>
  );
}

export function ThingForm(props: FormProps): Html {
  const { fields, filling, base, back, offered, action } = props;
  const { words } = filling;
  return (
    <form
      method="post"
      enctype="multipart/form-data"
      class="telling"
      {...(action !== undefined && { action })}
      novalidate // a browser asks for what stands in a folded part that nobody needs; we say what is missing, and where
    >
      <input type="hidden" name="base" value={base} />
      {back !== undefined && <input type="hidden" name="back" value={back} />}
      {/* the button that Enter presses, before those of the entries */}
      <button type="submit" hidden>
        {words.save}
      </button>
      <section>
        <Fields fields={fields} filling={filling} />
      </section>
      {[...offered].map(([space, names]) => (
        <datalist id={`names-${space}`}>
          {names.map((name) => (
            <option value={name} />
          ))}
        </datalist>
      ))}
      <p class="acts field">
        <button type="submit">{words.save}</button>
      </p>
    </form>
  );
}
