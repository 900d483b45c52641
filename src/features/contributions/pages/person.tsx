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
import { CHANNELS, INS, PURPOSES } from "../form.ts";
import type { TellWords } from "../words.ts";
import { File, Text } from "./fields.tsx";

type PersonProps = FieldProps & { readonly n: number; readonly words: TellWords };

export function PersonFields(props: PersonProps): Html {
  const { n, words, ...fields } = props;
  const ins = INS.map((one) => [one, whereIn(words, one)] as const);
  const isOpen =
    n === 0 ||
    Object.keys({ ...fields.typed, ...fields.problems }).some((name) => isOf(name, n, fields));
  return (
    <details class="media" open={isOpen}>
      <summary>{n === 0 ? words.person : words.anotherPerson(n)}</summary>
      <Agreement {...props} ins={ins} />
    </details>
  );
}

/** @param props.ins where the person may be seen or heard: the end of a field's name, and its words */
export function Agreement(
  props: PersonProps & { readonly ins: readonly (readonly [string, string])[] },
): Html {
  const { n, words, ins, ...fields } = props;
  const id = (name: string) => `p${n}-${name}`;
  return (
    <>
      <Line name={id("name")} {...fields}>
        {words.personName}
      </Line>
      <fieldset>
        <legend>{words.purposes}</legend>
        {PURPOSES.map((one) => (
          <Tick name={id(one)} {...fields}>
            {words.purposeNames[one]}
          </Tick>
        ))}
      </fieldset>
      <fieldset>
        <legend>{words.channels}</legend>
        {CHANNELS.map((one) => (
          <Tick name={id(one)} {...fields}>
            {words.channelNames[one]}
          </Tick>
        ))}
        <Problem of={id("purposes")} problems={fields.problems} />
      </fieldset>
      <fieldset data-ins hidden={ins.length === 0}>
        <legend>{words.ins}</legend>
        {ins.map(([one, called]) => (
          <div class="field" data-in={one}>
            <label class="tick">
              <input
                type="checkbox"
                name={id(`in-${one}`)}
                value="yes"
                checked={fields.typed[id(`in-${one}`)] === "yes"}
              />{" "}
              {called}
            </label>
          </div>
        ))}
        <Problem of={id("in-photos")} problems={fields.problems} />
      </fieldset>
      <Line name={id("languages")} {...fields}>
        {words.languages}
        <Hint>{words.languagesHint}</Hint>
      </Line>
      <div class="field">
        <label for={id("until")}>{words.until}</label>
        <input
          type="date"
          id={id("until")}
          name={id("until")}
          value={fields.typed[id("until")] ?? ""}
        />
        <Problem of={id("until")} problems={fields.problems} />
      </div>
      <Line name={id("asked")} {...fields}>
        {words.asked}
      </Line>
      <Choice name={id("how")} options={Object.entries(words.hows)} lang={words.lang} {...fields}>
        {words.how}
      </Choice>
      <Text name={id("words")} rows={2} most={2000} {...fields}>
        {words.helperWords}
      </Text>
      <File
        name={id("proof")}
        accept="image/*,audio/*"
        hint={words.proofHint}
        problems={fields.problems}
      >
        {words.proof}
      </File>
      <Tick name={id("child")} {...fields}>
        {words.child}
      </Tick>
      <Line name={id("guardian")} {...fields}>
        {words.guardian}
      </Line>
    </>
  );
}

/** `all photos`, `photo 2`, `voice`: a file as its ticks name it. */
export function whereIn({ allPhotos, fileName }: TellWords, one: string): string {
  if (one === "photos") return allPhotos;
  const [, n] = /^photo(\d+)$/.exec(one) ?? [];
  return n === undefined ? fileName[one as "voice" | "film" | "sign"] : `${fileName.photo} ${n}`;
}

/** Something was said of this person, the day that stands there from the beginning apart. */
const isOf = (name: string, n: number, { typed, problems }: FieldProps): boolean =>
  name.startsWith(`p${n}-`) &&
  !name.endsWith("-until") &&
  ((typed[name] ?? "") !== "" || problems[name] !== undefined);
