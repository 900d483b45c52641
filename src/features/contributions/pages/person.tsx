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
import { MAX_PEOPLE } from "../bounds.ts";
import { CHANNELS, PURPOSES } from "../form.ts";
import type { TellWords } from "../words.ts";
import { File, isSaid, Text } from "./fields.tsx";

type PersonProps = FieldProps & {
  readonly n: number;
  readonly words: TellWords;
  /** Where the person may be seen or heard: the end of a field's name, and its words. */
  readonly ins: readonly (readonly [string, unknown])[];
  /** For what the person may be asked; for everything, where it is not said. */
  readonly purposes?: readonly (typeof PURPOSES)[number][];
};

/** The person whose story it is: what is asked of everybody, and behind it what few need. */
export function FirstPerson(props: Omit<PersonProps, "n"> & { readonly isHelped: boolean }): Html {
  const { isHelped, ...person } = { ...props, n: 0 };
  const { words, typed, problems } = person;
  const others = [
    "languages",
    "unmachined",
    "until",
    "asked",
    "how",
    "words",
    "proof",
    "child",
    "guardian",
  ];
  const names = others.map((name) => `p0-${name}`).filter((name) => name !== "p0-until");
  const isOpen = problems["p0-until"] !== undefined || names.some((name) => isSaid(name, person));
  return (
    <>
      <Uses {...person} legend={words.firstPurposes} />
      <Name {...person} hint={typed["name"] ? words.personNameHint : undefined} />
      <details class="media" open={isOpen}>
        <summary>{isHelped ? words.moreHelped : words.more}</summary>
        <Circumstances {...person} />
      </details>
    </>
  );
}

export function OtherPeople(props: Omit<PersonProps, "n">): Html {
  const { words } = props;
  const others = Array.from({ length: MAX_PEOPLE - 1 }, (_, i) => i + 1);
  const isSaidOf = (n: number) => isSaidOfPerson(n, props);
  return (
    <details class="media" open={others.some(isSaidOf)}>
      <summary>{words.others}</summary>
      {others.map((n) => (
        <details class="media" open={isSaidOf(n)}>
          <summary>{words.anotherPerson(n)}</summary>
          <Agreement {...props} n={n} within={words.anotherPerson(n)} />
        </details>
      ))}
    </details>
  );
}

/** Something was said of this person, or does not fit; the day that stands there from the beginning apart. */
const isSaidOfPerson = (n: number, { typed, problems }: FieldProps): boolean =>
  Object.keys(problems).some((name) => name.startsWith(`p${n}-`)) ||
  Object.entries(typed).some(
    ([name, value]) => name.startsWith(`p${n}-`) && !name.endsWith("-until") && value !== "",
  );

export const Agreement = (props: PersonProps): Html => (
  <>
    <Name {...props} />
    <Uses {...props} />
    <Circumstances {...props} />
  </>
);

function Name({ n, words, hint, ...fields }: PersonProps & { readonly hint?: string | undefined }) {
  return (
    <Line name={`p${n}-name`} {...fields}>
      {words.personName}
      {hint !== undefined && <Hint>{hint}</Hint>}
    </Line>
  );
}

function Uses({
  n,
  words,
  ins,
  purposes = PURPOSES,
  legend = words.purposes,
  ...fields
}: PersonProps & { readonly legend?: string }): Html {
  const id = (name: string) => `p${n}-${name}`;
  return (
    <>
      <Group name={id("purposes")} legend={legend} {...fields}>
        {purposes.map((one) => (
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
          <Tick name={id(`in-${one}`)} {...fields}>
            {called}
          </Tick>
        ))}
      </Group>
    </>
  );
}

function Circumstances({ n, words, ...fields }: PersonProps): Html {
  const id = (name: string) => `p${n}-${name}`;
  return (
    <>
      <Tick name={id("child")} {...fields}>
        {words.child}
      </Tick>
      <Line name={id("guardian")} {...fields}>
        {words.guardian}
      </Line>
      <Line name={id("languages")} {...fields}>
        {words.languages}
        <Hint>{words.languagesHint}</Hint>
      </Line>
      <Tick name={id("unmachined")} {...fields}>
        {words.unmachined}
      </Tick>
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
    </>
  );
}

/** `all photos`, `photo 2`, `voice`: a file as its ticks name it. */
export function whereIn({ allPhotos, fileName }: TellWords, one: string): string {
  if (one === "photos") return allPhotos;
  const [, n] = /^photo(\d+)$/.exec(one) ?? [];
  return n === undefined ? fileName[one as "voice" | "film" | "sign"] : `${fileName.photo} ${n}`;
}
