/** The form by which a film, a sound, a sign video or a description track comes into a draft. Rule W13. */
import { MAX_MEDIA } from "../../../platform/media/media.ts";
import type { Html } from "../../../platform/web/route.ts";
import { formatBytes } from "../../../platform/web/words.ts";
import { RECORDINGS, type RecordingTyped } from "../recording.ts";
import type { WritingWords } from "../words.ts";

interface Props {
  readonly path: string;
  readonly words: WritingWords;
  /** Typed before, and not taken. */
  readonly typed: RecordingTyped | undefined;
}

export function AddRecording({ path, words, typed }: Props): Html {
  const own = words.recording;
  return (
    <details open={typed !== undefined}>
      <summary>{own.add}</summary>
      <form method="post" action={`${path}/recording`} enctype="multipart/form-data">
        <div class="field">
          <label for="recording">
            {words.pictureFile}
            <span class="hint">{own.hint(formatBytes(MAX_MEDIA, words.lang))}</span>
          </label>
          <input id="recording" name="file" type="file" accept="video/*,audio/*" required />
        </div>
        <div class="field">
          <label for="recording-as">{own.as}</label>
          <select id="recording-as" name="as">
            {RECORDINGS.map((one) => (
              <option value={one} selected={typed?.as === one}>
                {own.sorts[one]}
              </option>
            ))}
          </select>
        </div>
        <Field name="title" label={own.title} hint={own.titleHint} typed={typed} />
        <Field name="credit" label={own.credit} typed={typed} />
        <Field name="language" label={own.language} hint={own.languageHint} typed={typed} />
        <div class="field">
          <label for="recording-captions">
            {own.captions}
            <span class="hint">{own.captionsHint}</span>
          </label>
          <input id="recording-captions" name="captions" type="file" accept=".vtt,text/vtt" />
        </div>
        <p class="acts">
          <button type="submit" class="quiet">
            {words.addIt}
          </button>
        </p>
      </form>
    </details>
  );
}

function Field({
  name,
  label,
  hint,
  typed,
}: {
  readonly name: "title" | "credit" | "language";
  readonly label: string;
  readonly hint?: string;
  readonly typed: RecordingTyped | undefined;
}) {
  const id = `recording-${name}`;
  return (
    <div class="field">
      <label for={id}>
        {label}
        {hint !== undefined && <span class="hint">{hint}</span>}
      </label>
      <input
        id={id}
        name={name}
        value={typed?.[name] ?? ""}
        maxlength={500}
        autocomplete="off"
        list={name === "language" ? "sign-languages" : undefined}
        dir="auto"
      />
    </div>
  );
}
