/** The addresses at which books are read. */
import { subjectAt } from "../../platform/addresses/addresses.ts";
import { toIn } from "../../platform/web/frame.ts";
import { isNumber, lookedUp, oneOf, unlessMeant } from "../../platform/web/means.ts";
import type { Answer, Page, PageRequest, Route } from "../../platform/web/route.ts";
import { BookMain } from "./pages/book.tsx";
import { BookPage } from "./pages/page.tsx";
import { PrintMain } from "./pages/print.tsx";
import { ShelfMain } from "./pages/shelf.tsx";
import { keptRoutes } from "./kept-list.ts";
import { signingAt } from "./queries.ts";
import { PLAYS, playedOn } from "./played.ts";
import { readingAt, USES, type Reading } from "./reading.ts";
import { playerScript } from "./script.ts";
import { shelfOf, shownOn } from "./shelf.ts";
import { meantOn, stagedOn } from "./staged.ts";
import { tagOf } from "./signed.ts";
import { placesOf } from "./text.ts";
import { wordsIn } from "./words.ts";

export const bookRoutes: readonly Route[] = [
  { path: "/books", query: { sign: lookedUp, text: lookedUp, page: lookedUp }, answer: shelf },
  { path: "/books/:slug", query: { sign: lookedUp }, answer: book },
  { path: "/books/:slug/print", query: { sign: lookedUp }, answer: print },
  ...keptRoutes,
  {
    path: "/books/:slug/:page",
    query: { sign: lookedUp, line: isNumber, word: lookedUp, play: oneOf(...PLAYS) },
    answer: page,
  },
  { path: "/signings/:slug", answer: signing },
];

const CURRENT = "/do-good";

async function shelf(request: PageRequest): Promise<Answer> {
  const { db, today, lang, query } = request;
  const words = wordsIn(lang);
  const { books, until } = await shelfOf(db, { today, lang });
  const { page: asked, ...choice } = query;
  const odd = unlessMeant(request, {
    sign: books.some(({ signed }) => signed.includes(query["sign"]!)),
    text: books.some(({ written }) => written.includes(query["text"]!)),
    page: asked !== "1", // where one stands without it
  });
  if (odd) return odd;
  const on = shownOn(books, choice, asked);
  if (!on) return undefined;
  return {
    kind: "page",
    uses: USES,
    ...(until !== undefined && { until }),
    title: words.title,
    description: words.description,
    lang: words.lang,
    current: CURRENT,
    main: ShelfMain({ books, ...on, choice, words, to: toIn(request) }),
  };
}

async function book(request: PageRequest): Promise<Answer> {
  const reading = await readingAt(request);
  if (!reading) return undefined;
  if ("to" in reading) return { kind: "redirect", uses: USES, to: reading.to };
  const { thing, slug } = reading.book;
  const { words, ...props } = propsOf(request, reading);
  const drawing = thing.cover ?? thing.pages.find(({ picture }) => picture)?.picture;
  return {
    ...pageOf(request, reading, `/books/${slug}`),
    title: reading.text.title,
    description: words.description,
    main: BookMain({ words, ...props }),
    card: {
      type: "website",
      shows: {
        lang: reading.text.lang,
        ...(drawing && { picture: { media: drawing.file.media } }),
      },
    },
    jsonLd: {
      "@context": "https://schema.org",
      "@type": "Book",
      name: reading.text.title,
      inLanguage: reading.text.lang,
      license: thing.licence.url ?? thing.licence.name,
      ...(reading.signings.length > 0 && { accessibilityFeature: ["signLanguage"] }),
    },
  };
}

async function page(request: PageRequest): Promise<Answer> {
  const { params, query } = request;
  const number = /^[1-9]\d{0,2}$/.test(params["page"] ?? "") ? Number(params["page"]) : 0;
  const reading = await readingAt(request, `/${number}`);
  if (!reading || number === 0) return undefined;
  if ("to" in reading) return { kind: "redirect", uses: USES, to: reading.to };
  const { text, signed, book: of } = reading;
  if (number > text.pages.length) return undefined;
  const odd = unlessMeant(request, meantOn(reading, number, query));
  if (odd) return odd;
  const { words, ...props } = propsOf(request, reading);
  const stage = signed && stagedOn(reading, signed, { number, query, words });
  const played = playedOn({ ...props, stage, number, asked: query["play"] });
  return {
    ...pageOf(request, reading, `/books/${of.slug}/${number}`),
    title: `${text.title}, ${words.page(number, text.pages.length)}`,
    description: text.pages[number - 1]!.lines.join(" ").slice(0, 200) || words.description,
    main: BookPage({ words, ...props, number, stage, played }),
    ...(played && { script: playerScript.path }),
    // What the address asks for beside the page is no page of its own.
    ...(Object.keys(query).some((name) => name !== "sign") && { unlisted: true as const }),
  };
}

async function print(request: PageRequest): Promise<Answer> {
  const reading = await readingAt(request, "/print");
  if (!reading) return undefined;
  if ("to" in reading) return { kind: "redirect", uses: USES, to: reading.to };
  const { words, ...props } = propsOf(request, reading);
  return {
    ...pageOf(request, reading, `/books/${reading.book.slug}/print`),
    title: `${reading.text.title}, ${words.print}`,
    description: words.printLead,
    main: PrintMain({ words, ...props }),
    unlisted: true,
  };
}

/** A signing has its pages in its book. */
async function signing({ db, params, today }: PageRequest): Promise<Answer> {
  const address = await subjectAt(db, "signings", params["slug"] ?? "");
  const found = address && (await signingAt(db, address.subject, today));
  if (!found) return undefined;
  const { until } = found;
  return {
    kind: "redirect",
    uses: USES,
    ...(until !== undefined && { until }),
    to: `/books/${found.book}${found.signing ? `/1?sign=${tagOf(found.signing)}` : ""}`,
  };
}

const propsOf = (request: PageRequest, reading: Reading) => ({
  reading,
  words: wordsIn(request.lang),
  frame: request.frame,
  lang: request.lang,
  to: toIn(request),
});

function pageOf(
  request: PageRequest,
  reading: Reading,
  path: string,
): Pick<Page, "kind" | "uses" | "until" | "lang" | "current" | "byMachine" | "languages" | "only"> {
  const { until, text, book: of, signed } = reading;
  const query = signed ? `?sign=${signed.tag}` : "";
  return {
    kind: "page",
    uses: USES,
    ...(until !== undefined && { until }),
    lang: wordsIn(request.lang).lang,
    current: CURRENT,
    ...(text.state === "machine" && { byMachine: true }),
    ...placesOf(request.frame, path + query, of),
  };
}
