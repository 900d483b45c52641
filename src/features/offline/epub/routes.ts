/** The addresses of books: a story, a topic, the whole campaign. Rules K1 to K3 of README.md. */
import { createHash } from "node:crypto";
import { subjectAt } from "../../../platform/addresses/addresses.ts";
import { EPUB } from "../../../platform/web/epub.ts";
import { pathIn } from "../../../platform/web/frame.ts";
import type { Answer, PageRequest, Route } from "../../../platform/web/route.ts";
import { openedCampaign } from "../../campaign/api.ts";
import {
  LIST_USES,
  shownStories,
  storiesNaming,
  storyPath,
  type Shown,
} from "../../stories/api.ts";
import { bookWordsIn } from "../words.ts";
import type { Book } from "./book.ts";
import { coverOf } from "./cover-picture.ts";
import { epubOf } from "./file.ts";
import { gather } from "./chapters.ts";

const USES = { projections: [...LIST_USES, "campaign"] };

export const epubRoutes: readonly Route[] = [
  { path: "/stories/:slug{.+\\.epub}", answer: ofStory, inOwnWords: true },
  { path: "/topics/:topic{.+\\.epub}", answer: ofTopic, inOwnWords: true },
  { path: "/campaign.epub", answer: ofCampaign, inOwnWords: true },
];

async function ofStory(request: PageRequest): Promise<Answer> {
  const { db, frame, today } = request;
  const asked = nameIn(request, "slug");
  const address = await subjectAt(db, "stories", asked);
  if (!address) return undefined;
  const { stories, until } = await shownStories(db, today, "print");
  const story = stories.find(({ subject }) => subject === address.subject);
  if (!story) return undefined;
  if (address.slug !== asked)
    return {
      kind: "redirect",
      uses: { projections: ["addresses"] },
      to: `/stories/${address.slug}.epub`,
    };
  const { chapters, place } = await gather(request, [story]);
  const [chapter] = chapters;
  if (!chapter) return undefined;
  const { lang, title, summary } = chapter;
  // A translation is another publication, under the name of the same story.
  const id = `urn:sha256:${story.subject}${lang === story.language ? "" : `#${lang}`}`;
  const url = `${frame.base}${storyPath(frame, lang, address.slug)}`;
  return fileOf(
    request,
    { id, title, description: summary, lang, url, chapters },
    { place, picture: chapter.picture },
    until,
  );
}

async function ofTopic(request: PageRequest): Promise<Answer> {
  const { db, frame, lang, today } = request;
  const asked = nameIn(request, "topic");
  const topic = frame.topics.find(({ id }) => id === asked);
  if (!topic) return undefined;
  const naming = await storiesNaming(db, "topic", topic.id);
  const { stories, until } = await shownStories(db, today, "print");
  const about = stories.filter(({ subject }) => naming.has(subject));
  const url = `${frame.base}${pathIn(frame, lang, `/topics/${topic.id}`)}`;
  const names = { title: topic.name, description: topic.question, url };
  return collection(request, { ...names, about: `topic ${topic.id}` }, about, until);
}

async function ofCampaign(request: PageRequest): Promise<Answer> {
  const { db, frame, lang, today } = request;
  const { stories, until } = await shownStories(db, today, "print");
  const url = `${frame.base}${pathIn(frame, lang, "/")}`;
  const names = { title: frame.name, description: frame.claim, url };
  return collection(request, { ...names, about: "campaign" }, stories, until);
}

async function collection(
  request: PageRequest,
  names: { title: string; description: string; url: string; about: string },
  stories: readonly Shown[],
  until: string | undefined,
): Promise<Answer> {
  const opened = await openedCampaign(request.db);
  if (!opened || stories.length === 0) return undefined;
  const { about, ...shown } = names;
  const { lang, frame } = request;
  const own = lang === frame.language ? "" : ` ${lang}`;
  const hash = createHash("sha256").update(`${opened.subject} ${about}${own}`).digest("hex");
  const { chapters, place } = await gather(request, stories);
  const book = { ...shown, chapters, id: `urn:sha256:${hash}`, lang: frame.language };
  // What is of many places opens with the Earth, where there is a picture of it.
  return fileOf(request, book, frame.earth ? {} : { place }, until);
}

async function fileOf(
  request: PageRequest,
  book: Omit<Book, "publisher" | "cover">,
  of: Parameters<typeof coverOf>[2],
  until: string | undefined,
): Promise<Answer> {
  const cover = await coverOf(request, book, of);
  const whole = { ...book, publisher: request.frame.name, cover };
  return {
    kind: "file",
    uses: USES,
    ...(until !== undefined && { until }),
    type: EPUB,
    body: epubOf(whole, bookWordsIn),
  };
}

const nameIn = ({ params }: PageRequest, name: string): string =>
  (params[name] ?? "").replace(/\.epub$/, "");
