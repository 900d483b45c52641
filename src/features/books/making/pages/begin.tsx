/** The form with which a signing begins. */
import {
  Choice,
  Hint,
  Line,
  NothingSent,
  Problem,
  Tick,
} from "../../../../platform/web/form-fields.tsx";
import { PageHead } from "../../../../platform/web/heads.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import { formatBytes, languageName } from "../../../../platform/web/words.ts";
import { MAX_MEDIA } from "../../../../platform/media/media.ts";
import { SIGNING } from "../../../contributions/api.ts";
import { signLanguagesIn } from "../../../../platform/web/languages.ts";
import type { ToldBook } from "../../queries.ts";
import type { MakingWords } from "../words.ts";

interface BeginProps {
  readonly words: MakingWords;
  readonly book: ToldBook;
  readonly typed: Readonly<Partial<Record<string, string>>>;
  readonly problems: Readonly<Record<string, string>>;
  /** Names that a browser offers. */
  readonly people: readonly string[];
  readonly base: string;
  /** Bytes of a film that came before the form. */
  readonly here?: number | undefined;
}

export function BeginPage(props: BeginProps): Html {
  const { words, book, typed, problems, people, base } = props;
  const { lang } = words;
  const fields = { typed, problems };
  const written = [book.thing.language, ...Object.keys(book.texts)];
  const offer = `/take-part/signing/${book.slug}`;
  return (
    <>
      <PageHead title={`${words.sign}: ${book.thing.title}`} stand={words.signLead} />
      <NothingSent problems={problems} lang={lang} />
      <form
        method="post"
        enctype="multipart/form-data"
        class="telling"
        id="begin"
        data-files={SIGNING.files}
        data-most={SIGNING.most}
        data-words={JSON.stringify(words.sending)}
      >
        <Choice name="language" options={signLanguagesIn(lang)} lang={lang} {...fields}>
          {words.signLanguage}
        </Choice>
        <Line name="other" maxlength={35} {...fields}>
          {words.otherLanguage}
          <Hint>{words.otherHint}</Hint>
        </Line>
        <Choice
          name="follows"
          options={written.map((one) => [one, languageName(one), one] as const)}
          required
          lang={lang}
          {...fields}
        >
          {words.follows}
        </Choice>
        <div class="field">
          <label for="signer">
            {words.signer}
            <Hint>{words.signerHint}</Hint>
          </label>
          <Problem of="signer" called={words.signer} problems={problems} />
          <input
            id="signer"
            name="signer"
            value={typed["signer"] ?? ""}
            list="names-people"
            maxlength={500}
            autocomplete="off"
            required
            dir="auto"
          />
          <datalist id="names-people">
            {people.map((name) => (
              <option value={name} />
            ))}
          </datalist>
        </div>
        <Tick name="stated" required {...fields}>
          {words.stated}
        </Tick>
        <Film {...props} />
        <p class="acts field">
          <button type="submit">{words.begin}</button>
        </p>
      </form>
      <div class="aside">
        <p>{words.offered}</p>
        <p>
          <a href={offer} dir="ltr">
            {new URL(offer, base).href}
          </a>
        </p>
      </div>
    </>
  );
}

/** Chosen, recorded here, or here already. */
function Film({ words, typed, problems, here }: BeginProps): Html {
  const { lang } = words;
  return (
    <div class="field">
      <label for="film">
        {words.film}
        <Hint>{words.filmHint(formatBytes(MAX_MEDIA, lang))}</Hint>
      </label>
      <Problem of="film" called={words.film} problems={problems} />
      <input type="hidden" name="upload" value={here === undefined ? "" : typed["upload"]} />
      <input type="hidden" name="key" value={here === undefined ? "" : typed["key"]} />
      <p id="here" class="status" role="status">
        {here !== undefined && words.isHere(formatBytes(here, lang))}
      </p>
      <input id="film" name="film" type="file" accept="video/*" required={here === undefined} />
      <progress id="sent" hidden aria-label={words.film}></progress>
      <p class="acts" id="recording" hidden data-record={words.record} data-stop={words.stop}>
        <button type="button" class="quiet">
          {words.record}
        </button>
      </p>
      <video id="seen" class="watched" playsinline muted hidden></video>
    </div>
  );
}
