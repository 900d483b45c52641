/** Who is in a draft and what each agreed to, and the form that records one more. Rules T11, T19 and T20. */
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
  /** Of the person whose consent was recorded just now: name and code. */
  readonly code?: readonly [name: string, code: string];
  readonly words: TellWords;
}

/** What is left of a story that somebody left: how whoever sent it can be reached. */
const Left = ({
  contact,
  words,
}: {
  readonly contact?: string | undefined;
  readonly words: TellWords;
}): Html => (
  <div class="aside">
    <p>
      <b>{words.agreeing.left}</b>
    </p>
    <p>{words.agreeing.leftStand}</p>
    {contact !== undefined && (
      <p>
        {words.sent.reach}: <bdi>{contact}</bdi>
      </p>
    )}
  </div>
);

export function ConsentsPage(props: ConsentsProps): Html {
  const { about, typed, problems = {}, code } = props;
  const { agreed, files, named, path, publish } = about;
  const open = named.filter(([slug]) => agreed.every(({ as }) => as.slug !== slug));
  const isUnsaid = agreed.some(({ row }) => row.subject === null);
  const left = agreed.find(({ waits }) => waits?.ends !== undefined)?.waits;
  const words = props.words.consents;
  const fields = { typed, problems };
  return (
    <>
      <PlainHead title={words.title} stand={words.stand} />
      {left && <Left contact={left.contact} words={props.words} />}
      {code && (
        <div class="aside" role="status">
          <p>
            {words.code(code[0])}: <b>{code[1]}</b>
          </p>
          <p>{words.codeHint}</p>
        </div>
      )}
      {publish !== undefined && isUnsaid && (
        <p>
          {words.unsaid}{" "}
          <a class="button" href={publish}>
            {words.say}
          </a>
        </p>
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
      {open.length > 0 && (
        <>
          <p>{words.open}</p>
          <ul class="lines">
            {open.map(([slug, name]) => (
              <li>
                <a href={`${path}/consents?person=${encodeURIComponent(slug)}#add`}>
                  <bdi>{name}</bdi>
                </a>
              </li>
            ))}
          </ul>
        </>
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
            <Hint>{words.personHint}</Hint>
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
              (file, i) => [`photo${i + 1}`, about.film ?? <File of={file} {...props} />] as const,
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

/** A file as somebody knows it: what it looks like, and what it shows. */
function File({ of, about, words }: { readonly of: string } & ConsentsProps): Html {
  const look = about.looks?.get(of);
  return (
    <>
      {look?.src !== undefined && (
        <img
          class="face"
          src={look.src}
          alt=""
          width={look.width}
          height={look.height}
          loading="lazy"
        />
      )}
      {calledIn(words, about, of)}
    </>
  );
}

/** Where the person is seen or heard; in the text alone, where nothing else was agreed to. */
function inFiles({ asked }: Agreed, words: TellWords, about: AskedFor): string[] {
  if (asked.files.length > 0) return asked.files.map((file) => calledIn(words, about, file));
  return asked.purposes.every((one) => one === "story") ? [words.consents.noFiles] : [];
}

/** `photo 2: Two women at a well`: what a file of the draft is and shows; where nobody said what, as its text names it. */
function calledIn(words: TellWords, { files, looks }: AskedFor, file: string): string {
  const { of, alt } = looks?.get(file) ?? {};
  if (of !== undefined) return words.consents.portrait(of);
  const what = whatIs(file);
  const alike = files.filter((one) => whatIs(one) === what && looks?.get(one)?.of === undefined);
  const called = what === "photo" ? `photo${alike.indexOf(file) + 1}` : what;
  if (!alike.includes(file)) return file;
  const which = whereIn(words, called);
  return alt === undefined ? `${which} (${file})` : words.consents.shows(which, alt);
}

const whatIs = (file: string): "photo" | "film" | "voice" =>
  /\.(?:mp3|ogg)$|\/voice-/.test(file) ? "voice" : /\.(?:mp4|webm)$/.test(file) ? "film" : "photo";

function Person({
  one,
  about,
  all,
}: {
  readonly one: Agreed;
  readonly about: AskedFor;
  readonly all: TellWords;
}): Html {
  const words = all.consents;
  const { row, asked, as, waits } = one;
  const { id, path, film, named } = about;
  const called = new Map(named).get(as.slug) ?? as.name;
  const said = [
    ...(asked.guardian === undefined ? [] : [words.guardianOf(asked.guardian)]),
    `${words.askedBy(asked.asked)} (${formatDay(row.given, all.lang)})`,
    all.hows[asked.how],
    asked.purposes.map((each) => all.purposeNames[each]).join(", "),
    asked.channels.map((each) => all.channelNames[each]).join(", "),
    ...(asked.languages.length > 0 ? [asked.languages.join(" ")] : []),
    ...(film === undefined ? inFiles(one, all, about) : []),
    words.until(formatDay(asked.until, all.lang)),
    row.subject === null ? words.private : words.public,
  ];
  const mayDrop = row.subject === null && row.owner === ownerOfDraft(id);
  return (
    <li>
      <div>
        <p>
          {asked.name}
          {called !== asked.name && ` (${called})`}
        </p>
        <p class="small">{said.join("; ")}</p>
        {asked.words !== undefined && <p class="small">“{asked.words}”</p>}
        {waits && (
          <form method="post" action={`${path}/consents`}>
            <p class="small">
              {asked.name} {all.agreeing.noneYet}
            </p>
            <input type="hidden" name="yes" value={row.id} />
            <p class="field">
              <label>
                {all.agreeing.noteHow}{" "}
                <input
                  id={`yes-how-${row.id}`}
                  name="yes-how"
                  maxlength={200}
                  required
                  dir="auto"
                />
              </label>
            </p>
            <p class="acts">
              <button class="quiet" type="submit">
                {all.agreeing.note}
                <span class="vh"> {asked.name}</span>
              </button>
            </p>
          </form>
        )}
      </div>
      <span class="acts">
        {asked.proof !== undefined && <a href={`${SEEN}/${asked.proof}`}>{words.seeProof}</a>}
        {row.subject !== null && (
          <a href={`${path}/consents/${row.id}`}>
            {words.end}
            <span class="vh"> {asked.name}</span>
          </a>
        )}
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
