/** What a story shows and plays: its cover, the pictures in its text, its film, somebody who signs it, each with its fields. Rule W28. */
import type { Html } from "../../../platform/web/route.ts";
import { filled } from "../../../platform/words/inline.tsx";
import { formatBytes } from "../../../platform/web/words.ts";
import { signLanguagesIn } from "../../../platform/web/languages.ts";
import { filmRow, lineOf, pictureRows, signRow, standsIn, type PictureRow } from "../media-rows.ts";
import type { Prints } from "../prints.ts";
import { Long, marks, Short, Trouble, type FieldsProps } from "./fields.tsx";

export interface MediaProps extends FieldsProps {
  /** What its files look like; none where two texts stand beside each other. */
  readonly prints?: Prints | undefined;
}

export function Cover(props: MediaProps): Html {
  const { words, typed, prints } = props;
  const { cover_file: file = "", cover_night: night = "" } = typed;
  const isThere = ["file", "alt", "credit"].some((part) => (typed[`cover_${part}`] ?? "") !== "");
  return (
    <fieldset class="field" id="cover">
      <legend>{words.fields.cover}</legend>
      <Trouble {...props} name="cover" />
      <Hidden name="cover_file" value={file} />
      <Seen file={file} prints={prints} />
      {isThere && (
        <>
          <Short {...props} name="cover_alt" max={5000} />
          <Short {...props} name="cover_credit" />
          <Out name="cover.out" words={words.media.out} />
        </>
      )}
      {night !== "" && (
        <>
          <Hidden name="cover_night" value={night} />
          <Seen file={night} prints={prints} />
          <Out name="cover.nightOut" words={words.media.nightOut} />
        </>
      )}
      {(typed["cover_formerly"] ?? "") !== "" && <Long {...props} name="cover_formerly" rows={2} />}
      <More next="cover" words={words} />
    </fieldset>
  );
}

export function Pictures(props: MediaProps): Html {
  const { words, typed } = props;
  const rows = pictureRows(typed);
  if (!rows) return <Long {...props} name="pictures" rows={5} code />;
  return (
    <fieldset class="field" id="pictures" {...marks(props, "pictures")}>
      <legend>{words.fields.pictures}</legend>
      <Trouble {...props} name="pictures" />
      {rows.map((row, i) => (
        <PictureFields {...props} row={row} at={`pictures.${i}`} n={i + 1} />
      ))}
      <More next="picture" words={words} />
    </fieldset>
  );
}

function PictureFields(
  props: MediaProps & { readonly row: PictureRow; readonly at: string; readonly n: number },
): Html {
  const { row, at, n, words, typed, prints, lang } = props;
  const { name = "", file = "", alt = "", credit = "" } = row.fields;
  return (
    <fieldset class="field">
      <legend>{words.naming.one(words.media.picture, n)}</legend>
      <Hidden name={`${at}.name`} value={name} />
      <Hidden name={`${at}.file`} value={file} />
      <Hidden name={`${at}.rest`} value={row.rest} />
      <Seen file={file} prints={prints} />
      <div class="field">
        <label for={`${at}.alt`}>{words.fields.cover_alt}</label>
        <textarea id={`${at}.alt`} name={`${at}.alt`} rows={2} lang={lang} dir="auto">
          {alt}
        </textarea>
      </div>
      <Line at={at} name="credit" value={credit}>
        {words.fields.cover_credit}
      </Line>
      {standsIn(typed["markdown"] ?? "", name) ? (
        <p class="hint">
          {filled(words.media.inText, { line: <code dir="ltr">{lineOf(name, alt)}</code> })}
        </p>
      ) : (
        <Out name={`${at}.put`} words={words.media.put} />
      )}
      <Out name={`${at}.out`} words={words.media.pictureOut} />
    </fieldset>
  );
}

