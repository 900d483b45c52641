/** A signing is marked: the film, one large button, and a row for each sentence. Works as a plain form. */
import { Said } from "../../../../platform/web/form-fields.tsx";
import { PageHead } from "../../../../platform/web/heads.tsx";
import type { Html } from "../../../../platform/web/route.ts";
import { sentencesIn } from "../../cues.ts";
import { signedIn } from "../../languages.ts";
import { AT_DESK, type SigningDraft } from "../../private.ts";
import type { ToldBook } from "../../queries.ts";
import type { Mark, MarkProblem } from "../marks.ts";
import { textIn } from "../../text.ts";
import { PART } from "../path.ts";
import { pathOfDraft, type Signer } from "../visit.tsx";
import type { Watched } from "../watched.ts";
import type { MakingWords } from "../words.ts";

export interface MarkProps {
  readonly words: MakingWords;
  readonly book: ToldBook;
  readonly draft: SigningDraft;
  readonly film: Watched;
  readonly signer: Signer;
  readonly marks: readonly Mark[];
  readonly problems: readonly MarkProblem[];
  /** Why nothing was done, where it is no line's fault. */
  readonly trouble?: string | undefined;
  /** It stands with the book. */
  readonly isPublished: boolean;
  readonly base: string;
}

export function MarkPage(props: MarkProps): Html {
  const { words, book, draft, problems, trouble } = props;
  const language = signedIn(draft.language, words.lang);
  return (
    <>
      <PageHead title={words.markTitle(book.thing.title, language)} stand={words.markLead} />
      <p>
        <a href={`${PART}/${book.slug}`}>{words.backToBook(book.thing.title)}</a>
        {props.isPublished && (
          <>
            {" · "}
            <a href={`/books/${book.slug}/1?sign=${draft.language}`}>{words.see}</a>
          </>
        )}
      </p>
      {(trouble !== undefined || problems.length > 0) && (
        <Said isWrong>
          <p>{trouble ?? words.saysWrong(problems.length)}</p>
          <ul class="wrong">
            {problems.slice(0, 50).map(({ row, is }) => (
              <li>
                <a href={`#from${row}`}>{nameOf(props, row)}</a>{" "}
                <span class="small">{words.problems[is]}</span>
              </li>
            ))}
          </ul>
        </Said>
      )}
      <Agreement {...props} />
      <Film {...props} />
      <Rows {...props} />
      <Ends {...props} />
    </>
  );
}

function Film({ words, book, draft, film }: MarkProps): Html {
  if ("src" in film)
    return (
      <video
        id="film"
        class="watched"
        controls
        playsinline
        preload="metadata"
        src={film.src}
        aria-label={words.film}
      />
    );
  const { failed } = film;
  return (
    <div class="aside" role="status">
      <p>{failed === undefined ? words.filmMaking : words.filmNotMade}</p>
      {failed ? <p lang="en">{failed}</p> : ""}
      <p>
        <a class="button quiet" href={pathOfDraft(book, draft)}>
          {words.lookAgain}
        </a>
      </p>
    </div>
  );
}

/** What the signer agreed to, or what is missing and how to get it. */
function Agreement({ words, book, draft, signer, base }: MarkProps): Html {
  const name = signer.card?.name ?? words.somebody;
  const { source } = draft;
  const isOurs = source === null || source === AT_DESK;
  const consents = `${pathOfDraft(book, draft)}/consents`;
  if (signer.agrees)
    return (
      <p class="small">
        {words.agreed(name)}{" "}
        {isOurs ? (
          <a href={consents}>{words.seeConsents}</a>
        ) : (
          <a href={`/desk/queue/${source}`}>{words.sentBy}</a>
        )}
      </p>
    );
  const offer = `/take-part/signing/${book.slug}`;
  return (
    <div class="aside">
      <p>{words.missing(name)}</p>
      {isOurs ? (
        <>
          <p>
            <a href={consents}>{words.takeConsent}</a>
          </p>
          <p>
            {words.orSend}{" "}
            <a href={offer} dir="ltr">
              {new URL(offer, base).href}
            </a>
          </p>
        </>
      ) : (
        <p>
          <a href={`/desk/queue/${source}`}>{words.sentBy}</a>
        </p>
      )}
    </div>
  );
}

