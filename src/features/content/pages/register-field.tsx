/** An organisation's entry in a register: the register chosen by its name, the number typed as it stands there. */
import { Choice, Group, Hint, Line } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { REGISTERS } from "../form/registers.ts";
import { under } from "../form/typed.ts";
import { hintOf, labelOf } from "../labelled.ts";
import type { One } from "./leaf.tsx";

export function RegisterField(props: One & { readonly label: unknown }): Html {
  const { field, name, filling, within, label } = props;
  const { typed, problems, labels, space, words } = filling;
  const shared = { typed, problems: {}, ...(within !== undefined && { within }) };
  const at = `${field.at}.number`;
  return (
    <Group {...{ name, problems, ...(within !== undefined && { within }) }} legend={label}>
      <Choice
        {...shared}
        name={under(name, "register")}
        options={REGISTERS}
        none={words.noRegister}
        lang={words.lang}
      >
        {labelOf(labels, space, `${field.at}.register`)}
      </Choice>
      <Line {...shared} name={under(name, "number")} maxlength={500}>
        {labelOf(labels, space, at)} <Hint>{hintOf(labels, space, at)}</Hint>
      </Line>
    </Group>
  );
}
