/** The page on which a draft is written. */
import type { Draft } from "../../../platform/private/drafts.ts";
import type { Html } from "../../../platform/web/route.ts";
import type { Checked } from "../check.ts";
import type { Looked } from "../look.ts";
import type { DraftState } from "../states.ts";
import type { WritingWords } from "../words/en.ts";
import { StoryFields, type FormProps } from "./form.tsx";
import { Findings, Meter } from "./meter.tsx";

export interface EditProps extends Omit<FormProps, "problems"> {
  readonly draft: Draft;
  readonly title: string;
  readonly state: DraftState;
  readonly when: string;
  readonly looked: Looked;
  readonly checked: Checked;
  readonly mayPublish: boolean;
  /** Languages that it can be carried into: tag and name. */
  readonly languages: readonly (readonly [lang: string, name: string])[];
  readonly maxPicture: number;
  /** Why nothing was done. */
  readonly trouble?: string | undefined;
}

export function EditPage(props: EditProps): Html {
  const { draft, words, title, state, when, checked, looked, trouble } = props;
  const path = `/desk/stories/${draft.id}`;
  return (
    <>
      <header class="head tight">
        <h1>{title}</h1>
        <p class="meta">
          <span>{words.states[state]}</span>
          {draft.kind === "translation" && <span>{words.translation(draft.lang)}</span>}
          <span id="saved">{words.saved(draft.author, when)}</span>
        </p>
        <Links {...props} path={path} />
      </header>
      {trouble !== undefined && (
        <p class="aside" role="alert">
          {trouble}
        </p>
      )}
      <div
        id="live"
        role="status"
        class="live"
        data-words={JSON.stringify({ tools: words.toolNames, live: words.live })}
      />
      <div class="row">
        <form class="c7" method="post" action={path} id="draft" data-id={draft.id}>
          <input type="hidden" name="base" value={String(draft.version)} />
          <StoryFields {...props} problems={checked.problems} />
          {draft.kind === "story" && draft.said === null && draft.source === null && (
            <Address draft={draft} words={words} />
          )}
          <Acts words={words} mayPublish={props.mayPublish} />
        </form>
        <div class="c5 branch">
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
          <Ending {...props} path={path} />
        </div>
      </div>
    </>
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

function Links({ draft, path, words, languages, mayPublish }: EditProps & { path: string }) {
  return (
    <p class="chips">
      <a href={`${path}/history`}>{words.history}</a>
      <a href={`${path}/phone`}>{words.phone}</a>
      {draft.kind === "translation" && (
        <a href={`${path}/translate/${draft.lang}`}>{words.translate}</a>
      )}
      {mayPublish && <a href={`${path}/publish`}>{words.publishing}</a>}
      {draft.kind === "story" &&
        languages.map(([lang, name]) => (
          <a href={`${path}/translate/${lang}`}>
            {words.translateInto} {name}
          </a>
        ))}
    </p>
  );
}

function Address({ draft, words }: { draft: Draft; words: WritingWords }) {
  return (
    <div class="field">
      <label for="address">
        {words.fields.address}
        <span class="hint">{words.fields.addressHint(draft.slug)}</span>
      </label>
      <input id="address" name="address" value={draft.slug} maxlength={80} autocomplete="off" />
    </div>
  );
}

function Picture({ path, words, maxPicture }: EditProps & { path: string }) {
  return (
    <details>
      <summary>{words.addPicture}</summary>
      <form method="post" action={`${path}/picture`} enctype="multipart/form-data">
        <div class="field">
          <label for="upload">
            {words.pictureFile}
            <span class="hint">{words.addPictureHint(Math.round(maxPicture / 1000))}</span>
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
          <input id="upload-alt" name="alt" required maxlength={2000} autocomplete="off" />
        </div>
        <div class="field">
          <label for="upload-credit">{words.pictureCredit}</label>
          <input id="upload-credit" name="credit" maxlength={500} autocomplete="off" />
        </div>
        <div class="field">
          <label for="upload-as">{words.pictureAs}</label>
          <select id="upload-as" name="as">
            <option value="picture">{words.asPicture}</option>
            <option value="cover">{words.asCover}</option>
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

function Ending({ path, draft, words, state, mayPublish }: EditProps & { path: string }) {
  const stands = mayPublish && draft.kind === "story" && !["draft", "withdrawn"].includes(state);
  return (
    <>
      <details>
        <summary>{words.delete}</summary>
        <Sure action={`${path}/delete`} sure={words.deleteSure} button={words.delete} />
      </details>
      {stands && (
        <details>
          <summary>{words.withdraw}</summary>
          <Sure action={`${path}/withdraw`} sure={words.withdrawSure} button={words.withdraw} />
        </details>
      )}
    </>
  );
}

function Sure({ action, sure, button }: { action: string; sure: string; button: string }) {
  return (
    <form method="post" action={action}>
      <div class="field">
        <label class="tick">
          <input type="checkbox" name="sure" value="yes" required /> {sure}
        </label>
      </div>
      <p class="acts">
        <button type="submit" class="quiet">
          {button}
        </button>
      </p>
    </form>
  );
}
