/** The books of the desk, with their languages, who signs them, and who changed each last. Rule PB41 of books. */
import { deskPage, doneIn } from "../../platform/accounts/pages.tsx";
import type { DeskVisit } from "../../platform/accounts/door.ts";
import { callable, howMany } from "../../platform/addresses/called.ts";
import { slugsOf } from "../../platform/addresses/addresses.ts";
import type { Db } from "../../platform/db/store.ts";
import type { Serving } from "../../platform/feature.ts";
import { timeDay } from "../../platform/records/clock.ts";
import { PlainHead } from "../../platform/web/heads.tsx";
import type { Html } from "../../platform/web/route.ts";
import type { Reply } from "../../platform/web/reply.ts";
import { formatDay, languageName } from "../../platform/web/words.ts";
import { bookAt, MAKING, makingWords, type MakingWords, signingsFor } from "../books/api.ts";
import { askContent } from "./private.ts";
import { lastRecordOf } from "./last-record.ts";

const PAGE = 50; // books; a screen or two

interface BookLine {
  readonly slug: string;
  readonly subject: string;
  readonly title: string;
  readonly languages: readonly string[];
  readonly signings: number;
  /** The UTC day. */
  readonly changed: string;
  readonly record: string | undefined;
}

export async function showBooks(serving: Serving, visit: DeskVisit): Promise<Reply> {
  const { account, lang, search } = visit;
  const words = makingWords(lang);
  const page = Math.floor(Math.min(Math.max(Number(search.get("page")) || 1, 1), 10_000));
  const { lines, total } = await serving.instance.snapshot((db) => booksOn(db, page));
  const ask = askContent(serving.instance.log.private);
  const told = await Promise.all(
    lines.map(async (line) => {
      const authors = new Map(await ask.authors(line.subject));
      const who = line.record === undefined ? undefined : authors.get(line.record);
      const day = formatDay(line.changed, lang);
      const changed = who === undefined ? words.changed(day) : words.changedBy(day, who);
      return { ...line, changed };
    }),
  );
  const main = <Books words={words} lines={told} page={page} isLast={page * PAGE >= total} />;
  const done = doneIn(search, lang);
  return { page: deskPage({ account, lang, part: MAKING, title: words.title, main, done }) };
}

async function booksOn(db: Db, page: number): Promise<{ lines: BookLine[]; total: number }> {
  const looking = { space: "books", most: PAGE, from: (page - 1) * PAGE };
  const found = await callable(db, looking);
  const subjects = found.map(({ subject }) => subject);
  const slugs = await slugsOf(db, subjects);
  const signings = await signingsFor(db, subjects);
  const lines: BookLine[] = [];
  for (const { subject, name, at } of found) {
    const slug = slugs.get(subject);
    const book = slug === undefined ? undefined : await bookAt(db, slug);
    if (!book) continue;
    lines.push({
      slug: book.slug,
      subject,
      title: name,
      languages: [book.thing.language, ...Object.keys(book.texts)],
      signings: signings.get(subject) ?? 0,
      changed: timeDay(at),
      record: await lastRecordOf(db, subject),
    });
  }
  return { lines, total: await howMany(db, looking) };
}

function Books(props: {
  readonly words: MakingWords;
  readonly lines: readonly BookLine[];
  readonly page: number;
  readonly isLast: boolean;
}): Html {
  const { words, lines, page, isLast } = props;
  return (
    <>
      <PlainHead title={words.title} stand={words.lead} />
      <p class="acts">
        <a href="/desk/content/books/new">{words.add}</a>
      </p>
      {lines.length === 0 ? (
        <p class="aside">{words.none}</p>
      ) : (
        <ul class="lines">
          {lines.map(({ slug, title, languages, signings, changed }) => (
            <li>
              <span>
                <a href={`${MAKING}/${slug}`}>{title}</a>
                <small>
                  {languages.map((one, i) => (
                    <>
                      {i > 0 && " · "}
                      <bdi lang={one}>{languageName(one)}</bdi>
                    </>
                  ))}
                </small>
              </span>
              <small>
                {signings === 0 ? words.noSignings : words.signings(signings)} · {changed}
              </small>
            </li>
          ))}
        </ul>
      )}
      {(page > 1 || !isLast) && (
        <p class="acts">
          {page > 1 && <a href={`${MAKING}?page=${page - 1}`}>{words.before}</a>}
          {!isLast && <a href={`${MAKING}?page=${page + 1}`}>{words.more}</a>}
        </p>
      )}
    </>
  );
}
