/** The fields of a class, as its opening and its settings ask for them. */
import { Hint, Line, Words, type FieldProps } from "../../../../platform/web/form-fields.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import { MAX_NAME } from "../names.ts";
import type { RosterWords } from "../words.ts";

export function RoomFields(
  props: FieldProps & { readonly words: RosterWords["form"]; readonly isClockLost: boolean },
): Html {
  const { words, isClockLost, ...form } = props;
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
    </>
  );
}

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
