/** What the form of a pledge asks for each sort of thing that can be sent. */
import { Choice, Hint, Line, Words, type FieldProps } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import type { SendWords } from "../send-words.ts";

export interface Fields extends FieldProps {
  readonly words: SendWords;
}

export function FigureFields(props: Fields): Html {
  const { words, ...field } = props;
  const { form, measures, lang } = words;
  return (
    <>
      <Line name="value" inputmode="decimal" required {...field}>
        {form.value}
        <Hint>{form.valueHint}</Hint>
      </Line>
      <Line name="unit" required {...field}>
        {form.unit}
      </Line>
      <Line name="text" maxlength={500} required {...field}>
        {form.text}
        <Hint>{form.textHint}</Hint>
      </Line>
      <Choice name="measure" options={Object.entries(measures)} lang={lang} required {...field}>
        {form.measure}
      </Choice>
      <Line name="asOf" required {...field}>
        {form.asOf}
        <Hint>{form.aDate}</Hint>
      </Line>
      <Line name="saidBy" required {...field}>
        {form.saidBy}
        <Hint>{form.saidByHint}</Hint>
      </Line>
      <Line name="saidOn" required {...field}>
        {form.saidOn}
        <Hint>{form.aDate}</Hint>
      </Line>
      <SourceFields {...props} />
      <Line name="name" autocomplete="name" {...field}>
        {form.name}
        <Hint>{form.nameHint}</Hint>
      </Line>
    </>
  );
}

export function EvidenceFields(props: Fields): Html {
  const { words, ...field } = props;
  const { form, kinds, lang } = words;
  return (
    <>
      <Choice name="kind" options={Object.entries(kinds)} lang={lang} required {...field}>
        {form.kind}
      </Choice>
      <SourceFields {...props} />
      <Line name="by" required {...field}>
        {form.by}
      </Line>
      <Line name="date" required {...field}>
        {form.date}
        <Hint>{form.aDate}</Hint>
      </Line>
      <Line name="sha256" {...field}>
        {form.hash}
        <Hint>{form.hashHint}</Hint>
      </Line>
    </>
  );
}

/** @param props.isAnswer a source is then welcome, not asked for */
export function DisputeFields({
  isAnswer = false,
  ...props
}: Fields & { readonly isAnswer?: boolean }): Html {
  const { words, ...field } = props;
  const { form } = words;
  return (
    <>
      <Words name="words" rows={8} {...field}>
        {form.words}
        <Hint>{form.wordsHint}</Hint>
      </Words>
      <SourceFields {...props} optional={isAnswer} />
      <Line name="name" autocomplete="name" required {...field}>
        {form.under}
        <Hint>{isAnswer ? form.underAnswer : form.underDispute}</Hint>
      </Line>
    </>
  );
}

function SourceFields({
  words: { form },
  optional = false,
  ...field
}: Fields & { readonly optional?: boolean }) {
  return (
    <>
      <Line name="url" inputmode="url" maxlength={2000} required={!optional} {...field}>
        {form.url}
        <Hint>
          {optional && `${form.optional} `}
          {form.urlHint}
        </Hint>
      </Line>
      <Line name="title" required={!optional} {...field}>
        {form.title}
        {optional && <Hint>{form.optional}</Hint>}
      </Line>
    </>
  );
}
