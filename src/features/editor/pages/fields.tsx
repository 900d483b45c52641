/** The fields of a draft's form: what was typed, a hint, and what does not fit. */
import type { Frame } from "../../../platform/web/frame.ts";
import { directionOf } from "../../../platform/web/words.ts";
import { listedWords } from "../../../platform/words/inline.tsx";
import type { Finding } from "../check.ts";
import { itemsIn, type Typed } from "../typed.ts";
import type { WritingWords } from "../words.ts";

/** What may be named, each by its slug. */
export type Names = Readonly<Record<string, readonly (readonly [slug: string, name: string])[]>>;

export interface FieldsProps {
  readonly typed: Typed;
  readonly lang: string;
  readonly frame: Frame;
  readonly names: Names;
  readonly problems: readonly Finding[];
  readonly words: WritingWords;
}
type FieldName = Exclude<keyof WritingWords["fields"], "addressHint" | "idsOf">;

/** What is written in the story's own language; all else is names and signs, which run from left to right. */
const TEXTS = "title summary ask ask_text category cover_alt cover_credit disclaimer".split(" ");
function way({ lang }: FieldsProps, name: string): { lang?: string; dir: "ltr" | "rtl" | "auto" } {
  if (TEXTS.includes(name)) return { lang, dir: directionOf(lang) };
  return { dir: name === "translator" || name === "file" ? "auto" : "ltr" };
}

export function Short(
  props: FieldsProps & {
    readonly name: FieldName;
    readonly hint?: FieldName;
    readonly max?: number;
    readonly placeholder?: string;
    readonly inputmode?: "numeric";
    readonly list?: string | undefined;
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
        autocomplete="off"
        list={list}
        {...way(props, name)}
        {...marks(props, name)}
      />
    </Field>
  );
}

/** Slugs with commas between, the names of those typed, and those that there are: to choose the first from, and to read. */
export function Several(
  props: FieldsProps & { readonly name: FieldName; readonly hint?: FieldName },
) {
  const { name, words, names } = props;
  const known = names[name] ?? [];
  const typed = itemsIn(props.typed[name] ?? "");
  const chosen = known.filter(([slug]) => typed.includes(slug)).map(([, title]) => title);
  return (
    <>
      <Short {...props} max={5000} list={known.length > 0 ? `known-${name}` : undefined} />
      {chosen.length > 0 && (
        <p class="hint" lang={props.frame.language} dir="auto">
          {listedWords(chosen, words.lang)}
        </p>
      )}
      {known.length > 0 && (
        <datalist id={`known-${name}`}>
          {known.map(([slug, title]) => (
            <option value={slug}>{title}</option>
          ))}
        </datalist>
      )}
      {known.length > 0 && (
        <details class="names">
          <summary>{words.fields.idsOf(words.fields[name])}</summary>
          <p class="hint">{words.fields.idsHint}</p>
          <ul class="lines" lang={props.frame.language}>
            {known.map(([slug, title]) => (
              <li>
                <code>{slug}</code> <bdi>{title}</bdi>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
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
const FIRST_OF: Readonly<Record<string, string>> = { ask: "ask_text", cover: "cover_file" };

const troublesOf = ({ problems }: FieldsProps, name: string): string[] =>
  problems
    .filter(({ field }) => field === name || FIRST_OF[field] === name)
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
