/** The letter's page, its feeds and its table. Rules OL1, OL7 and OL8. */
import { FEED_FORMS, feedFile, type FeedForm } from "../../platform/web/feed.ts";
import { csv } from "../../platform/web/csv.ts";
import { pathIn } from "../../platform/web/frame.ts";
import type { Answer, PageRequest, Route } from "../../platform/web/route.ts";
import { freePageAt } from "../campaign/api.ts";
import { LetterMain } from "./pages/letter.tsx";
import { LETTER_FEED, LETTER_TABLE } from "./paths.ts";
import { allSignatures, latestNames, letterCounts, namesPage } from "./queries.ts";
import { wordsIn } from "./words.ts";

export const LETTER_USES = ["letter", "campaign", "pages", "addresses"] as const;
const IN_A_FEED = 50; // names

export const letterRoutes: readonly Route[] = [
  { path: "/letter", query: { page: (page) => page !== "1" }, answer: letter },
  { path: LETTER_TABLE, answer: table },
  ...FEED_FORMS.map((form) => ({
    path: `/letter/feed.${form}`,
    answer: (request: PageRequest) => feed(request, form),
  })),
];

async function letter(request: PageRequest): Promise<Answer> {
  const { db, frame, lang, query } = request;
  const asked = query["page"] ?? "1";
  if (!/^[1-9]\d{0,8}$/.test(asked)) return undefined; // a longer one is no number to the databases
  const page = Number(asked);
  const found = await freePageAt(db, "letter", lang);
  if (!found) return undefined;
  if (found.slug !== "letter")
    return { kind: "redirect", uses: { projections: LETTER_USES }, to: `/pages/${found.slug}` };
  const names = await namesPage(db, { page });
  if (page > names.pages) return undefined;
  const words = wordsIn(lang);
  const { title, summary } = found.page;
  return {
    kind: "page",
    uses: { projections: LETTER_USES },
    title,
    description: summary ?? `${title}, ${frame.name}`,
    lang: words.lang,
    ...(found.byMachine && { byMachine: true }),
    main: LetterMain({
      letter: found.page,
      lang,
      letterLang: found.lang ?? frame.language,
      behind: found.behind,
      counts: await letterCounts(db),
      names,
      page,
      frame,
      words,
      to: (path) => pathIn(frame, lang, path),
    }),
    feeds: [{ title: words.feedOf(title, frame.name), path: LETTER_FEED }],
  };
}

async function feed(request: PageRequest, form: FeedForm): Promise<Answer> {
  const { db, frame, lang, today } = request;
  const found = await freePageAt(db, "letter");
  if (!found) return undefined;
  const words = wordsIn(lang);
  const url = (path: string) => `${frame.base}${pathIn(frame, lang, path)}`;
  const names = await latestNames(db, IN_A_FEED);
  const said = {
    id: url(LETTER_FEED),
    title: words.feedOf(found.page.title, frame.name),
    description: words.selfReported,
    lang,
    home: url("/letter"),
    atom: url(LETTER_FEED),
    json: url("/letter/feed.json"),
    began: frame.opened ?? today,
    entries: names.map(({ subject, name, kind, place, words: sentence, signed }) => ({
      id: `urn:sha256:${subject}`,
      title: name,
      url: url("/letter"),
      published: signed,
      summary: [words.kinds[kind], place, sentence].filter((part) => part !== undefined).join(". "),
      authors: [name],
    })),
  };
  return { ...feedFile(form, said), uses: { projections: LETTER_USES } };
}

/** A row a signature that is counted; the name stays empty where none is shown. */
async function table({ db }: PageRequest): Promise<Answer> {
  const rows = (await allSignatures(db)).map(
    ({ name, kind, place, country, signed, confirmed, by }) => [
      name,
      kind,
      place,
      country,
      signed,
      confirmed,
      by,
    ],
  );
  return {
    kind: "file",
    uses: { projections: ["letter"] },
    type: "text/csv; charset=utf-8",
    body: csv(["name", "kind", "place", "country", "signed", "confirmed", "kept by"], rows),
  };
}
