/** The three questions about one file: who can be recognised, whether a child can, and who asked them. Rule PH10. */
import { Choice, Group, Hint, Line, type FieldProps } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { askedFields, MOST_HOW } from "../asking.ts";
import { wordsIn } from "../words.ts";

export function AskedAbout(
  props: Pick<FieldProps, "typed" | "problems"> & {
    /** The file. */
    readonly media: string;
    /** What it is called, and shows. */
    readonly legend: unknown;
    /** Of the desk. */
    readonly lang: string;
    /** The file itself, to look at. */
    readonly children?: unknown;
  },
): Html {
  const { media, legend, lang, typed, problems, children } = props;
  const at = askedFields(media);
  const { asked: words } = wordsIn(lang);
  const fields = { typed, problems, within: legend as string, lang };
  const options = [["yes", words.yes] as const, ["no", words.no] as const];
  return (
    <Group name={at.all} legend={legend} problems={problems}>
      {children}
      <Choice {...fields} name={at.known} options={options} required>
        {words.known}
      </Choice>
      <Choice {...fields} name={at.child} options={options}>
        {words.child}
      </Choice>
      <Line {...fields} name={at.how} maxlength={MOST_HOW}>
        {words.how}
        <Hint>{words.howHint}</Hint>
      </Line>
    </Group>
  );
}
