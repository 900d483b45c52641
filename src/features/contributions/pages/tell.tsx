/** The form by which anybody tells a story: it works without script, and says so nowhere. Rules T1 to T3. */
import type { Upload } from "../../../platform/private/uploads.ts";
import { Choice, Hint, Line, NothingSent, Problem } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { MAX_PEOPLE, MAX_TEXT, type What } from "../bounds.ts";
import { en } from "../words/en.ts";
import { PersonFields } from "./person.tsx";

export interface TellProps {
  readonly typed: Readonly<Partial<Record<string, string>>>;
  readonly problems?: Readonly<Partial<Record<string, string>>>;
  /** Why nothing was kept, where it is no field's fault. */
  readonly trouble?: string;
  /** Files that are here already. */
  readonly files?: readonly Pick<Upload, "what" | "kept">[];
}

export function TellMain(props: TellProps): Html {
  const { typed, problems = {}, trouble, files = [] } = props;
  const fields = { typed, problems };
  return (
    <>
      <header class="row head">
        <h1 class="c10">{en.title}</h1>
        <p class="stand c8">{en.stand}</p>
      </header>
      <NothingSent problems={problems} trouble={trouble} />
      <div class="row">
        <form
          class="c7 telling"
          id="tell"
          method="post"
          action="/take-part/story"
          enctype="multipart/form-data"
          data-words={JSON.stringify(en.script)}
        >
          {typed["id"] && <input type="hidden" name="id" value={typed["id"]} />}
          <section aria-labelledby="story-part">
            <h2 class="knot mini" id="story-part">
              {en.story}
            </h2>
            <Text name="text" rows={12} most={MAX_TEXT} {...fields}>
              {en.text}
              <Hint>{en.textHint}</Hint>
            </Text>
            <Line name="title" {...fields}>
              {en.titleOf}
              <Hint>{en.optional}</Hint>
            </Line>
            <Line name="language" {...fields}>
              {en.language}
              <Hint>{en.languageHint}</Hint>
            </Line>
            <Line name="place" {...fields}>
              {en.place}
              <Hint>{en.placeHint}</Hint>
            </Line>
            <Choice name="naming" options={en.namings} required {...fields}>
              {en.naming}
            </Choice>
            <Line name="name" {...fields}>
              {en.name}
            </Line>
          </section>
          <section aria-labelledby="files-part">
            <h2 class="knot mini" id="files-part">
              {en.files}
            </h2>
            <p class="small">{en.filesHint}</p>
            <ul class="lines" id="pieces" hidden></ul>
            <div id="hiding"></div>
            {files.length > 0 && (
              <ul class="lines">
                {files.map(({ what, kept }) => (
                  <li>
                    <span>{en.fileName[what as What]}</span>
                    <span class="small">{en.isHere(kept ?? 0)}</span>
                  </li>
                ))}
              </ul>
            )}
            <File name="photo" accept="image/*" many hint={en.photoHint} problems={problems}>
              {en.photo}
            </File>
            <Text name="shows" rows={2} most={2000} {...fields}>
              {en.shows}
              <Hint>{en.showsHint}</Hint>
            </Text>
            <File name="voice" accept="audio/*" hint={en.voiceHint} problems={problems}>
              {en.voice}
            </File>
            <p class="acts">
              <button type="button" class="quiet" id="record" hidden>
                {en.script.record}
              </button>
            </p>
            <File name="film" accept="video/*" hint={en.filmHint} problems={problems}>
              {en.film}
            </File>
            <File name="sign" accept="video/*" hint={en.filmHint} problems={problems}>
              {en.sign}
            </File>
          </section>
          <section aria-labelledby="teller-part">
            <h2 class="knot mini" id="teller-part">
              {en.tellerPart}
            </h2>
            <Choice name="teller" options={en.tellers} required {...fields}>
              {en.teller}
            </Choice>
            <fieldset>
              <legend>{en.helper}</legend>
              <p class="small">{en.helperHint}</p>
              <Line name="helperName" {...fields}>
                {en.helperName}
              </Line>
              <Choice name="helperHow" options={en.hows} {...fields}>
                {en.helperHow}
              </Choice>
              <Text name="helperWords" rows={3} most={2000} {...fields}>
                {en.helperWords}
              </Text>
              <File name="proof" accept="image/*,audio/*" hint={en.proofHint} problems={problems}>
                {en.proof}
              </File>
            </fieldset>
          </section>
          <section aria-labelledby="people-part">
            <h2 class="knot mini" id="people-part">
              {en.people}
            </h2>
            <p>{en.peopleHint}</p>
            {Array.from({ length: MAX_PEOPLE }, (_, n) => (
              <PersonFields n={n} {...fields} />
            ))}
          </section>
          <section aria-labelledby="reach-part">
            <h2 class="knot mini" id="reach-part">
              {en.contactPart}
            </h2>
            <Line name="contact" {...fields}>
              {en.contact}
              <Hint>{en.contactHint}</Hint>
            </Line>
            <p class="acts field">
              <button type="submit">{en.send}</button>
            </p>
            <p class="status" id="said" role="status"></p>
          </section>
        </form>
        <div class="c5 branch">
          <section aria-labelledby="then">
            <h2 class="knot mini" id="then">
              {en.next}
            </h2>
            <ol class="path">
              {en.steps.map(([what, more], i) => (
                <li class={i === 0 ? "on" : undefined}>
                  <b>{what}</b>
                  <small>{more}</small>
                </li>
              ))}
            </ol>
            <p>
              <a href="/withdraw">{en.withdraw.title}</a>
            </p>
          </section>
        </div>
      </div>
    </>
  );
}

interface Shown {
  readonly problems: Readonly<Partial<Record<string, string>>>;
  readonly name: string;
  readonly children: unknown;
}

function Text(
  props: Shown & {
    readonly typed: TellProps["typed"];
    readonly rows: number;
    readonly most: number;
  },
) {
  const { name, typed, problems, rows, most, children } = props;
  return (
    <div class="field">
      <label for={name}>{children}</label>
      <textarea
        id={name}
        name={name}
        rows={rows}
        maxlength={most}
        dir="auto"
        {...marks(name, problems)}
      >
        {typed[name] ?? ""}
      </textarea>
      <Problem of={name} problems={problems} />
    </div>
  );
}

function File(
  props: Shown & { readonly accept: string; readonly hint: string; readonly many?: boolean },
) {
  const { name, accept, hint, many, problems, children } = props;
  return (
    <div class="field">
      <label for={name}>
        {children}
        <Hint>{hint}</Hint>
      </label>
      <input
        type="file"
        id={name}
        name={name}
        accept={accept}
        multiple={many}
        {...marks(name, problems)}
      />
      <Problem of={name} problems={problems} />
    </div>
  );
}

const marks = (name: string, problems: Shown["problems"]) =>
  problems[name] === undefined
    ? {}
    : { "aria-invalid": "true" as const, "aria-describedby": `${name}-problem` };
