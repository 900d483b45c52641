/** The form of a comment: plain, at an address of its own. Rule CO8. */
import { WhatNext } from "../../../platform/web/what-next.tsx";
import { Hint, Line, NothingSent, Problem } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatBytes } from "../../../platform/web/words.ts";
import { filled, foreign } from "../../../platform/words/inline.tsx";
import { MAX_NAME, MAX_WORDS } from "../bounds.ts";
import type { Problems, Typed } from "../form.ts";
import { RECORDINGS, type RecordingKind, type Waiting } from "../recordings.ts";
import { Said } from "../text.tsx";
import type { Thing } from "../things.ts";
import type { ConversationWords } from "../words.ts";

export interface FormProps {
  /** Absent where what it was about is gone. */
  readonly thing: Thing | undefined;
  /** What is answered. */
  readonly answered?: { readonly name?: string | undefined; readonly text: string } | undefined;
  readonly typed: Typed;
  readonly problems?: Problems;
  /** That came with the form before. */
  readonly recording?: Waiting;
  readonly trouble?: string;
  readonly words: ConversationWords;
  readonly lang: string;
  readonly to: (path: string) => string;
}

export function FormMain(props: FormProps): Html {
  const { thing, answered, typed, problems = {}, trouble, words, lang, to } = props;
  const { form } = words;
  const field = { typed, problems };
  const name = <bdi>{answered?.name ?? words.somebody}</bdi>;
  return (
    <>
      <header class="row head">
        <h1 class="c10">{answered ? filled(form.answering, { name }) : form.title}</h1>
        {thing && (
          <p class="stand c8">
            {filled(words.about, {
              thing: (
                <a href={to(thing.path)} {...foreign(thing.lang ?? words.lang, words.lang)}>
                  {thing.title}
                </a>
              ),
            })}
          </p>
        )}
      </header>
      <NothingSent
        problems={problems}
        trouble={trouble ?? problems.id ?? problems.to}
        lang={lang}
      />
      {answered && answered.text !== "" && (
        <blockquote class="aside said" dir="auto">
          <Said text={answered.text} />
        </blockquote>
      )}
      <div class="row">
        <form
          class="c7"
          method="post"
          action={thing && to(thing.form)}
          enctype="multipart/form-data"
          id="say"
          data-words={JSON.stringify(form.kept)}
        >
          <input type="hidden" name="id" value={typed.id ?? ""} />
          <input type="hidden" name="to" value={typed.to ?? ""} />
          <div class="field">
            <label for="text">
              {form.text}
              <Hint>{form.textHint}</Hint>
            </label>
            <Problem of="text" called={form.text} problems={problems} />
            <textarea id="text" name="text" rows={8} maxlength={MAX_WORDS} dir="auto">
              {typed.text ?? ""}
            </textarea>
          </div>
          {thing && (
            <>
              {RECORDINGS.map((kind) => (
                <Recording kind={kind} {...props} problems={problems} />
              ))}
              <Line name="name" autocomplete="name" maxlength={MAX_NAME} {...field}>
                {form.name}
                <Hint>{form.nameHint}</Hint>
              </Line>
              <Line name="language" maxlength={100} {...field}>
                {form.language}
                <Hint>{form.languageHint}</Hint>
              </Line>
              <Line name="contact" {...field}>
                {form.contact}
                <Hint>{form.contactHint}</Hint>
              </Line>
              <details open={problems.vouched !== undefined}>
                <summary>{form.vouchedAsk}</summary>
                <Line name="vouched" maxlength={40} {...field}>
                  {form.vouched}
                  <Hint>{form.vouchedHint}</Hint>
                </Line>
              </details>
              <p class="acts field">
                <button type="submit">{form.send}</button>
              </p>
              <p class="status" id="told" role="status"></p>
              <ul class="lines" id="kept" hidden></ul>
            </>
          )}
        </form>
        {thing && <WhatNext heading={form.next} steps={form.steps} />}
      </div>
    </>
  );
}

/** A file that no script need touch; a telephone offers to record it. */
function Recording(
  props: Pick<FormProps, "recording" | "words"> & {
    readonly kind: RecordingKind;
    readonly problems: Problems;
  },
) {
  const { kind, recording, problems, words } = props;
  const { ask, here } = words.recordings[kind];
  return (
    <div class="field">
      <label for={kind}>
        {ask}
        <Hint>
          {recording?.kind === kind
            ? here(formatBytes(recording.bytes, words.lang))
            : kind === "voice" && words.recordings.hint}
        </Hint>
      </label>
      <Problem of={kind} called={ask} problems={problems} />
      <input
        type="file"
        id={kind}
        name={kind}
        accept={kind === "voice" ? "audio/*" : "video/*"}
        {...(problems[kind] !== undefined && {
          "aria-invalid": "true" as const,
          "aria-describedby": `${kind}-problem`,
        })}
      />
    </div>
  );
}
