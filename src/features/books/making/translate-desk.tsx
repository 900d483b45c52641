/** A translation of a book, page by page beside the original. Rule PB41. */
import * as v from "valibot";
import { lastTimeAbout } from "../../../platform/log/reading.ts";
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import { language } from "../../../platform/folder/fields.ts";
import { openTurns } from "../../../platform/db/in-turn.ts";
import { say } from "../../../platform/sent/speaker.ts";
import { Choice, Line, NothingSent, Words } from "../../../platform/web/form-fields.tsx";
import type { Fields } from "../../../platform/web/handler.ts";
import { PageHead } from "../../../platform/web/heads.tsx";
import type { Html } from "../../../platform/web/route.ts";
import type { Reply } from "../../../platform/web/reply.ts";
import { languageIn } from "../../../platform/web/languages.ts";
import type { BookText } from "../fold.ts";
import { BOOK_TRANSLATED, BookTextBody, MOST_PAGES } from "../records.ts";
import { PART } from "./path.ts";
import { pageOf, type BookVisit } from "./visit.tsx";

const STATES = ["person", "reviewed", "machine"] as const;
const NAMES = Array.from({ length: MOST_PAGES }, (_, i) => [`alt${i}`, `lines${i}`]).flat();
export const TEXT_FORM = {
  fields: ["base", "into", "title", "state", "translator", "coverAlt", ...NAMES],
  most: 2_000_000, // bytes; a hundred pages of twenty lines as forms send them
};
const inTurn = openTurns(); // of two who save at once the second is told
type Typed = Readonly<Partial<Record<string, string>>>;
type Problems = Readonly<Record<string, string>>;

export async function showText(at: BookVisit): Promise<Reply> {
  const { book, visit, words, serving } = at;
  const into = visit.search.get("into") ?? "";
  if (!v.is(language, into) || into === book.thing.language) return { to: `${PART}/${book.slug}` };
  const base = await serving.instance.snapshot((db) => lastTimeAbout(db, book.subject));
  const typed = typedOf(book.texts[into], into, base ?? "");
  return { page: pageOf(at, words.translate, TextPage({ at, typed, problems: {} })) };
}

const typedOf = (text: BookText | undefined, into: string, base: string): Typed => ({
  base,
  into,
  state: text?.state ?? "person",
  ...(text && {
    title: text.title,
    translator: text.translator ?? "",
    coverAlt: text.coverAlt ?? "",
  }),
  ...Object.fromEntries(
    (text?.pages ?? []).flatMap(({ alt = "", lines }, i) => [
      [`alt${i}`, alt],
      [`lines${i}`, lines.join("\n")],
    ]),
  ),
});

export async function postText(at: BookVisit<DeskVisit & Fields<string>>): Promise<Reply> {
  const { book, visit, words, serving } = at;
  const typed = visit.fields as Typed;
  const { into = "", title = "", state = "", translator = "", coverAlt = "", base } = typed;
  const again = (problems: Problems, more: { trouble?: string; base?: string } = {}): Reply => ({
    status: 422,
    page: pageOf(
      at,
      words.translate,
      TextPage({
        at,
        typed: { ...typed, base: more.base ?? base },
        problems,
        trouble: more.trouble,
      }),
    ),
  });
  const problems: Record<string, string> = {};
  if (title.trim() === "") problems["title"] = words.needed;
  else if (title.length > 500) problems["title"] = words.long;
  if (translator.length > 500) problems["translator"] = words.long;
  const pages = book.thing.pages.map(({ picture, lines }, i) => {
    const said = linesIn(typed[`lines${i}`]);
    const alt = (typed[`alt${i}`] ?? "").trim();
    if (said.length !== lines.length)
      problems[`lines${i}`] = words.lines(String(lines.length), String(said.length));
    else if (said.some((one) => one.length > 500)) problems[`lines${i}`] = words.long;
    return { ...(picture && alt !== "" && { alt }), lines: said };
  });
  if (!v.is(language, into) || into === book.thing.language)
    return again({ into: words.chooseLanguage });
  const body = {
    lang: into,
    title: title.trim(),
    state,
    ...(translator.trim() !== "" && { translator: translator.trim() }),
    ...(book.thing.cover && coverAlt.trim() !== "" && { coverAlt: coverAlt.trim() }),
    pages,
  };
  if (Object.keys(problems).length === 0 && !v.is(BookTextBody, body))
    problems["state"] = words.needed;
  if (Object.keys(problems).length > 0) return again(problems);
  return inTurn(book.subject, async () => {
    const last = await serving.instance.snapshot((db) => lastTimeAbout(db, book.subject));
    if (last !== base)
      return again({}, { trouble: words.bothSaved(words.somebody), ...(last && { base: last }) });
    await say(serving.speaker, [{ kind: BOOK_TRANSLATED, subject: book.subject, body }], last);
    return { to: `${PART}/${book.slug}?done`, noted: { about: `books/${book.slug}` } };
  });
}

const linesIn = (text = ""): string[] =>
  text
    .split("\n")
    .map((one) => one.trim())
    .filter((one) => one !== "");

function TextPage(props: {
  readonly at: BookVisit;
  readonly typed: Typed;
  readonly problems: Problems;
  readonly trouble?: string | undefined;
}): Html {
  const { at, typed, problems, trouble } = props;
  const { book, words } = at;
  const { thing } = book;
  const into = typed["into"] ?? "";
  const fields = { typed, problems };
  return (
    <>
      <PageHead
        title={words.into(thing.title, languageIn(into, words.lang))}
        stand={words.translateLead}
      />
      <NothingSent problems={problems} trouble={trouble} lang={words.lang} />
      <form method="post" action={`${PART}/${book.slug}/text`} class="telling">
        <input type="hidden" name="base" value={typed["base"]} />
        <input type="hidden" name="into" value={into} />
        <Line name="title" required maxlength={500} {...fields}>
          {words.titleOf}: <bdi lang={thing.language}>{thing.title}</bdi>
        </Line>
        <Choice
          name="state"
          options={STATES.map((one) => [one, words.states[one]] as const)}
          required
          lang={words.lang}
          {...fields}
        >
          {words.state}
        </Choice>
        <Line name="translator" maxlength={500} {...fields}>
          {words.translator}
        </Line>
        {thing.cover && (
          <Words name="coverAlt" rows={2} most={5000} optional {...fields}>
            {words.coverShows}: <bdi lang={thing.language}>{thing.cover.alt}</bdi>
          </Words>
        )}
        {thing.pages.map(({ picture, lines }, i) => (
          <fieldset class="field wide">
            <legend>{words.page(i + 1)}</legend>
            <div class="sides">
              <div lang={thing.language} dir="auto">
                {picture && (
                  <>
                    <img
                      src={`/media/${picture.file.media}`}
                      alt={picture.alt}
                      height={96}
                      loading="lazy"
                    />
                    <p class="small">{picture.alt}</p>
                  </>
                )}
                <ol>
                  {lines.map((line) => (
                    <li>{line}</li>
                  ))}
                </ol>
              </div>
              <div lang={into}>
                {picture && (
                  <Words name={`alt${i}`} rows={2} most={5000} optional {...fields}>
                    {words.shows}
                  </Words>
                )}
                {lines.length > 0 && (
                  <Words name={`lines${i}`} rows={lines.length + 1} most={11_000} {...fields}>
                    {words.sentences}
                  </Words>
                )}
              </div>
            </div>
          </fieldset>
        ))}
        <p class="acts field">
          <button type="submit">{words.save}</button>
        </p>
      </form>
    </>
  );
}
