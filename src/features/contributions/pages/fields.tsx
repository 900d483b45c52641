/** The two fields that only this form has: a long text in any script, and files. */
import { Hint, Problem, type FieldProps } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";

interface Shown extends Omit<FieldProps, "typed"> {
  readonly name: string;
  readonly children: unknown;
}

export function Text(
  props: Shown & {
    readonly typed: FieldProps["typed"];
    readonly rows: number;
    readonly most: number;
  },
): Html {
  const { name, typed, problems, rows, most, children } = props;
  return (
    <div class="field">
      <label for={name}>{children}</label>
      <Problem of={name} called={children} {...props} />
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
      <Problem of={name} called={children} {...props} />
      <input
        type="file"
        id={name}
        name={name}
        accept={accept}
        multiple={many}
        {...marks(name, problems)}
      />
    </div>
  );
}

/** Something stands in it, or does not fit: what holds it is open. */
export const isSaid = (
  name: string,
  { typed, problems }: Pick<FieldProps, "typed" | "problems">,
): boolean => (typed[name] ?? "") !== "" || problems[name] !== undefined;

const marks = (name: string, problems: Shown["problems"]) =>
  problems[name] === undefined
    ? {}
    : { "aria-invalid": "true" as const, "aria-describedby": `${name}-problem` };
