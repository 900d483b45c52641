/** The captions of one film: the player, and a row for each line. Works as a plain form. */
import { NothingSent, Said as Note } from "../../../platform/web/form-fields.tsx";
import { isSound } from "../../../platform/web/player/choices.ts";
import { languageShown, languagesFor } from "../../../platform/web/languages.ts";
import type { Html } from "../../../platform/web/route.ts";
import { PageHead } from "../../../platform/web/heads.tsx";
import { pictureWords } from "../../pictures/api.ts";
import { AskedForm } from "../asked.tsx";
import type { LineKind, Recording } from "../recordings.ts";
import type { Row, RowProblem } from "../rows.ts";
import type { CaptionWords } from "../words.ts";

export interface EditorProps {
  readonly words: CaptionWords;
  readonly recording: Recording;
  readonly kind: LineKind;
  readonly language: string;
  readonly rows: readonly Row[];
  readonly problems: readonly RowProblem[];
  /** What was done, or why nothing was. */
  readonly said?: string | undefined;
  /** Why there are no lines to write. */
  readonly trouble?: string | undefined;
  readonly mayPublish: boolean;
  /** What was answered about who can be recognised, and what does not fit there. */
  readonly asked: Readonly<Record<"typed" | "problems", Readonly<Record<string, string>>>>;
  /** What is there in other languages: those that stand and those that are being written. */
  readonly others: readonly { readonly kind: LineKind; readonly language: string }[];
  /** Where the player goes on, in milliseconds. */
  readonly played?: number | undefined;
  /** The line in which somebody writes on. */
  readonly current?: number | undefined;
}

export function Editor(props: EditorProps): Html {
  const { words, recording, problems, said } = props;
  return (
    <>
      <PageHead title={words.captionsOf(recording.title)} />
      {props.trouble === undefined ? (
        <Said words={words} said={said} problems={problems} />
      ) : (
        <Note isWrong>{props.trouble}</Note>
      )}
      <NothingSent
        problems={props.asked.problems}
        lang={words.lang}
        heading={pictureWords(words.lang).asked.notKept}
      />
      <Watched {...props} />
      {props.mayPublish && (
        <AskedForm
          {...props.asked}
          action={`/desk/media/${recording.media}/asked`}
          media={recording.media}
          lang={words.lang}
        />
      )}
      <Others {...props} />
      {props.trouble === undefined && <Lines {...props} />}
    </>
  );
}

function Lines(props: EditorProps) {
  const { words, recording, kind, language, rows, problems, mayPublish } = props;
  return (
    <form
      method="post"
      action={`/desk/media/${recording.media}`}
      id="lines"
      data-play={words.play}
      data-start={words.setStart}
      data-end={words.setEnd}
    >
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="language" value={language} />
      <input type="hidden" name="rows" value={rows.length} />
      <input type="hidden" name="played" value={props.played} />
      <input type="hidden" name="cursor" value="" />
      <p class="acts">
        <button name="do" value="save">
          {words.save}
        </button>
        {mayPublish && (
          <button class="quiet" name="do" value="publish">
            {words.publish}
          </button>
        )}
        <span class="hint">{words.times}</span>
      </p>
      {rows.map((row, i) => (
        <Line
          words={words}
          row={row}
          n={i + 1}
          last={i === rows.length - 1}
          current={i + 1 === props.current}
          language={language}
          problems={problems.filter(({ row: at }) => at === i + 1)}
        />
      ))}
      <p class="acts">
        <button class="quiet" name="do" value="add">
          {words.add}
        </button>
      </p>
    </form>
  );
}

function Said({ words, said, problems }: Pick<EditorProps, "words" | "said" | "problems">) {
  if (problems.length === 0) return said === undefined ? <></> : <Note>{said}</Note>;
  return (
    <Note isWrong>
      <p>{said ?? words.wrong(problems.length)}</p>
      <ul>
        {problems.map(({ row, message }) => (
          <li>
            <a href={`#text${row}`}>{words.row(row)}</a>: {message}
          </li>
        ))}
      </ul>
    </Note>
  );
}

