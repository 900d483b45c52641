/** What the form of a pledge asks for each sort of thing that can be sent. */
import { Choice, Hint, Line, Words, type FieldProps } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { EVIDENCE_KINDS, MEASURES } from "../choices.ts";

const A_DATE = "A day, a month or a year: 2026-11-24, 2026-11 or 2026.";

export function FigureFields({ typed, problems }: FieldProps): Html {
  const field = { typed, problems };
  return (
    <>
      <Line name="value" inputmode="decimal" required {...field}>
        The figure
        <Hint>In digits: 1250000 or 1,250,000.</Hint>
      </Line>
      <Line name="unit" required {...field}>
        Its unit
      </Line>
      <Line name="text" maxlength={500} required {...field}>
        What it counts
        <Hint>As its source says it.</Hint>
      </Line>
      <Choice name="measure" options={MEASURES} required {...field}>
        What sort of figure is it?
      </Choice>
      <Line name="asOf" required {...field}>
        The date it speaks of
        <Hint>{A_DATE}</Hint>
      </Line>
      <Line name="saidBy" required {...field}>
        Who said it
        <Hint>The person or organisation that gave the figure.</Hint>
      </Line>
      <Line name="saidOn" required {...field}>
        When it was said
        <Hint>{A_DATE}</Hint>
      </Line>
      <SourceFields typed={typed} problems={problems} />
      <Line name="name" {...field}>
        The name under which you send it
        <Hint>Optional. It is shown beside the figure: “Sent in by …”.</Hint>
      </Line>
    </>
  );
}

export function EvidenceFields({ typed, problems }: FieldProps): Html {
  const field = { typed, problems };
  return (
    <>
      <Choice name="kind" options={EVIDENCE_KINDS} required {...field}>
        What is it?
      </Choice>
      <SourceFields typed={typed} problems={problems} />
      <Line name="by" required {...field}>
        Who made it
      </Line>
      <Line name="date" required {...field}>
        Its date
        <Hint>{A_DATE}</Hint>
      </Line>
      <Line name="sha256" {...field}>
        SHA-256 of the document
        <Hint>Optional. 64 digits and letters a to f: whoever opens the link can compare.</Hint>
      </Line>
    </>
  );
}

/** @param props.isAnswer a source is then welcome, not asked for */
export function DisputeFields({
  typed,
  problems,
  isAnswer = false,
}: FieldProps & { readonly isAnswer?: boolean }): Html {
  const field = { typed, problems };
  return (
    <>
      <Words name="words" rows={8} {...field}>
        In your words
        <Hint>They are shown as they stand here, so please no telephone number.</Hint>
      </Words>
      <SourceFields typed={typed} problems={problems} optional={isAnswer} />
      <Line name="name" required {...field}>
        The name under which it stands
        <Hint>
          {isAnswer
            ? "The pledger, and whoever answers for it. The desk makes sure of it first."
            : "Your own, an organisation’s, or one that you choose."}
        </Hint>
      </Line>
    </>
  );
}

function SourceFields({
  typed,
  problems,
  optional = false,
}: FieldProps & { readonly optional?: boolean }) {
  const field = { typed, problems, required: !optional };
  return (
    <>
      <Line name="url" inputmode="url" maxlength={2000} {...field}>
        Where it can be read
        <Hint>{optional && "Optional. "}An address that begins with https:// or http://.</Hint>
      </Line>
      <Line name="title" {...field}>
        What that page or document is called
        {optional && <Hint>Optional.</Hint>}
      </Line>
    </>
  );
}