export function FilmFields(props: MediaProps): Html {
  const { words, typed } = props;
  const row = filmRow(typed, words.lang);
  if (!row) return <Long {...props} name="film" rows={3} code />;
  const { fields, file } = row;
  const isThere = file !== undefined || Object.keys(fields).length > 0;
  const line = (name: "link" | "title" | "host" | "minutes" | "credit") => (
    <Line at="film" name={name} value={fields[name] ?? ""}>
      {words.media.film[name]}
    </Line>
  );
  return (
    <fieldset class="field" id="film" {...marks(props, "film")}>
      <legend>{words.fields.film}</legend>
      <Trouble {...props} name="film" />
      <Hidden name="film.rest" value={row.rest} />
      <Played file={file} {...props} />
      {file === undefined && line("link")}
      {line("title")}
      {file === undefined && line("host")}
      {file === undefined && line("minutes")}
      {file !== undefined && line("credit")}
      {isThere && <Out name="film.out" words={words.media.out} />}
      {file === undefined && <AddRecordingLink words={words} />}
    </fieldset>
  );
}

export function SignFields(props: MediaProps): Html {
  const { words, typed } = props;
  const row = signRow(typed, words.lang);
  if (!row) return <Long {...props} name="sign" rows={2} code />;
  const { fields, file } = row;
  return (
    <fieldset class="field" id="sign" {...marks(props, "sign")}>
      <legend>{words.fields.sign}</legend>
      <Trouble {...props} name="sign" />
      <Hidden name="sign.rest" value={row.rest} />
      <Played file={file} {...props} />
      {row.rest === "" ? (
        <AddRecordingLink words={words} />
      ) : (
        <>
          <Line at="sign" name="language" value={fields.language ?? ""} list="sign-languages">
            {words.recording.language}
          </Line>
          <Line at="sign" name="credit" value={fields.credit ?? ""}>
            {words.recording.credit}
          </Line>
          <Out name="sign.out" words={words.media.out} />
        </>
      )}
    </fieldset>
  );
}

/** What browsers offer while a sign language is typed; once, for all of its fields. */
export const SignLanguages = ({ words }: Pick<FieldsProps, "words">): Html => (
  <datalist id="sign-languages">
    {signLanguagesIn(words.lang).map(([, name]) => (
      <option value={name} />
    ))}
  </datalist>
);

const AddRecordingLink = ({ words }: Pick<FieldsProps, "words">): Html => (
  <p>
    <a class="more" href="#recording">
      {words.recording.add}
    </a>
  </p>
);

/** A picture is chosen on a page of its own: what was typed is saved before. */
const More = ({ next, words }: Pick<FieldsProps, "words"> & { readonly next: string }): Html => (
  <p class="acts">
    <button type="submit" class="quiet" name="next" value={next}>
      {words.media.choose}
      <span class="vh">: {next === "cover" ? words.fields.cover : words.fields.pictures}</span>
    </button>
    <a class="more" href="#upload">
      {words.media.upload}
    </a>
  </p>
);

const Hidden = ({ name, value }: { readonly name: string; readonly value: string }): Html =>
  value === "" ? <></> : <input type="hidden" name={name} value={value} />;

const Out = ({ name, words }: { readonly name: string; readonly words: string }): Html => (
  <div class="field">
    <label class="tick">
      <input type="checkbox" name={name} value="yes" /> {words}
    </label>
  </div>
);

function Line(props: {
  readonly at: string;
  readonly name: string;
  readonly value: string;
  readonly list?: string;
  readonly children: unknown;
}): Html {
  const id = `${props.at}.${props.name}`;
  return (
    <div class="field">
      <label for={id}>{props.children}</label>
      <input
        id={id}
        name={id}
        value={props.value}
        list={props.list}
        maxlength={props.name === "link" ? 2000 : 500}
        inputmode={props.name === "link" ? "url" : undefined}
        autocomplete="off"
        dir="auto"
      />
    </div>
  );
}

/** Its words stand beside it. */
function Seen({ file, prints }: { readonly file: string } & Pick<MediaProps, "prints">): Html {
  const print = prints?.get(file);
  if (!print) return <></>;
  return (
    <div class="opening">
      <span class="glimpse">
        <img src={print.src} alt="" width={print.width} height={print.height} loading="lazy" />
      </span>
    </div>
  );
}

function Played({ file, prints, words }: MediaProps & { readonly file: string | undefined }): Html {
  const print = file === undefined ? undefined : prints?.get(file);
  if (!print) return <></>;
  return (
    <p>
      <a href={print.href}>{words.media.play(formatBytes(print.bytes, words.lang))}</a>
    </p>
  );
}
