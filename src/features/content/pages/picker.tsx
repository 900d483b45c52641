/** A field that names a thing: its name is typed, offered out of those that are known, and made on the spot where it is not. */
import { Problem } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import type { Field } from "../form/shape.ts";
import type { Filling } from "./filling.ts";

export function PickerField(props: {
  readonly field: Field;
  readonly name: string;
  readonly filling: Filling;
  readonly space: string;
  readonly label: unknown;
  /** It may stay empty, whatever the field says. */
  readonly isLoose?: boolean;
}): Html {
  const { field, name, filling, space, label, isLoose } = props;
  const { typed, problems, words, unsure } = filling;
  const odd = unsure.get(name);
  const isWrong = problems[name] !== undefined;
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <Problem of={name} called={label} problems={problems} />
      <input
        id={name}
        name={name}
        value={typed[name] ?? ""}
        list={`names-${space}`}
        maxlength={500}
        autocomplete="off"
        required={!field.optional && !isLoose}
        dir="auto"
        {...(isWrong && { "aria-invalid": "true", "aria-describedby": `${name}-problem` })}
      />
      {odd === undefined || odd.choices.length === 0 ? (
        typed[`${name}.pick`] && (
          <input type="hidden" name={`${name}.pick`} value={typed[`${name}.pick`]} />
        )
      ) : (
        <div role="radiogroup" aria-labelledby={`${name}-problem`}>
          {odd.choices.map((one) => (
            <label class="tick">
              <input type="radio" name={`${name}.pick`} value={one.slug} /> {one.name}
            </label>
          ))}
        </div>
      )}
      {odd?.isMade && (
        <p class="acts">
          <button
            type="submit"
            class="quiet"
            name="do"
            value={`make:${space}:${name}`}
            formnovalidate
          >
            {words.addIt(odd.name)}
          </button>
        </p>
      )}
    </div>
  );
}
