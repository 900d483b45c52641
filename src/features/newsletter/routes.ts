/** The archive of newsletters. */
import { toIn } from "../../platform/web/frame.ts";
import type { Answer, PageRequest, Route } from "../../platform/web/route.ts";
import { LIST_USES } from "../stories/api.ts";
import { shownNewsletter } from "./composing/parts.ts";
import { wordsIn } from "./composing/words.ts";
import { NewsletterMain, NewslettersMain } from "./pages/newsletter.tsx";
import { newsletterAt, newsletterList } from "./queries.ts";

const OWN = ["newsletters", "addresses"];
/** What a newsletter points to. */
const USES = {
  projections: [...OWN, ...LIST_USES, "events", "partners", "pledges"],
};

export const newsletterRoutes: readonly Route[] = [
  { path: "/newsletters", answer: list },
  { path: "/newsletters/:slug", answer: one },
];

async function list(request: PageRequest): Promise<Answer> {
  const { db, lang } = request;
  const words = wordsIn(lang);
  const lines = (await newsletterList(db)).map(({ slug, newsletter }) => {
    const { translations = [], language, published } = newsletter;
    const own = translations.find((said) => said.language === lang);
    const { title, summary = "" } = own ?? newsletter;
    return { slug, title, summary, published, lang: own ? lang : language };
  });
  return {
    kind: "page",
    uses: { projections: OWN },
    title: words.title,
    description: words.description,
    lang: words.lang,
    current: "/take-part",
    main: NewslettersMain({ lines, words, lang, to: toIn(request) }),
  };
}

async function one(request: PageRequest): Promise<Answer> {
  const { db, lang, today, params } = request;
  const slug = params["slug"] ?? "";
  const card = await newsletterAt(db, slug);
  if (!card) return undefined;
  if (card.slug !== slug)
    return {
      kind: "redirect",
      uses: { subjects: [card.subject], projections: ["addresses"] },
      to: `/newsletters/${card.slug}`,
    };
  const words = wordsIn(lang);
  const { newsletter } = card;
  const shown = await shownNewsletter(db, newsletter, { lang, today, channel: "web" });
  return {
    kind: "page",
    uses: USES,
    ...(shown.until !== undefined && { until: shown.until }),
    title: shown.title,
    description: shown.summary === "" ? shown.title : shown.summary,
    lang: words.lang,
    current: "/take-part",
    main: NewsletterMain({
      shown,
      published: newsletter.published,
      words,
      lang,
      to: toIn(request),
    }),
    share: true,
  };
}
