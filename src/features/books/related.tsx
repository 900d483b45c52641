/** The books of a programme on its page, one for the front page, and the way to the shelf. Rule C3 of features/campaign. */
import { mediaPath } from "../../platform/web/picture.tsx";
import { Section } from "../../platform/web/heads.tsx";
import { toIn } from "../../platform/web/frame.ts";
import type { PageRequest, Related } from "../../platform/web/route.ts";
import { stillOf } from "../../platform/web/stills.tsx";
import { foreign } from "../../platform/words/inline.tsx";
import { openedCampaign } from "../campaign/api.ts";
import { Shelf } from "./pages/shelf.tsx";
import { USES } from "./reading.ts";
import { shelfOf } from "./shelf.ts";
import { wordsIn } from "./words.ts";

const MOST_HERE = 12; // the others stand on the shelf

export async function relatedBooks(
  request: PageRequest,
  subject: string,
): Promise<Related | undefined> {
  const { db, today, lang } = request;
  if ((await openedCampaign(db))?.subject === subject) return forTonight(request);
  const { books, until } = await shelfOf(db, { today, lang }, subject);
  if (books.length === 0) return undefined;
  const words = wordsIn(lang);
  const to = toIn(request);
  return {
    uses: USES,
    ...(until !== undefined && { until }),
    html: (
      <Section id="books-here" title={words.here} mini>
        <Shelf books={books.slice(0, MOST_HERE)} words={words} to={to} />
        <p>
          <a class="more" href={to("/books")}>
            {words.shelf}
          </a>
        </p>
      </Section>
    ),
  };
}

/** The first book of the shelf that the reader can read and see, with its cover, on the front page. */
async function forTonight(request: PageRequest): Promise<Related> {
  const { db, today, lang } = request;
  const { books, until } = await shelfOf(db, { today, lang });
  const drawn = books.filter(({ cover }) => cover);
  const book = drawn.find((one) => one.lang === lang) ?? drawn[0];
  const rests = { uses: USES, ...(until !== undefined && { until }), block: "book" };
  if (!book?.cover) return { ...rests, html: <></> };
  const words = wordsIn(lang);
  const { cover, ladder, slug, title, pages } = book;
  const still = stillOf(cover, ladder) ?? cover.file;
  return {
    ...rests,
    html: (
      <section class="tonight half" aria-labelledby="book">
        <h2 class="knot" id="book">
          {words.tonight}
        </h2>
        <picture>
          <source media="(min-width:44rem)" srcset={mediaPath(cover.file)} />
          <img
            src={mediaPath(still)}
            alt=""
            width={cover.file.width}
            height={cover.file.height}
            loading="lazy"
          />
        </picture>
        <div>
          <h3 {...foreign(book.lang, words.lang)}>{title}</h3>
          <p class="small">{words.pages(pages)}</p>
          <p class="acts">
            <a class="button quiet" href={toIn(request)(`/books/${slug}`)}>
              {words.openBook}
            </a>
          </p>
        </div>
      </section>
    ),
  };
}
