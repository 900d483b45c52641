/** The addresses of keeping that are pages. */
import { subjectAt } from "../../platform/addresses/addresses.ts";
import { lookedUp, unlessMeant } from "../../platform/web/means.ts";
import type { Answer, PageRequest, Route } from "../../platform/web/route.ts";
import { scriptRoute } from "../../platform/web/script.ts";
import { BOOK_USES, keptBook } from "../books/api.ts";
import { COURSE_USES, keptCourse } from "../courses/api.ts";
import { LIST_USES, shownStories, storyCards, type StoryCard } from "../stories/api.ts";
import { KeepPage } from "./pages/keep.tsx";
import script from "./browser/keep.ts?script";
import { keepWordsIn } from "./words.ts";

const SCRIPT = "/keep.js";

export const keepRoutes: readonly Route[] = [
  {
    path: "/keep",
    query: { story: lookedUp, book: lookedUp, sign: lookedUp, course: lookedUp },
    answer: keepPage,
  },
  scriptRoute(SCRIPT, script),
];

async function keepPage(request: PageRequest): Promise<Answer> {
  const { frame, lang } = request;
  const words = keepWordsIn(lang);
  const { story, until: untilStory } = await wanted(request);
  const book = request.query["book"] === undefined ? undefined : await bookOf(request);
  const { course: slug } = request.query;
  const course =
    slug === undefined ? undefined : await keptCourse({ ...request, params: { slug } });
  const odd = unlessMeant(request, {
    story: story !== undefined,
    book: book !== undefined,
    course: course !== undefined,
    sign: request.query["book"] !== undefined,
  });
  if (odd) return odd;
  const [until] = [untilStory, book?.until].filter((day) => day !== undefined).toSorted();
  return {
    kind: "page",
    uses: {
      projections: [...LIST_USES, ...(book ? BOOK_USES : []), ...(course ? COURSE_USES : [])],
    },
    ...(until !== undefined && { until }),
    title: words.title,
    description: words.description,
    lang: words.lang,
    current: "/stories",
    script: SCRIPT,
    main: KeepPage({ frame, lang, words, story, book, course }),
  };
}

/** The book that the address names, as it may be kept. */
const bookOf = ({ query, ...request }: PageRequest) =>
  keptBook({
    ...request,
    params: { slug: query["book"] ?? "" },
    query: query["sign"] === undefined ? {} : { sign: query["sign"] },
  });

/** The story that the address names, if it may be shown. */
async function wanted({
  db,
  query,
  lang,
  today,
}: PageRequest): Promise<{ story?: StoryCard; until?: string }> {
  const asked = query["story"];
  const address = asked === undefined ? undefined : await subjectAt(db, "stories", asked);
  if (!address) return {};
  const { stories, until } = await shownStories(db, today);
  const shown = stories.filter(({ subject }) => subject === address.subject);
  const [story] = await storyCards(db, shown, lang, today);
  return { ...(story && { story }), ...(until !== undefined && { until }) };
}
