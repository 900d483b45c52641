/** The first step of the form: what somebody tells, or the film of somebody who signs a book. */
import { Hint, Tick } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { MAX_TEXT } from "../bounds.ts";
import { stepOf } from "../form.ts";
import type { TellWords } from "../words.ts";
import { File, isSaid, Text } from "./fields.tsx";
import { Files, type OwnFile } from "./files.tsx";

export interface PartProps {
  readonly typed: Readonly<Partial<Record<string, string>>>;
  readonly problems: Readonly<Partial<Record<string, string>>>;
  /** Those that are here already. */
  readonly files: readonly OwnFile[];
  readonly words: TellWords;
  /** All steps stand on one page. */
  readonly isWhole: boolean;
}

export function Told({ words, files, ...fields }: PartProps): Html {
  const names = ["photo", "shows", "voice", "film", "sign"];
  const isOpen =
    files.some(({ what }) => stepOf(what) === "tell") || names.some((name) => isSaid(name, fields));
  return (
    <>
      <Text name="text" rows={8} most={MAX_TEXT} {...fields}>
        {words.text}
        <Hint>{words.textHint}</Hint>
      </Text>
      <details class="media" id="more-files" open={isOpen}>
        <summary>{words.files}</summary>
        <p class="small">{words.filesHint}</p>
        <Files words={words} files={files} step="tell" />
        <File name="photo" accept="image/*" many hint={words.photoHint} {...fields}>
          {words.photo}
        </File>
        <Text name="shows" rows={2} most={2000} {...fields}>
          {words.shows}
          <Hint>{words.showsHint}</Hint>
        </Text>
        <File name="voice" accept="audio/*" hint={words.voiceHint} {...fields}>
          {words.voice}
        </File>
        <p class="acts">
          <button type="button" class="quiet" id="record" hidden>
            {words.script.record}
          </button>
        </p>
        {(["film", "sign"] as const).map((name) => (
          <File
            name={name}
            accept="video/*"
            hint={`${words.filmHint} ${words.smaller}`}
            {...fields}
          >
            {words[name]}
          </File>
        ))}
      </details>
    </>
  );
}

/** A film of somebody who signs a book. */
export function Signed({
  words,
  files,
  book,
  ...fields
}: PartProps & { readonly book: string }): Html {
  return (
    <>
      <input type="hidden" name="book" value={book} />
      <Files words={words} files={files} step="tell" />
      <File
        name="sign"
        accept="video/*"
        hint={`${words.filmHint} ${words.smaller} ${words.signing.unheard}`}
        {...fields}
      >
        {words.sign}
      </File>
      <Tick name="stated" required {...fields}>
        {words.signing.stated}
      </Tick>
      <Text name="text" rows={3} most={MAX_TEXT} {...fields}>
        {words.signing.note}
        <Hint>{words.optional}</Hint>
      </Text>
    </>
  );
}
