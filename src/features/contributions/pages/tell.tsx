/** The form by which anybody tells a story: it works without script, and says so nowhere. Rules T1 to T3. */
import type { Upload } from "../../../platform/private/uploads.ts";
import { chromeIn } from "../../../platform/web/chrome.ts";
import { Choice, Hint, Line, NothingSent, Said } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatBytes } from "../../../platform/web/words.ts";
import { isProof, MAX_PEOPLE, MAX_TEXT, TELL, type What } from "../bounds.ts";
import type { InLanguage } from "../../../platform/sent/sort.ts";
import { wordsIn, type TellWords } from "../words.ts";
import { File, Text } from "./fields.tsx";
import { PersonFields, whereIn } from "./person.tsx";

export interface TellProps {
  readonly typed: Readonly<Partial<Record<string, string>>>;
  readonly problems?: Readonly<Partial<Record<string, string>>>;
  /** Why nothing was kept, where it is no field's fault. */
  readonly trouble?: string;
  /** Files that are here already. */
  readonly files?: readonly Pick<Upload, "what" | "kept">[];
  /** The address of what makes clips smaller. */
  readonly clips: string;
}

export function TellMain(props: TellProps & InLanguage): Html {
  const { typed, problems = {}, trouble, files = [], clips, lang, to } = props;
  const words = wordsIn(lang);
  const fields = { typed, problems };
  return (
    <>
      <header class="row head">
        <h1 class="c10">{words.title}</h1>
        <p class="stand c8">{words.stand}</p>
      </header>
      <NothingSent problems={problems} trouble={trouble} lang={words.lang} />
      <template id="wrong">
        <Said isWrong>
          <p>
            <strong>{chromeIn(lang).form.nothingSent}</strong> <span></span>
          </p>
          <ul class="wrong">
            <li>
              <a></a> <span class="small"></span>
            </li>
          </ul>
        </Said>
      </template>
      <div class="row">
        <form
          class="c7 telling"
          id="tell"
          method="post"
          action={to(TELL)}
          enctype="multipart/form-data"
          data-words={JSON.stringify(words.script)}
          data-clips={clips}
          data-here={files.length > 0 ? "" : undefined}
        >
          {typed["id"] && <input type="hidden" name="id" value={typed["id"]} />}
          <section aria-labelledby="story-part">
            <h2 class="knot mini" id="story-part">
              {words.story}
            </h2>
            <Text name="text" rows={12} most={MAX_TEXT} {...fields}>
              {words.text}
              <Hint>{words.textHint}</Hint>
            </Text>
            <Line name="title" {...fields}>
              {words.titleOf}
              <Hint>{words.optional}</Hint>
            </Line>
            <Line name="language" {...fields}>
              {words.language}
              <Hint>{words.languageHint}</Hint>
            </Line>
            <Line name="place" {...fields}>
              {words.place}
              <Hint>{words.placeHint}</Hint>
            </Line>
            <Choice
              name="naming"
              options={Object.entries(words.namings)}
              lang={words.lang}
              required
              {...fields}
            >
              {words.naming}
            </Choice>
            <Line name="name" autocomplete="name" {...fields}>
              {words.name}
            </Line>
          </section>
          <section aria-labelledby="files-part">
            <h2 class="knot mini" id="files-part">
              {words.files}
            </h2>
            <p class="small">{words.filesHint}</p>
            <ul class="lines" id="pieces" hidden></ul>
            <div id="hiding"></div>
            {files.length > 0 && (
              <ul class="lines">
                {files.map(({ kept }, i) => (
                  <li>
                    <span>{nameOf(words, files, i)}</span>
                    <span class="small">{words.isHere(formatBytes(kept ?? 0, words.lang))}</span>
                  </li>
                ))}
              </ul>
            )}
            <File name="photo" accept="image/*" many hint={words.photoHint} problems={problems}>
              {words.photo}
            </File>
            <Text name="shows" rows={2} most={2000} {...fields}>
              {words.shows}
              <Hint>{words.showsHint}</Hint>
            </Text>
            <File name="voice" accept="audio/*" hint={words.voiceHint} problems={problems}>
              {words.voice}
            </File>
            <p class="acts">
              <button type="button" class="quiet" id="record" hidden>
                {words.script.record}
              </button>
            </p>
            <File
              name="film"
              accept="video/*"
              hint={`${words.filmHint} ${words.smaller}`}
              problems={problems}
            >
              {words.film}
            </File>
            <File
              name="sign"
              accept="video/*"
              hint={`${words.filmHint} ${words.smaller}`}
              problems={problems}
            >
              {words.sign}
            </File>
          </section>
          <section aria-labelledby="teller-part">
            <h2 class="knot mini" id="teller-part">
              {words.tellerPart}
            </h2>
            <Choice
              name="teller"
              options={Object.entries(words.tellers)}
              lang={words.lang}
              required
              {...fields}
            >
              {words.teller}
            </Choice>
            <fieldset>
              <legend>{words.helper}</legend>
              <p class="small">{words.helperHint}</p>
              <Line name="helperName" autocomplete="name" {...fields}>
                {words.helperName}
              </Line>
              <Choice
                name="helperHow"
                options={Object.entries(words.hows)}
                lang={words.lang}
                {...fields}
              >
                {words.helperHow}
              </Choice>
              <Text name="helperWords" rows={3} most={2000} {...fields}>
                {words.helperWords}
              </Text>
              <File
                name="proof"
                accept="image/*,audio/*"
                hint={words.proofHint}
                problems={problems}
              >
                {words.proof}
              </File>
            </fieldset>
          </section>
          <section aria-labelledby="people-part">
            <h2 class="knot mini" id="people-part">
              {words.people}
            </h2>
            <p>{words.peopleHint}</p>
            {Array.from({ length: MAX_PEOPLE }, (_, n) => (
              <PersonFields n={n} words={words} {...fields} />
            ))}
          </section>
          <section aria-labelledby="reach-part">
            <h2 class="knot mini" id="reach-part">
              {words.contactPart}
            </h2>
            <Line name="contact" {...fields}>
              {words.contact}
              <Hint>{words.contactHint}</Hint>
            </Line>
            <p class="acts field">
              <button type="submit">{words.send}</button>
            </p>
            <p class="status" id="said" role="status"></p>
          </section>
        </form>
        <div class="c5 branch">
          <section aria-labelledby="then">
            <h2 class="knot mini" id="then">
              {words.next}
            </h2>
            <ol class="path">
              {words.steps.map(([what, more], i) => (
                <li class={i === 0 ? "on" : undefined}>
                  <b>{what}</b>
                  <small>{more}</small>
                </li>
              ))}
            </ol>
            <p>
              <a href={to("/withdraw")}>{words.withdraw.title}</a>
            </p>
          </section>
        </div>
      </div>
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
