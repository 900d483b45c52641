/** Books as the API gives them: their sentences, who made them and under what licence, and in which languages they are signed. */
import type { Answer, PageRequest } from "../../../platform/web/route.ts";
import { allBooks, languagesOfBook, signingsOf, tagOf, textIn } from "../../books/api.ts";
import { thingOf } from "../things.ts";
import { jsonFile, listOf, pageAsked, sliced } from "./answer.ts";

export async function booksAnswer(request: PageRequest): Promise<Answer> {
  const page = pageAsked(request);
  if (page === undefined) return undefined;
  const { db, lang, today } = request;
  const all = await allBooks(db);
  const here = sliced(all, page);
  const { signings, until } = await signingsOf(
    db,
    here.map(({ subject }) => subject),
    today,
  );
  const items = here.map((book) => {
    const text = textIn(book, lang);
    const { credits, licence, source } = book.thing;
    return {
      ...thingOf(request, "books", book),
      title: text.title,
      lang: text.lang,
      languages: languagesOfBook(book),
      signedIn: (signings.get(book.subject) ?? []).map(tagOf),
      credits,
      licence,
      source,
      pages: text.pages.map(({ alt, lines }) => ({ alt, lines })),
    };
  });
  const body = listOf(request, "/api/books", { items, total: all.length, page });
  const projections = ["books", "signings", "people", "addresses", "campaign"];
  return body && jsonFile(body, { projections }, until);
}
