/** What one person who is shown or heard agrees to: for what, where, in which languages, until when, asked by whom. */
import {
  Choice,
  Hint,
  Line,
  Problem,
  Tick,
  type FieldProps,
} from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { CHANNELS, PURPOSES } from "../form.ts";
import { en } from "../words/en.ts";

export function PersonFields(props: FieldProps & { readonly n: number }): Html {
  const { n, ...fields } = props;
  const id = (name: string) => `p${n}-${name}`;
  const isOpen =
    n === 0 ||
    Object.keys({ ...fields.typed, ...fields.problems }).some((name) => isOf(name, n, fields));
  return (
    <details class="media" open={isOpen}>
      <summary>{en.person(n)}</summary>
      <Line name={id("name")} {...fields}>
        {en.personName}
      </Line>
      <fieldset>
        <legend>{en.purposes}</legend>
        {PURPOSES.map((one) => (
          <Tick name={id(one)} {...fields}>
            {en.purposeNames[one]}
          </Tick>
        ))}
      </fieldset>
      <fieldset>
        <legend>{en.channels}</legend>
        {CHANNELS.map((one) => (
          <Tick name={id(one)} {...fields}>
            {en.channelNames[one]}
          </Tick>
        ))}
        <Problem of={id("purposes")} problems={fields.problems} />
      </fieldset>
      <Line name={id("languages")} {...fields}>
        {en.languages}
        <Hint>{en.languagesHint}</Hint>
      </Line>
      <div class="field">
        <label for={id("until")}>{en.until}</label>
        <input
          type="date"
          id={id("until")}
          name={id("until")}
          value={fields.typed[id("until")] ?? ""}
        />
        <Problem of={id("until")} problems={fields.problems} />
      </div>
      <Line name={id("asked")} {...fields}>
        {en.asked}
      </Line>
      <Choice name={id("how")} options={en.hows} {...fields}>
        {en.how}
      </Choice>
      <Tick name={id("child")} {...fields}>
        {en.child}
      </Tick>
      <Line name={id("guardian")} {...fields}>
        {en.guardian}
      </Line>
    </details>
  );
}

/** Something was said of this person, the day that stands there from the beginning apart. */
const isOf = (name: string, n: number, { typed, problems }: FieldProps): boolean =>
  name.startsWith(`p${n}-`) &&
  !name.endsWith("-until") &&
  ((typed[name] ?? "") !== "" || problems[name] !== undefined);
