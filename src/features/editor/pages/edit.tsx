/** The page on which a draft is written. */
import { authorIn } from "../author.ts";
import { Said } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatBytes } from "../../../platform/web/words.ts";
import type { Draft } from "../../stories/model.ts";
import type { Checked } from "../check.ts";
import type { Looked } from "../preview.ts";
import type { Uploaded } from "../uploads.ts";
import type { StandingStory } from "../around.ts";
import { zoneOf } from "../hours.ts";
import type { DraftState } from "../states.ts";
import type { RecordingTyped } from "../recording.ts";
import { AddRecording } from "./add-recording.tsx";
import type { WritingWords } from "../words.ts";
import { Since } from "./beside.tsx";
import { StoryFields, type FormProps } from "./form.tsx";
import { Findings, Meter } from "./meter.tsx";
import { Waits } from "./waits.tsx";

interface AddedPicture extends Pick<Uploaded, "file" | "alt" | "as"> {
  readonly stripped: string;
}

interface EditProps extends Omit<FormProps, "problems"> {
  readonly draft: Draft;
  readonly title: string;
  readonly state: DraftState;
  /** As the log says it and as it waits. */
  readonly told: StandingStory | undefined;
  readonly when: string;
  readonly looked: Looked;
  readonly checked: Checked;
  readonly mayPublish: boolean;
  /** Languages that it can be carried into: tag and name. */
  readonly languages: readonly (readonly [lang: string, name: string])[];
  /** Of a translation: what it is written in. */
  readonly language: string;
  readonly maxPicture: number;
  /** What was typed beside a film or sound that was not taken. */
  readonly notTaken?: RecordingTyped | undefined;
  /** The picture that was added a moment ago. */
  readonly added?: AddedPicture | undefined;
  /** Why nothing was done. */
  readonly trouble?: string | undefined;
}

export function EditPage(props: EditProps): Html {
  const { draft, words, title, state, when, checked, looked, trouble, beside } = props;
  const path = `/desk/stories/${draft.id}`;
  const waits = props.told?.waits.get(draft.lang);
  return (
    <>
      <header class="head tight">
        <h1>
          <bdi lang={props.lang}>{title}</bdi>
        </h1>
        <p class="meta">
          <span>{words.states[state]}</span>
          {draft.kind === "translation" && <span>{words.translation(props.language)}</span>}
          <span id="saved">{words.saved(authorIn(words, draft.author), when)}</span>
        </p>
        <Links {...props} path={path} />
      </header>
      {props.added && <Added added={props.added} words={words} />}
      {trouble !== undefined && <Said isWrong>{trouble}</Said>}
      <div
        id="live"
        role="status"
        class="live"
        data-words={JSON.stringify({
          tools: words.toolNames,
          samples: words.samples,
          live: words.live,
        })}
      />
      {waits && (
        <Waits
          path={path}
          waits={waits}
          words={words}
          zone={zoneOf(props.frame)}
          mayPublish={props.mayPublish}
        />
      )}
      {beside && <Since beside={beside} words={words} />}
      <div class="row">
        <form
          class={beside ? undefined : "c7"}
          method="post"
          action={path}
          id="draft"
          data-keeps
          data-id={draft.id}
        >
          <input type="hidden" name="base" value={String(draft.version)} />
          <StoryFields {...props} problems={checked.problems} />
          {draft.kind === "story" && draft.said === null && draft.source === null && (
            <Address draft={draft} words={words} />
          )}
          <Acts words={words} mayPublish={props.mayPublish} />
        </form>
        <div class={beside ? "c7 branch" : "c5 branch"}>
          <section aria-labelledby="before">
            <h2 class="vh" id="before">
              {words.weight}
            </h2>
            <Meter {...looked} words={words} />
            <Findings checked={checked} words={words} />
          </section>
          <iframe
            class="phone"
            id="preview"
            title={words.preview}
            data-src={`${path}/preview`}
            hidden
          />
          {draft.kind === "story" && <Picture {...props} path={path} />}
          {draft.kind === "story" && (
            <AddRecording path={path} words={words} typed={props.notTaken} />
          )}
          <Translations {...props} path={path} />
          <Ending {...props} path={path} />
        </div>
      </div>
    </>
  );
}

const PREVIEW = 240; // pixels; to see that it is the right one

