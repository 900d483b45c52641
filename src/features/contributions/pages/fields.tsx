/** The two fields that only this form has: a long text in any script, and files. */
import { Hint, Problem } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";

type Texts = Readonly<Partial<Record<string, string>>>;

interface Shown {
  readonly problems: Texts;
  readonly name: string;
  readonly children: unknown;
}

export function Text(
  props: Shown & {
    readonly typed: Texts;
    readonly rows: number;
    readonly most: number;
  },
): Html {
  const { name, typed, problems, rows, most, children } = props;
  return (
    <div class="field">
      <label for={name}>{children}</label>
      <textarea
        id={name}
        name={name}
        rows={rows}
        maxlength={most}
        dir="auto"
        {...marks(name, problems)}
      >
        {typed[name] ?? ""}
      </textarea>
      <Problem of={name} problems={problems} />
    </div>
  );
}

export function File(
  props: Shown & { readonly accept: string; readonly hint: string; readonly many?: boolean },
): Html {
  const { name, accept, hint, many, problems, children } = props;
  return (
    <div class="field">
      <label for={name}>
        {children}
        <Hint>{hint}</Hint>
      </label>
      <input
        type="file"
        id={name}
        name={name}
        accept={accept}
        multiple={many}
        {...marks(name, problems)}
      />
      <Problem of={name} problems={problems} />
    </div>
  );
}

const marks = (name: string, problems: Shown["problems"]) =>
  problems[name] === undefined
    ? {}
    : { "aria-invalid": "true" as const, "aria-describedby": `${name}-problem` };
