/** The questions about the photos, films and sounds of a draft, on the page on which it is published. Rule W40. */
import { NothingSent, Said } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { AskedAbout, pictureWords } from "../../pictures/api.ts";
import { purposeOf, type AskedFile } from "../asked-files.ts";
import type { Checked } from "../check.ts";
import type { Prints } from "../prints.ts";
import type { WritingWords } from "../words.ts";

interface AskedProps {
  readonly path: string;
  readonly checked: Checked;
  readonly prints: Prints;
  readonly typed: Readonly<Record<string, string>>;
  readonly wrong: Readonly<Record<string, string>>;
  readonly isKept: boolean;
  readonly words: WritingWords;
}

export function AskedFiles(props: AskedProps): Html {
  const { checked, typed, wrong, isKept, words } = props;
  const { files } = checked;
  if (files.length === 0) return <></>;
  const { asked } = pictureWords(words.lang);
  const isOpen = files.some(({ answer }) => !answer) || Object.keys(wrong).length > 0;
  const form = (
    <form method="post" action={`${props.path}/asked`} id="asked" class="asking">
      <p>{asked.stand}</p>
      {files.map((file) => (
        <AskedAbout
          media={file.media}
          legend={[file.what, file.alt].filter((part) => part !== "").join(": ")}
          lang={words.lang}
          typed={typed}
          problems={wrong}
        >
          <Look {...props} file={file} />
        </AskedAbout>
      ))}
      <p class="acts">
        <button type="submit" class={isOpen ? undefined : "quiet"}>
          {asked.keep}
        </button>
      </p>
    </form>
  );
  return (
    <>
      {isKept && !isOpen && <Said>{asked.kept}</Said>}
      <NothingSent problems={wrong} lang={words.lang} heading={asked.notKept} />
      {isOpen ? (
        <>
          <h2 class="knot mini">{asked.title}</h2>
          {form}
        </>
      ) : (
        <details>
          <summary>{words.asking.answered}</summary>
          {form}
        </details>
      )}
    </>
  );
}

const SMALL = 160; // pixels; to see who is on it, the whole is one touch away

function Look({ prints, words, file }: AskedProps & { readonly file: AskedFile }) {
  const print = prints.get(file.name);
  if (!print) return <></>;
  const { href, src, width, height } = print;
  if (purposeOf(file.name) !== "photo")
    return (
      <p>
        <a href={href}>{words.asking.look}</a>
      </p>
    );
  return (
    <p>
      <a href={href}>
        <img
          src={src}
          alt={file.alt || words.asking.look}
          width={SMALL}
          height={width && height ? Math.round((SMALL * height) / width) : undefined}
        />
      </a>
    </p>
  );
}
