/** The fields of a class, as its opening and its settings ask for them. */
import {
  Choice,
  Hint,
  Line,
  Words,
  type FieldProps,
} from "../../../../platform/web/form-fields.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import { HOWS } from "../../private/rows.ts";
import { MAX_NAME } from "../names.ts";
import type { RosterWords } from "../words.ts";

export function RoomFields(
  props: FieldProps & {
    readonly words: RosterWords["form"];
    readonly isClockLost: boolean;
    readonly lang: string;
  },
): Html {
  const { words, isClockLost, lang, ...form } = props;
  return (
    <>
      <Line name="name" maxlength={MAX_NAME} required {...form}>
        {words.name}
        <Hint>{words.nameHint}</Hint>
      </Line>
      <Line name="place" maxlength={MAX_NAME} {...form}>
        {words.place}
        <Hint>{words.placeHint}</Hint>
      </Line>
      <Line name="starts" type="date" required {...form}>
        {words.starts}
        {isClockLost && <Hint>{words.clock}</Hint>}
      </Line>
      <Line name="ends" type="date" required {...form}>
        {words.ends}
        <Hint>{words.endsHint}</Hint>
      </Line>
      <CareFields words={words} lang={lang} {...form} />
    </>
  );
}

/** How old they are, and who agreed for them. */
const CareFields = (
  props: FieldProps & { readonly words: RosterWords["form"]; readonly lang: string },
): Html => {
  const { words, lang, ...form } = props;
  return (
    <>
      <Line name="youngest" inputmode="numeric" maxlength={3} required {...form}>
        {words.youngest}
        <Hint>{words.ageHint}</Hint>
      </Line>
      <Line name="oldest" inputmode="numeric" maxlength={3} required {...form}>
        {words.oldest}
      </Line>
      <Choice
        name="guardians"
        required
        lang={lang}
        options={HOWS.map((how) => [how, words.hows[how]])}
        {...form}
      >
        {words.guardians}
        <Hint>{words.guardiansHint}</Hint>
      </Choice>
      <Line name="agreed" type="date" {...form}>
        {words.agreed}
        <Hint>{words.agreedHint}</Hint>
      </Line>
    </>
  );
};

/** So long a text that no roster is cut off by a browser, which would say nothing of it. */
const MOST_TYPED = 200_000; // characters

export const NamesField = (
  props: FieldProps & {
    readonly words: RosterWords["form"];
    readonly rows: number;
    readonly optional?: boolean;
  },
): Html => (
  <Words name="names" most={MOST_TYPED} {...props}>
    {props.words.names}
    <Hint>{props.words.namesHint}</Hint>
  </Words>
);
