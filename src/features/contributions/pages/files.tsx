/** The files of a story that are here, and what each is called. */
import type { Html } from "../../../platform/web/route.ts";
import { formatBytes } from "../../../platform/web/words.ts";
import { isProof, type What } from "../bounds.ts";
import { stepOf, type Step } from "../form.ts";
import type { TellWords } from "../words.ts";
import { whereIn } from "./person.tsx";
import type { Upload } from "../private/uploads.ts";

export type OwnFile = Pick<Upload, "id" | "what" | "kept">;

/** What is with us of this step, each to be taken out, and what this device still has to send. */
export function Files({
  words,
  files,
  step,
}: {
  readonly words: TellWords;
  readonly files: readonly OwnFile[];
  readonly step: Step;
}): Html {
  const own = files.flatMap(({ id, what, kept }, i) =>
    stepOf(what) === step ? [{ id, kept, name: nameOf(words, files, i) }] : [],
  );
  return (
    <>
      {own.length > 0 && (
        <ul class="lines">
          {own.map(({ id, kept, name }) => (
            <li>
              <span>{name}</span>
              <span class="small">{words.isHere(formatBytes(kept ?? 0, words.lang))}</span>
              <button class="quiet" type="submit" name="drop" value={id} formnovalidate>
                {words.script.remove}
                <span class="vh"> {name}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <ul class="lines" id="pieces" hidden></ul>
      <div id="hiding"></div>
    </>
  );
}

/** `photo 2`: by the number that the ticks of each person have for it. */
export function nameOf(
  words: TellWords,
  files: readonly { readonly what: string }[],
  at: number,
): string {
  const what = files[at]!.what as What;
  if (isProof(what)) return words.fileName.proof;
  const n = files.slice(0, at + 1).filter((one) => one.what === what).length;
  return whereIn(words, what === "photo" ? `photo${n}` : what);
}
