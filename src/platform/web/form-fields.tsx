/** The parts of a form that comes back as it was typed, with one line for each field that does not fit. */
import { isValidElement } from "hono/jsx";
import { foreign } from "../words/inline.tsx";
import { chromeIn } from "./chrome.ts";
import type { Html } from "./route.ts";

type Texts = Readonly<Partial<Record<string, string>>>;

export interface FieldProps {
  readonly typed: Texts;
  readonly problems: Texts;
  /** Whom or what these fields are about, where the form asks the same of several. */
  readonly within?: string;
}

export function Line(
  props: FieldProps & {
    readonly name: string;
    readonly required?: boolean;
    readonly inputmode?: "numeric" | "decimal" | "url";
    readonly maxlength?: number;
    readonly type?: "email" | "date" | "datetime-local" | "url";
    /** Where somebody types their own: the browser fills it in. Off anywhere else. */
    readonly autocomplete?: "email" | "name" | "organization";
    /** The id of the names that are offered while it is typed. */
    readonly list?: string;
    readonly children: unknown;
  },
): Html {
  const { name, typed, problems, required, inputmode, maxlength = 200, type, children } = props;
  return (
    <Field {...props} label={children}>
      <input
        id={name}
        name={name}
        type={type}
        value={typed[name] ?? ""}
        maxlength={type?.startsWith("date") ? undefined : maxlength}
        autocomplete={props.autocomplete ?? "off"}
        inputmode={inputmode}
        list={props.list}
        required={required}
        dir="auto"
        {...marks(name, problems)}
      />
    </Field>
  );
}

/** A field below its label, and between them what does not fit. */
function Field(props: FieldProps & { readonly name: string; label: unknown; children: unknown }) {
  const { name, label, children } = props;
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <Problem of={name} called={label} {...props} />
      {children}
    </div>
  );
}

export function Words(
  props: FieldProps & {
    readonly name: string;
    readonly rows: number;
    /** Characters. */
    readonly most?: number;
    /** It may stay empty. */
    readonly optional?: boolean;
    readonly children: unknown;
  },
): Html {
  const { name, typed, problems, rows, most = 2000, children } = props;
  return (
    <Field {...props} label={children}>
      <textarea
        id={name}
        name={name}
        rows={rows}
        maxlength={most}
        required={!props.optional}
        dir="auto"
        {...marks(name, problems)}
      >
        {typed[name] ?? ""}
      </textarea>
    </Field>
  );
}

export function Choice(
  props: FieldProps & {
    readonly name: string;
    /** With the language of the words, where it may be another than the form's. */
    readonly options: readonly (readonly [value: string, words: string, lang?: string])[];
    readonly required?: boolean;
    /** What stands first, for nothing chosen. */
    readonly none?: string;
    /** Of the form; English where it is not said. */
    readonly lang?: string;
    readonly children: unknown;
  },
): Html {
  const { name, typed, problems, options, required, children } = props;
  const { lang = "en" } = props;
  const { none = chromeIn(lang).form.choose } = props;
  return (
    <Field {...props} label={children}>
      <select id={name} name={name} required={required} {...marks(name, problems)}>
        <option value="">{none}</option>
        {options.map(([value, words, own = lang]) => (
          <option value={value} {...foreign(own, lang)} selected={typed[name] === value}>
            {words}
          </option>
        ))}
      </select>
    </Field>
  );
}

export function Tick(
  props: FieldProps & { readonly name: string; readonly required?: boolean; children: unknown },
): Html {
  const { name, typed, problems, required, children } = props;
  return (
    <div class="field">
      <label class="tick">
        <input
          type="checkbox"
          id={name}
          name={name}
          value="yes"
          checked={typed[name] === "yes"}
          required={required}
          {...marks(name, problems)}
        />{" "}
        {children}
      </label>
      <Problem of={name} called={children} {...props} />
    </div>
  );
}

export const Hint = ({ children }: { readonly children: unknown }): Html => (
  <span class="hint">{children}</span>
);

const marks = (name: string, problems: Texts) =>
  problems[name] === undefined
    ? {}
    : { "aria-invalid": "true" as const, "aria-describedby": `${name}-problem` };

/** Several fields that are answered together: what does not fit stands under their name. */
export function Group(
  props: Omit<FieldProps, "typed"> & {
    readonly name: string;
    readonly legend: unknown;
    readonly hidden?: boolean;
    readonly children: unknown;
  },
): Html {
  const { name, legend, hidden, problems, children } = props;
  const isWrong = problems[name] !== undefined;
  return (
    <fieldset
      id={name}
      hidden={hidden}
      tabindex={isWrong ? -1 : undefined}
      aria-describedby={isWrong ? `${name}-problem` : undefined}
    >
      <legend>{legend}</legend>
      <Problem of={name} called={legend} {...props} />
      {children}
    </fieldset>
  );
}

/** @param props.called what the field is called, for the list of what does not fit above the form */
export function Problem(
  props: Omit<FieldProps, "typed"> & { readonly of: string; readonly called?: unknown },
): Html {
  const { of, problems, called, within } = props;
  if (problems[of] === undefined) return <></>;
  const names = namesOf.get(problems) ?? new Map<string, unknown>();
  const name = within === undefined ? bare(called) : [within, " · ", bare(called)];
  if (called !== undefined) namesOf.set(problems, names.set(of, name));
  return (
    <p class="status" id={`${of}-problem`}>
      {problems[of]}
    </p>
  );
}

/** Of each form that comes back, what its wrong fields are called, in the order of the page; noted while they are written. */
const namesOf = new WeakMap<Texts, Map<string, unknown>>();

/** A label without its hint. */
const bare = (label: unknown): unknown =>
  Array.isArray(label)
    ? label.flat(Infinity).filter((part) => !(isValidElement(part) && part.tag === Hint))
    : label;

/** What was done, or why nothing was. The focus is here when the page opens, so that nobody has to look for it. */
export const Said = (props: {
  /** It did not go as it was meant to. */
  readonly isWrong?: boolean;
  readonly children: unknown;
}): Html => (
  <div class="aside" role={props.isWrong ? "alert" : "status"} tabindex={-1} autofocus>
    {props.children}
  </div>
);

/** Above a form that came back: why, and each field that does not fit, by its name and one touch away. */
export async function NothingSent(
  props: Pick<FieldProps, "problems"> & {
    /** Why nothing was kept, where it is no field's fault. */
    readonly trouble?: string | undefined;
    readonly lang?: string;
    /** What did not happen, where it is no sending. */
    readonly heading?: string;
  },
): Promise<Html> {
  const { problems, trouble } = props;
  const wrong = Object.keys(problems).length;
  if (trouble === undefined && wrong === 0) return <></>;
  const words = chromeIn(props.lang ?? "en").form;
  await Promise.resolve(); // the fields stand below: what they are called is known once they are written
  const names = namesOf.get(problems) ?? new Map<string, unknown>();
  const others =
    trouble === undefined ? Object.keys(problems).filter((name) => !names.has(name)) : [];
  return (
    <Said isWrong>
      <p>
        <strong>{props.heading ?? words.nothingSent}</strong> {trouble ?? words.fields(wrong)}
      </p>
      {names.size + others.length > 0 && (
        <ul class="wrong">
          {[...names].map(([name, called]) => (
            <li>
              <a href={`#${name}`}>{called}</a> <span class="small">{problems[name]}</span>
            </li>
          ))}
          {others.map((name) => (
            <li>{problems[name]}</li>
          ))}
        </ul>
      )}
    </Said>
  );
}
