/** The form by which anybody tells a story, in three steps: it works without script, and says so nowhere. Rules T1 to T3 and T17. */
import type { InLanguage } from "../../../platform/sent/sort.ts";
import { chromeIn } from "../../../platform/web/chrome.ts";
import { Choice, Hint, Line, NothingSent, Said } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { WhatNext } from "../../../platform/web/what-next.tsx";
import { PageHead } from "../../../platform/web/heads.tsx";
import { formatDay } from "../../../platform/web/words.ts";
import { linked } from "../../../platform/words/inline.tsx";
import { seenIn, stepAt } from "../begun.ts";
import { MAX_NUMBERED, TELL } from "../bounds.ts";
import { INS, PURPOSES as EVERY, STEPS, type Step } from "../form.ts";
import { offersYes } from "../one-yes.ts";
import { bookIn, isHelpedBy } from "../read-form.ts";
import { wordsIn, type TellWords } from "../words.ts";
import { File, isSaid, Text } from "./fields.tsx";
import { Files, type OwnFile } from "./files.tsx";
import { Signed, Told, type PartProps } from "./first-step.tsx";
import { OneYes } from "./one-yes.tsx";
import { FirstPerson, OtherPeople, whereIn } from "./person.tsx";

export interface TellProps {
  /** Absent where all of it stands on one page: as it came from whoever sent all of it at once. */
  readonly step?: Step | undefined;
  readonly typed: Readonly<Partial<Record<string, string>>>;
  /** The UTC day until which what was sent of it is kept; absent where nothing is yet. */
  readonly until?: string | undefined;
  readonly problems?: Readonly<Partial<Record<string, string>>>;
  /** Why nothing was kept, where it is no field's fault. */
  readonly trouble?: string;
  /** What the book is called that somebody signs, or the programme that a story is told for, where it is known. */
  readonly called?: string | undefined;
  /** Files that are here already. */
  readonly files?: readonly OwnFile[];
  /** The address of what makes clips smaller. */
  readonly clips: string;
  /** Of this site, for the address under which somebody goes on. */
  readonly base: string;
}

export function TellMain(props: TellProps & InLanguage): Html {
  const { step, typed, until, problems = {}, trouble, files = [], clips, lang, to } = props;
  const { called } = props;
  const words = wordsIn(lang);
  const fields = { typed, problems };
  const shown = { ...fields, words, files: step ? files : [], isWhole: !step };
  const secret = typed["id"] ?? "";
  const { book } = bookIn(typed);
  const isYes = step === "name" && typed["until"] !== undefined && offersYes(typed, files);
  return (
    <>
      <Head words={words} step={step} book={book && to(`/books/${book}`)} called={called} />
      {book === undefined && called !== undefined && (
        <p>
          {words.forProgramme} <b dir="auto">{called}</b>
        </p>
      )}
      {step && (
        <nav class="chips" aria-label={words.threeSteps}>
          {STEPS.map((one, i) => {
            const name = `${i + 1}. ${words.stepNames[one]}`;
            if (one === step) return <b aria-current="step">{name}</b>;
            return until ? <a href={to(stepAt(one, secret))}>{name}</a> : <span>{name}</span>;
          })}
        </nav>
      )}
      {until && <p class="small">{linked(words.notYours, to(TELL))}</p>}
      <NothingSent problems={problems} trouble={trouble} lang={words.lang} />
      <WrongLater lang={lang} />
      <div class="row">
        <form
          class="c7 telling"
          id="tell"
          method="post"
          action={to(TELL)}
          enctype="multipart/form-data"
          data-words={JSON.stringify(words.script)}
          data-clips={clips}
          data-step={step}
          data-kept={until === undefined ? undefined : ""}
        >
          {secret !== "" && <input type="hidden" name="id" value={secret} />}
          {step && <input type="hidden" name="step" value={step} />}
          {(step === "agree" || isYes) && (
            <input type="hidden" name="seen" value={typed["seen"] ?? seenIn(step, typed, files)} />
          )}
          {step === "tell" && !until && (
            <p id="begun" hidden>
              <a href={to(TELL)}>{words.script.begun}</a>
            </p>
          )}
          {(step ?? "tell") === "tell" &&
            (book === undefined ? <Told {...shown} /> : <Signed {...shown} book={book} />)}
          {(step ?? "tell") === "tell" &&
            (["near", "programme"] as const).map(
              (name) => typed[name] && <input type="hidden" name={name} value={typed[name]} />,
            )}
          {(step ?? "name") === "name" && <Called {...shown} />}
          {isYes && <OneYes {...shown} />}
          {(step ?? "agree") === "agree" && <Agreed {...shown} />}
          <p class="acts field">
            <button type="submit">
              {step && step !== "agree" && !isYes ? words.goOn : words.send}
            </button>
          </p>
          <p class="status" id="said" role="status"></p>
          {/* Below the button: Enter in a field presses the first one, and takes no file out. */}
          {step && step !== "tell" && <Files {...shown} step={step} />}
          {step && until && (
            <div class="aside">
              <p>{words.keptUntil(formatDay(until, words.lang))}</p>
              <p>
                <a href={to(stepAt(step, secret))} dir="ltr">
                  {new URL(to(stepAt(step, secret)), props.base).href}
                </a>
              </p>
              <p class="acts">
                <button class="quiet" type="submit" name="forget" value="yes" formnovalidate>
                  {words.forget}
                </button>
              </p>
            </div>
          )}
        </form>
        {(isYes || (step ?? "agree") === "agree") && (
          <WhatNext heading={words.next} steps={words.steps}>
            <p>
              <a href={to("/withdraw")}>{words.withdraw.title}</a>
            </p>
          </WhatNext>
        )}
      </div>
    </>
  );
}

