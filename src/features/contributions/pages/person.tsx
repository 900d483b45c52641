/** What one person who is shown or heard agrees to: for what, where, in which languages, until when, asked by whom. */
import {
  Choice,
  Group,
  Hint,
  Line,
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
  const who = n === 0 ? words.person : words.anotherPerson(n);
  return (
    <details class="media" open={isOpen}>
      <summary>{who}</summary>
      <Agreement {...props} ins={ins} within={who} />
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
      <Group name={id("purposes")} legend={words.purposes} {...fields}>
        {PURPOSES.map((one) => (
          <Tick name={id(one)} {...fields}>
            {words.purposeNames[one]}
          </Tick>
        ))}
      </Group>
      <Group name={id("channels")} legend={words.channels} {...fields}>
        {CHANNELS.map((one) => (
          <Tick name={id(one)} {...fields}>
            {words.channelNames[one]}
          </Tick>
        ))}
      </Group>
      <Group name={id("ins")} legend={words.ins} {...fields} hidden={ins.length === 0}>
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
      </Group>
      <Line name={id("languages")} {...fields}>
        {words.languages}
        <Hint>{words.languagesHint}</Hint>
      </Line>
      <Line name={id("until")} type="date" {...fields}>
        {words.until}
      </Line>
      <Line name={id("asked")} {...fields}>
        {words.asked}
      </Line>
      <Choice name={id("how")} options={Object.entries(words.hows)} lang={words.lang} {...fields}>
        {words.how}
      </Choice>
      <Text name={id("words")} rows={2} most={2000} {...fields}>
        {words.helperWords}
      </Text>
      <File name={id("proof")} accept="image/*,audio/*" hint={words.proofHint} {...fields}>
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
