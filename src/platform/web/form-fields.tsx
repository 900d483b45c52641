/** The parts of a form that comes back as it was typed, with one line for each field that does not fit. */
import { foreign } from "../words/inline.tsx";
import { chromeIn } from "./chrome.ts";
import type { Html } from "./route.ts";

type Texts = Readonly<Partial<Record<string, string>>>;

export interface FieldProps {
  readonly typed: Texts;
  readonly problems: Texts;
}

export function Line(
  props: FieldProps & {
    readonly name: string;
    readonly required?: boolean;
    readonly inputmode?: "numeric" | "decimal" | "url";
    readonly maxlength?: number;
    readonly type?: "email" | "date" | "datetime-local" | "url";
    readonly autocomplete?: "email";
    readonly children: unknown;
  },
): Html {
  const { name, typed, problems, required, inputmode, maxlength = 200, type, children } = props;
  return (
    <div class="field">
      <label for={name}>{children}</label>
      <input
        id={name}
        name={name}
        type={type}
        value={typed[name] ?? ""}
        maxlength={type?.startsWith("date") ? undefined : maxlength}
        autocomplete={props.autocomplete ?? "off"}
        inputmode={inputmode}
        required={required}
        dir="auto"
        {...marks(name, problems)}
      />
      <Problem of={name} problems={problems} />
    </div>
  );
}

export function Words(
  props: FieldProps & { readonly name: string; readonly rows: number; readonly children: unknown },
): Html {
  const { name, typed, problems, rows, children } = props;
  return (
    <div class="field">
      <label for={name}>{children}</label>
      <textarea
        id={name}
        name={name}
        rows={rows}
        maxlength={2000}
        required
        dir="auto"
        {...marks(name, problems)}
      >
        {typed[name] ?? ""}
      </textarea>
      <Problem of={name} problems={problems} />
    </div>
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
    <div class="field">
      <label for={name}>{children}</label>
      <select id={name} name={name} required={required} {...marks(name, problems)}>
        <option value="">{none}</option>
        {options.map(([value, words, own = lang]) => (
          <option value={value} {...foreign(own, lang)} selected={typed[name] === value}>
            {words}
          </option>
        ))}
      </select>
      <Problem of={name} problems={problems} />
    </div>
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
          name={name}
          value="yes"
          checked={typed[name] === "yes"}
          required={required}
          {...marks(name, problems)}
        />{" "}
        {children}
      </label>
      <Problem of={name} problems={problems} />
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

export function Problem({ of, problems }: Pick<FieldProps, "problems"> & { of: string }): Html {
  if (problems[of] === undefined) return <></>;
  return (
    <p class="status" id={`${of}-problem`}>
      {problems[of]}
    </p>
  );
}

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

/** Above a form that came back. */
export function NothingSent(
  props: Pick<FieldProps, "problems"> & {
    /** Why nothing was kept, where it is no field's fault. */
    readonly trouble?: string | undefined;
    readonly lang?: string;
    /** What did not happen, where it is no sending. */
    readonly heading?: string;
  },
): Html {
  const wrong = Object.keys(props.problems).length;
  if (props.trouble === undefined && wrong === 0) return <></>;
  const words = chromeIn(props.lang ?? "en").form;
  return (
    <Said isWrong>
      <strong>{props.heading ?? words.nothingSent}</strong> {props.trouble ?? words.fields(wrong)}
    </Said>
  );
}
