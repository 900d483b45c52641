/** One book at the desk: its translations, and who signs it. Rules PB41 and PB42. */
import { doneIn } from "../../../platform/accounts/pages.tsx";
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import type { Fields } from "../../../platform/web/handler.ts";
import { PlainHead, Section } from "../../../platform/web/heads.tsx";
import type { Html } from "../../../platform/web/route.ts";
import type { Reply } from "../../../platform/web/reply.ts";
import { languageName } from "../../../platform/web/words.ts";
import { dayAt } from "../../../engines/calendar/day.ts";
import { subjectAt } from "../../../platform/addresses/addresses.ts";
import type { Db } from "../../../platform/db/store.ts";
import { peopleBySubject } from "../../people/api.ts";
import { languagesFor } from "../../../platform/web/languages.ts";
import { signedIn } from "../languages.ts";
import { askSignings, type SigningDraft } from "../private.ts";
import { deskSignings, signingsOf, type DeskSigning } from "../queries.ts";
import { readSignCues, writeSignCues } from "../cues.ts";
import { readWhole } from "../signed.ts";
import { measured } from "./film.ts";
import { PART } from "./path.ts";
import { pageOf, pathOfDraft, type BookVisit } from "./visit.tsx";

interface Line {
  readonly language: string;
  readonly signer: string;
  readonly state: "inWork" | "published" | "sharesNone";
  /** None where it does not lie at the desk. */
  readonly draft?: SigningDraft | undefined;
  readonly signing?: DeskSigning | undefined;
}

export async function showBook(at: BookVisit): Promise<Reply> {
  const { serving, book, visit } = at;
  const drafts = await askSignings(serving.instance.log.private).of(book.subject);
  const lines = await serving.instance.snapshot(async (db) => {
    const standing = await deskSignings(db, book.subject);
    const { signings } = await signingsOf(db, [book.subject], dayAt(serving.now()));
    const shown = new Set((signings.get(book.subject) ?? []).map(({ subject }) => subject));
    const stand = standing.map((signing): Line => {
      const draft = drafts.find(({ slug }) => slug === signing.slug);
      const state = shown.has(signing.subject) ? "published" : "sharesNone";
      return { language: signing.thing.language, signer: signing.signer, state, draft, signing };
    });
    const others = drafts.filter(({ slug }) => standing.every((one) => one.slug !== slug));
    const names = await namesAt(
      db,
      others.map(({ signer }) => signer),
    );
    const inWork = others.map((draft): Line => {
      const { language } = draft;
      // By name alone, and only who stands here already: nobody is named before it is published.
      const signer = names.get(draft.signer) ?? "";
      return { language, signer, state: "inWork", draft };
    });
    return [...stand, ...inWork];
  });
  const main = <BookPage {...at} lines={lines} />;
  const done = doneIn(visit.search, visit.lang);
  return { page: pageOf(at, book.thing.title, main, { done }) };
}

/** Of those who stand here, by address. */
async function namesAt(db: Db, slugs: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await Promise.all(slugs.map((slug) => subjectAt(db, "people", slug)));
  const subjects = found.flatMap((address) => address?.subject ?? []);
  const people = await peopleBySubject(db, subjects);
  return new Map([...people.values()].map(({ slug, name }) => [slug, name]));
}

function BookPage({ book, words, lines }: BookVisit & { readonly lines: readonly Line[] }): Html {
  const path = `${PART}/${book.slug}`;
  const content = `/desk/content/books/${book.slug}`;
  const texts = Object.entries(book.texts);
  const taken = new Set([book.thing.language, ...Object.keys(book.texts)]);
  return (
    <>
      <PlainHead title={book.thing.title} stand={words.pages(book.thing.pages.length)} />
      <nav class="chips" aria-label={book.thing.title}>
        <a href={content}>{words.change}</a>
        <a href={`/books/${book.slug}`}>{words.see}</a>
        <a href={`${content}/history`}>{words.history}</a>
        <a href={PART}>{words.all}</a>
      </nav>
      <Section id="signings" title={words.signed} mini>
        {lines.length === 0 && <p>{words.noSignings}</p>}
        <ul class="lines">
          {lines.map(({ language, signer, state, draft, signing }) => {
            const name = signedIn(language, words.lang);
            return (
              <li>
                <span>
                  {draft ? <a href={pathOfDraft(book, draft)}>{name}</a> : name}
                  <small>
                    {signer !== "" && `${signer} · `}
                    {words[state]}
                  </small>
                </span>
                {!draft && signing && (
                  <form method="post">
                    <button class="quiet" name="open" value={signing.slug}>
                      {words.open}
                      <span class="vh">: {name}</span>
                    </button>
                  </form>
                )}
              </li>
            );
          })}
        </ul>
        <p class="acts">
          <a href={`${path}/sign`}>{words.sign}</a>
        </p>
      </Section>
      <Section id="texts" title={words.translations} mini>
        {texts.length === 0 && <p>{words.noTranslation}</p>}
        <ul class="lines">
          {texts.map(([lang, { title, state, behind }]) => (
            <li>
              <span>
                <a href={`${path}/text?into=${lang}`} lang={lang}>
                  {title}
                </a>
                <small>
                  <bdi lang={lang}>{languageName(lang)}</bdi> · {words.states[state]}
                  {behind && ` · ${words.behind}`}
                </small>
              </span>
            </li>
          ))}
        </ul>
        <form method="get" action={`${path}/text`} class="acts">
          <label>
            {words.language}{" "}
            <select name="into">
              {languagesFor([], words.lang)
                .filter(([tag]) => !taken.has(tag))
                .map(([tag, name]) => (
                  <option value={tag}>{name}</option>
                ))}
            </select>
          </label>
          <button class="quiet">{words.translate}</button>
        </form>
      </Section>
    </>
  );
}

/** A signing that came with a campaign folder is taken up at the desk, as it stands. */
export async function takeUpSigning(at: BookVisit<DeskVisit & Fields<"open">>): Promise<Reply> {
  const { serving, book, visit } = at;
  const { instance } = serving;
  const standing = await instance.snapshot((db) => deskSignings(db, book.subject));
  const found = standing.find(({ slug }) => slug === visit.fields.open);
  if (!found) return { to: `${PART}/${book.slug}` };
  const { film, cues, language, follows } = found.thing;
  const { media, bytes } = film.file;
  const marked = await readWhole(await instance.media.read(cues.media));
  const { length, rate } = await measured(instance.media.path(media));
  const draft: SigningDraft = {
    slug: found.slug,
    book: book.subject,
    language,
    follows,
    signer: found.signerSlug,
    media,
    bytes,
    length,
    rate,
    cues: writeSignCues(readSignCues(marked) ?? []),
    by: visit.account.name,
    at: serving.now(),
    version: 1,
    source: null,
  };
  await askSignings(instance.log.private).open(draft);
  return { to: pathOfDraft(book, draft) };
}