function Watched({ recording, language, played }: EditorProps) {
  const { media, title, lines } = recording;
  const src = `/media/${media}${played ? `#t=${played / 1000}` : ""}`;
  if (isSound(media))
    return <audio id="film" controls preload="metadata" src={src} aria-label={title} />;
  return (
    <video
      id="film"
      class="watched"
      controls
      playsinline
      preload="metadata"
      src={src}
      aria-label={title}
    >
      {lines
        .filter(({ kind }) => kind === "captions")
        .map((one) => (
          <track
            kind="captions"
            src={`/media/${one.file.media}`}
            srclang={one.language}
            label={one.language}
            default={one.language === language}
          />
        ))}
    </video>
  );
}

function Others({ words, recording, kind, language, others }: EditorProps) {
  return (
    <>
      <nav class="chips" aria-label={words.languages}>
        {others.map((one) => (
          <a
            href={`/desk/media/${recording.media}?kind=${one.kind}&language=${one.language}`}
            aria-current={one.kind === kind && one.language === language ? "page" : undefined}
          >
            {words[one.kind]}: {one.language}
          </a>
        ))}
      </nav>
      <form method="get" action={`/desk/media/${recording.media}`} class="acts">
        <label>
          {words.kind}{" "}
          <select name="kind">
            {(["captions", "descriptions"] as const).map((one) => (
              <option value={one} selected={one === kind}>
                {words[one]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.language}{" "}
          <input
            name="language"
            value={languageShown(language, words.lang)}
            list="languages"
            maxlength={100}
            required
            size={16}
            autocomplete="off"
            dir="auto"
          />
        </label>
        <button class="quiet">{words.openOther}</button>
      </form>
      <datalist id="languages">
        {languagesFor([], words.lang).map(([, name]) => (
          <option value={name} />
        ))}
      </datalist>
    </>
  );
}

function Line({
  words,
  row,
  n,
  last,
  current,
  language,
  problems,
}: {
  readonly words: CaptionWords;
  readonly row: Row;
  readonly n: number;
  readonly last: boolean;
  readonly current: boolean;
  readonly language: string;
  readonly problems: readonly RowProblem[];
}) {
  const wrong =
    problems.length > 0 ? { "aria-invalid": "true" as const, "aria-describedby": `p${n}` } : {};
  const act = (verb: "split" | "merge" | "remove", short: string) => (
    <button class="quiet" name="do" value={`${verb}:${n}`} aria-label={words[verb](n)}>
      {short}
    </button>
  );
  return (
    <fieldset class="cue">
      <legend>{words.row(n)}</legend>
      <label>
        {words.start}
        <input
          class="brief"
          name={`start${n}`}
          value={row.start}
          maxlength={20}
          autocomplete="off"
          dir="ltr"
          aria-label={words.startOf(n)}
        />
      </label>
      <label>
        {words.end}
        <input
          class="brief"
          name={`end${n}`}
          value={row.end}
          maxlength={20}
          autocomplete="off"
          dir="ltr"
          aria-label={words.endOf(n)}
        />
      </label>
      <label class="said">
        {words.text}
        <textarea
          id={`text${n}`}
          name={`text${n}`}
          rows={2}
          autofocus={current}
          maxlength={1000}
          lang={language}
          dir="auto"
          aria-label={words.textOf(n)}
          {...wrong}
        >
          {`\n${row.text}`}
        </textarea>
      </label>
      {problems.length > 0 && (
        <p class="status" id={`p${n}`}>
          {problems.map(({ message }) => message).join("; ")}
        </p>
      )}
      <p class="acts">
        {act("split", words.splitShort)}
        {!last && act("merge", words.mergeShort)}
        {act("remove", words.removeShort)}
      </p>
    </fieldset>
  );
}
