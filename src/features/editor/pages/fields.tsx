/** The fields of a draft's form: what was typed, a hint, and what does not fit. */
import type { Frame } from "../../../platform/web/frame.ts";
import { directionOf } from "../../../platform/web/words.ts";
import type { Finding } from "../check.ts";
import type { Typed } from "../typed.ts";
import type { WritingWords } from "../words.ts";

export interface FieldsProps {
  readonly typed: Typed;
  readonly lang: string;
  readonly frame: Frame;
  readonly problems: readonly Finding[];
  readonly words: WritingWords;
}
type FieldName = Exclude<keyof WritingWords["fields"], "addressHint">;

/** What is written in the story's own language; all else is names and signs, which run from left to right. */
const TEXTS =
  "title summary ask ask_text figure_number figure_says category cover_alt cover_credit disclaimer".split(
    " ",
  );
function way({ lang }: FieldsProps, name: string): { lang?: string; dir: "ltr" | "rtl" | "auto" } {
  if (TEXTS.includes(name)) return { lang, dir: directionOf(lang) };
  return { dir: ["translator", "file", "ask_to"].includes(name) ? "auto" : "ltr" };
}

export function Short(
  props: FieldsProps & {
    readonly name: FieldName;
    readonly hint?: FieldName;
    readonly max?: number;
    readonly placeholder?: string;
    readonly inputmode?: "numeric";
    /** The id of the names that are offered while it is typed. */
    readonly list?: string;
  },
) {
  const { name, typed, max = 500, placeholder, inputmode, list } = props;
  return (
    <Field {...props}>
      <input
        id={name}
        name={name}
        value={typed[name] ?? ""}
        maxlength={max}
        placeholder={placeholder}
        inputmode={inputmode}
        list={list}
        autocomplete="off"
        {...way(props, name)}
        {...marks(props, name)}
      />
    </Field>
  );
}

export function Long(
  props: FieldsProps & {
    readonly name: FieldName;
    readonly rows: number;
    readonly hint?: FieldName;
    readonly code?: boolean;
  },
) {
  const { name, typed, rows, code } = props;
  return (
    <Field {...props}>
      <textarea
        id={name}
        name={name}
        rows={rows}
        class={code ? "code" : undefined}
        {...way(props, name)}
        {...marks(props, name)}
      >
        {typed[name] ?? ""}
      </textarea>
    </Field>
  );
}

export function Choose(
  props: FieldsProps & {
    readonly name: FieldName;
    readonly options: readonly (readonly [value: string, words: string])[];
    /** The language of the options, where it is the campaign's. */
    readonly speak?: string;
    readonly hint?: FieldName;
    /** What stands for nothing chosen. */
    readonly none?: string;
  },
) {
  const { name, typed, words, options } = props;
  const value = typed[name] ?? "";
  const known = options.some(([one]) => one === value);
  return (
    <Field {...props}>
      <select id={name} name={name} {...marks(props, name)}>
        <option value="">{props.none ?? words.fields.chooseNone}</option>
        {options.map(([one, text]) => (
          <option value={one} selected={one === value} lang={props.speak}>
            {text}
          </option>
        ))}
        {value !== "" && !known && (
          <option value={value} selected>
            {value}
          </option>
        )}
      </select>
    </Field>
  );
}

function Field(
  props: FieldsProps & {
    readonly name: FieldName;
    readonly hint?: FieldName;
    readonly children: unknown;
  },
) {
  const { name, words, hint, children } = props;
  return (
    <div class="field">
      <label for={name}>
        {words.fields[name]}
        {hint !== undefined && <span class="hint">{words.fields[hint]}</span>}
      </label>
      {children}
      <Trouble {...props} name={name} />
    </div>
  );
}

/** The first field of what has several. */
const FIRST_OF: Readonly<Record<string, string>> = {
  ask: "ask_text",
  figure: "figure_number",
  cover: "cover",
};

const troublesOf = ({ problems }: FieldsProps, name: string): string[] =>
  problems
    .filter(({ field, at }) => (at ?? field) === name || FIRST_OF[field] === name)
    .map(({ message }) => message);

export const marks = (props: FieldsProps, name: string) =>
  troublesOf(props, name).length === 0
    ? {}
    : { "aria-invalid": "true" as const, "aria-describedby": `${name}-problem` };

export function Trouble(props: FieldsProps & { readonly name: string }) {
  const troubles = troublesOf(props, props.name);
  if (troubles.length === 0) return <></>;
  return (
    <p class="status" id={`${props.name}-problem`}>
      {troubles.join("; ")}
    </p>
  );
}
