/** Who is in a draft and what each agreed to, and the form that takes down one more. Rule T11. */
import { Choice, Hint, Line, NothingSent, Tick } from "../../../platform/web/form-fields.tsx";
import type { Html } from "../../../platform/web/route.ts";
import { formatDay } from "../../../platform/web/words.ts";
import { PlainHead, Section } from "../../../platform/web/heads.tsx";
import type { Agreed } from "../agreed.ts";
import { ownerOfDraft } from "../agreed.ts";
import { SEEN } from "../files-at-desk.ts";
import type { TellWords } from "../words.ts";
import { Agreement, whereIn } from "./person.tsx";
import type { AskedFor } from "../asked-for.ts";

type Texts = Readonly<Partial<Record<string, string>>>;

export interface ConsentsProps {
  readonly about: AskedFor;
  readonly typed: Texts;
  readonly problems?: Texts;
  /** Of the person whose consent was taken down just now: name and code. */
  readonly code?: readonly [name: string, code: string];
  readonly words: TellWords;
}

export function ConsentsPage(props: ConsentsProps): Html {
  const { about, typed, problems = {}, code } = props;
  const { agreed, files, named, path } = about;
  const words = props.words.consents;
  const fields = { typed, problems };
  return (
    <>
      <PlainHead title={words.title} stand={words.stand} />
      {code && (
        <div class="aside" role="status">
          <p>
            {words.code(code[0])}: <b>{code[1]}</b>
          </p>
          <p>{words.codeHint}</p>
        </div>
      )}
      <NothingSent problems={problems} lang={props.words.lang} />
      {agreed.length === 0 && <p>{words.nobody}</p>}
      {agreed.length > 0 && (
        <ul class="lines">
          {agreed.map((one) => (
            <Person one={one} about={about} all={props.words} />
          ))}
        </ul>
      )}
      <Section id="add" title={words.add} mini>
        <p>{words.addHint}</p>
        <form method="post" action={`${path}/consents`} enctype="multipart/form-data">
          <input type="hidden" name="id" value={typed["id"] ?? ""} />
          <Choice
            name="person"
            options={named}
            none={words.fresh}
            lang={props.words.lang}
            {...fields}
          >
            {words.person}
          </Choice>
          <Line name="shown" {...fields}>
            {words.shown}
            <Hint>{words.shownHint}</Hint>
          </Line>
          <Tick name="chosen" {...fields}>
            {words.chosen}
          </Tick>
          <Agreement
            n={0}
            words={props.words}
            ins={files.map(
              (file, i) =>
                [`photo${i + 1}`, about.film ?? calledIn(props.words, files, file)] as const,
            )}
            {...(about.purposes && { purposes: about.purposes })}
            {...fields}
          />
          <Line name="given" type="date" {...fields}>
            {words.given}
          </Line>
          <p class="acts field">
            <button type="submit">{words.button}</button>
          </p>
        </form>
      </Section>
      <p class="chips">
        <a href={path}>{words.back}</a>
        {about.film === undefined && <a href={`${path}/publish`}>{words.toPublish}</a>}
      </p>
    </>
  );
}

/** Where the person is seen or heard; in the text alone, where nothing else was agreed to. */
function inFiles({ asked }: Agreed, words: TellWords, files: readonly string[]): string[] {
  if (asked.files.length > 0) return asked.files.map((file) => calledIn(words, files, file));
  return asked.purposes.every((one) => one === "story") ? [words.consents.noFiles] : [];
}

/** `photo 2 (media/x.webp)`: what a file of the draft is, and as its text names it. */
function calledIn(words: TellWords, files: readonly string[], file: string): string {
  const what = whatIs(file);
  const alike = files.filter((one) => whatIs(one) === what);
  const called = what === "photo" ? `photo${alike.indexOf(file) + 1}` : what;
  return alike.includes(file) ? `${whereIn(words, called)} (${file})` : file;
}

const whatIs = (file: string): "photo" | "film" | "voice" =>
  /\.(?:mp3|ogg)$|\/voice-/.test(file) ? "voice" : /\.(?:mp4|webm)$/.test(file) ? "film" : "photo";

function Person({
  one,
  about: { id, path, files, film },
  all,
}: {
  readonly one: Agreed;
  readonly about: AskedFor;
  readonly all: TellWords;
}): Html {
  const words = all.consents;
  const { row, asked, as } = one;
  const said = [
    ...(asked.guardian === undefined ? [] : [words.guardianOf(asked.guardian)]),
    `${words.askedBy(asked.asked)} (${formatDay(row.given, all.lang)})`,
    all.hows[asked.how],
    asked.purposes.map((each) => all.purposeNames[each]).join(", "),
    asked.channels.map((each) => all.channelNames[each]).join(", "),
    ...(asked.languages.length > 0 ? [asked.languages.join(" ")] : []),
    ...(film === undefined ? inFiles(one, all, files) : []),
    words.until(formatDay(asked.until, all.lang)),
    row.subject === null ? words.private : words.public,
  ];
  const mayDrop = row.subject === null && row.owner === ownerOfDraft(id);
  return (
    <li>
      <div>
        <p>
          {asked.name} ({as.name}, {as.slug})
        </p>
        <p class="small">{said.join("; ")}</p>
        {asked.words !== undefined && <p class="small">“{asked.words}”</p>}
      </div>
      <span class="acts">
        {asked.proof !== undefined && <a href={`${SEEN}/${asked.proof}`}>{words.seeProof}</a>}
        {mayDrop && (
          <form method="post" action={`${path}/consents`}>
            <input type="hidden" name="drop" value={row.id} />
            <button class="quiet" type="submit">
              {words.drop}
              <span class="vh"> {asked.name}</span>
            </button>
          </form>
        )}
      </span>
    </li>
  );
}