/** What the script fills when it finds something wrong. */
const WrongLater = ({ lang }: Pick<InLanguage, "lang">): Html => (
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
);

/** @param book where the book is that somebody signs */
function Head({
  words,
  step = "tell",
  book,
  called,
}: {
  readonly words: TellWords;
  readonly step: Step | undefined;
  readonly book: string | undefined;
  readonly called: string | undefined;
}): Html {
  return (
    <>
      <PageHead
        title={headOf(words, step, book)}
        stand={
          book === undefined
            ? words.stands[step]
            : step === "tell"
              ? words.signing.stand
              : words.signing.stands[step]
        }
      />
      {book !== undefined && (
        <p>
          <a href={book}>{words.signing.book}</a>
          {called !== undefined && (
            <>
              : <b dir="auto">{called}</b>
            </>
          )}
        </p>
      )}
    </>
  );
}

export const headOf = (words: TellWords, step: Step | undefined, book?: string): string => {
  const { title, heads } = book === undefined ? words : words.signing;
  return step !== undefined && step !== "tell" ? heads[step] : title;
};

function Called({ words, ...fields }: PartProps): Html {
  const isSigned = bookIn(fields.typed).book !== undefined;
  const names = ["helperName", "helperHow", "helperWords", "proof"];
  return (
    <>
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
      {isSigned ? (
        <Line name="language" required {...fields}>
          {words.signing.language}
          <Hint>{words.signing.languageHint}</Hint>
        </Line>
      ) : (
        <>
          <Line name="place" {...fields}>
            {words.place}
            <Hint>{words.placeHint}</Hint>
          </Line>
          <details class="media" open={["title", "language"].some((name) => isSaid(name, fields))}>
            <summary>{words.titleAndLanguage}</summary>
            <Line name="title" {...fields}>
              {words.titleOf}
              <Hint>{words.optional}</Hint>
            </Line>
            <Line name="language" {...fields}>
              {words.language}
              <Hint>{words.languageHint}</Hint>
            </Line>
          </details>
        </>
      )}
      <Line name="contact" {...fields}>
        {words.contact}
        <Hint>{words.contactHint}</Hint>
      </Line>
      <details class="media" open={names.some((name) => isSaid(name, fields))}>
        <summary>{words.helper}</summary>
        <p class="small">{words.helperHint}</p>
        <Line name="helperName" autocomplete="name" {...fields}>
          {words.helperName}
        </Line>
        <Choice name="helperHow" options={Object.entries(words.hows)} lang={words.lang} {...fields}>
          {words.helperHow}
        </Choice>
        <Text name="helperWords" rows={3} most={2000} {...fields}>
          {words.helperWords}
        </Text>
        <File name="proof" accept="image/*,audio/*" hint={words.proofHint} {...fields}>
          {words.proof}
        </File>
      </details>
    </>
  );
}

function Agreed({ words, files, isWhole, ...fields }: PartProps): Html {
  const ins = isWhole ? INS : insOf(files);
  const isSigned = bookIn(fields.typed).book !== undefined;
  const person = {
    words: isSigned ? { ...words, languagesHint: words.signing.languagesHint } : words,
    ins: ins.map((one) => [one, whereIn(words, one)] as const),
    purposes: isSigned ? SIGNED : isWhole ? EVERY : EVERY.filter((one) => isIn(files, one)),
    ...fields,
  };
  const isHelped =
    isHelpedBy((name) => fields.typed[name] ?? "") || files.some(({ what }) => what === "proof");
  return (
    <>
      <FirstPerson {...person} isHelped={isHelped} />
      <OtherPeople {...person} />
    </>
  );
}

/** Of a film that signs a book: to be seen in it, and to be heard. */
const SIGNED = ["film", "voice"] as const;

/** Whether somebody can be shown so: in the text always, in a film also who signs. */
const isIn = (files: PartProps["files"], purpose: (typeof EVERY)[number]): boolean =>
  purpose === "story" ||
  files.some(({ what }) => what === purpose || (what === "sign" && purpose === "film"));

/** The files of which somebody can say to be in them. */
function insOf(files: PartProps["files"]): string[] {
  const photos = files.filter(({ what }) => what === "photo").length;
  return INS.filter((one) => {
    const n = Number(/^photo(\d)$/.exec(one)?.[1]);
    if (one === "photos") return photos > 1;
    return n ? n <= Math.min(photos, MAX_NUMBERED) : files.some(({ what }) => what === one);
  });
}
