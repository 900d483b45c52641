/** The books of a programme on its page, and the way to the shelf. */
import { Section } from "../../platform/web/heads.tsx";
import { toIn } from "../../platform/web/frame.ts";
import type { PageRequest, Related } from "../../platform/web/route.ts";
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