function Added({ added, words }: { readonly added: AddedPicture; readonly words: WritingWords }) {
  const { file, alt, as, stripped } = added;
  const { width, height } = file;
  const tall = width && height ? Math.round((PREVIEW * height) / width) : undefined;
  return (
    <Said>
      <p>
        {words.addedPicture[as](alt)} {stripped}
      </p>
      <img src={`/media/${file.media}`} alt={alt} width={PREVIEW} height={tall} />
    </Said>
  );
}

export function Acts({ words, mayPublish }: { words: WritingWords; mayPublish: boolean }): Html {
  return (
    <p class="acts">
      <button type="submit" name="next" value="">
        {words.save}
      </button>
      <button type="submit" class="quiet" name="next" value="phone">
        {words.toPhone}
      </button>
      {mayPublish && (
        <button type="submit" class="quiet" name="next" value="publish">
          {words.toPublish}
        </button>
      )}
    </p>
  );
}

function Links({ path, words, mayPublish, draft }: EditProps & { path: string }) {
  return (
    <p class="chips">
      <a href={`${path}/history`}>{words.history}</a>
      <a href={`${path}/phone`}>{words.phone}</a>
      {mayPublish && draft.kind === "story" && <a href={`${path}/consents`}>{words.consents}</a>}
      {mayPublish && <a href={`${path}/publish`}>{words.publishing}</a>}
    </p>
  );
}

function Translations({ languages, path, words }: EditProps & { path: string }) {
  if (languages.length === 0) return <></>;
  return (
    <details>
      <summary>{words.translate}</summary>
      <form method="post" action={`${path}/translate`}>
        <p class="acts">
          {languages.map(([lang, name]) => (
            <button type="submit" class="quiet" name="lang" value={lang}>
              {words.translateInto(name)}
            </button>
          ))}
        </p>
      </form>
    </details>
  );
}

function Address({ draft, words }: { draft: Draft; words: WritingWords }) {
  return (
    <div class="field">
      <label for="address">
        {words.fields.address}
        <span class="hint">{words.fields.addressHint(draft.slug)}</span>
      </label>
      <input
        id="address"
        name="address"
        value={draft.slug}
        maxlength={80}
        autocomplete="off"
        dir="ltr"
      />
    </div>
  );
}

function Picture({ path, words, maxPicture, typed }: EditProps & { path: string }) {
  return (
    <details>
      <summary>{words.addPicture}</summary>
      <p>
        <a class="more" href={`${path}/photos`}>
          {words.choosePhoto}
        </a>
      </p>
      <form method="post" action={`${path}/picture`} enctype="multipart/form-data">
        <div class="field">
          <label for="upload">
            {words.pictureFile}
            <span class="hint">{words.addPictureHint(formatBytes(maxPicture, words.lang))}</span>
          </label>
          <input
            id="upload"
            name="file"
            type="file"
            accept="image/avif,image/webp,image/jpeg,image/png"
            required
          />
        </div>
        <div class="field">
          <label for="upload-alt">{words.pictureAlt}</label>
          <input
            id="upload-alt"
            name="alt"
            required
            maxlength={2000}
            autocomplete="off"
            dir="auto"
          />
        </div>
        <div class="field">
          <label for="upload-credit">{words.pictureCredit}</label>
          <input id="upload-credit" name="credit" maxlength={500} autocomplete="off" dir="auto" />
        </div>
        <div class="field">
          <label for="upload-as">{words.pictureAs}</label>
          <select id="upload-as" name="as">
            <option value="picture">{words.asPicture}</option>
            <option value="cover">{words.asCover}</option>
            {(typed["cover_file"] ?? "") !== "" && <option value="night">{words.asNight}</option>}
          </select>
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

function Ending({ path, draft, words, state, told, mayPublish }: EditProps & { path: string }) {
  const wasTold = mayPublish && draft.kind === "story" && told?.known && state !== "draft";
  const stands = wasTold && !told.known.isWithdrawn;
  const way = (name: "delete" | "withdraw" | "erase") => (
    <details>
      <summary>
        <span>{words[name]}</span>
        <span class="hint">{words[`${name}Hint`]}</span>
      </summary>
      <form method="post" action={`${path}/${name}`}>
        <div class="field">
          <label class="tick">
            <input type="checkbox" name="sure" value="yes" required /> {words[`${name}Sure`]}
          </label>
        </div>
        <p class="acts">
          <button type="submit" class="quiet">
            {words[name]}
          </button>
        </p>
      </form>
    </details>
  );
  return (
    <>
      {told?.waits.has(draft.lang) ? <p>{words.waits.stays}</p> : way("delete")}
      {stands && way("withdraw")}
      {wasTold && way("erase")}
    </>
  );
}