/** What a row is about: its sentence, or which word. */
function nameOf({ words, book, draft, marks }: MarkProps, row: number): string {
  const { sentence, word } = marks[row - 1] ?? { sentence: "", word: "" };
  const sentences = sentencesIn(textIn(book, draft.follows).pages);
  if (sentence === "") return word || words.word(row - sentences.size);
  return sentences.get(sentence) ?? words.noSentence(sentence);
}

function Rows(props: MarkProps): Html {
  const { words, book, draft, film, marks, problems } = props;
  const sentences = sentencesIn(textIn(book, draft.follows).pages);
  return (
    <form
      method="post"
      id="marks"
      data-rate={"rate" in film ? film.rate : draft.rate}
      data-words={JSON.stringify(scriptWords(words))}
    >
      <input type="hidden" name="base" value={draft.version} />
      <input type="hidden" name="rows" value={marks.length} />
      {/* the button that Enter presses */}
      <button type="submit" hidden name="do" value="save">
        {words.saveMarks}
      </button>
      <p class="hint">{words.times}</p>
      {marks.map((mark, i) => {
        const n = i + 1;
        const { sentence } = mark;
        const isKnown = sentences.has(sentence);
        const called = sentences.get(sentence) ?? nameOf(props, n);
        const wrong = problems.filter(({ row }) => row === n);
        const marked = wrong.length > 0 && {
          "aria-invalid": "true" as const,
          "aria-describedby": `p${n}`,
        };
        return (
          <fieldset class="cue">
            <legend lang={isKnown ? draft.follows : undefined} dir="auto">
              {called}
            </legend>
            <input type="hidden" name={`s${n}`} value={sentence} />
            {sentence === "" && (
              <label>
                {words.wordIs}
                <input
                  class="brief"
                  name={`w${n}`}
                  value={mark.word}
                  maxlength={60}
                  autocomplete="off"
                  lang={draft.follows}
                  dir="auto"
                />
              </label>
            )}
            {(["from", "to"] as const).map((side) => (
              <label>
                {words[side]}
                <input
                  class="brief"
                  id={`${side}${n}`}
                  name={`${side}${n}`}
                  value={mark[side]}
                  maxlength={20}
                  autocomplete="off"
                  dir="ltr"
                  aria-label={words[`${side}Of`](called)}
                  {...(side === "from" && marked)}
                />
                {side === "to" && sentence !== "" && <span class="hint">{words.toHint}</span>}
              </label>
            ))}
            {wrong.length > 0 && (
              <p class="status" id={`p${n}`}>
                {wrong.map(({ is }) => words.problems[is]).join("; ")}
              </p>
            )}
            <p class="acts">
              {!isKnown && (
                <button class="quiet" name="do" value={`remove:${n}`}>
                  {words.remove}
                  <span class="vh">: {called}</span>
                </button>
              )}
            </p>
          </fieldset>
        );
      })}
      <p class="acts">
        <button class="quiet" name="do" value="word">
          {words.addWord}
        </button>
      </p>
      <p class="acts">
        <button name="do" value="save">
          {words.saveMarks}
        </button>
        <button class="quiet" name="do" value="publish">
          {words.publish}
        </button>
      </p>
    </form>
  );
}

/** What the script says. */
const scriptWords = (words: MakingWords) => {
  const { box, keys, here, play, slower, again, earlier, later, back, forth, undo } = words;
  const { allMarked, kept, notKept, overtaken, unclear } = words;
  const buttons = { here, play, slower, again, earlier, later, back, forth, undo };
  return {
    box,
    keys,
    ...buttons,
    allMarked,
    kept,
    notKept,
    overtaken,
    unclear,
    next: words.next("{sentence}"),
  };
};

function Ends({ words, isPublished }: MarkProps): Html {
  return (
    <form method="post" class="aside">
      <p class="acts">
        {isPublished && (
          <button class="quiet" name="do" value="withdraw">
            {words.withdraw}
          </button>
        )}
      </p>
      {!isPublished && (
        <details>
          <summary>{words.drop}</summary>
          <p class="acts">
            <button class="quiet" name="do" value="drop">
              {words.sure}
            </button>
          </p>
        </details>
      )}
    </form>
  );
}
