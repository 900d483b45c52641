/** oEmbed 1.0: what another site may show of a story where somebody pastes its address. Rule K11 of README.md. */
import { subjectAt } from "../../platform/addresses/addresses.ts";
import { CARD_SIZE } from "../../platform/media/cards/card.ts";
import { readAddress } from "../../platform/web/address.ts";
import { cardAddress } from "../../platform/web/cards.ts";
import { xml } from "../../platform/web/feed.ts";
import { pathIn, pathWithout } from "../../platform/web/frame.ts";
import { lookedUp } from "../../platform/web/means.ts";
import type { Answer, PageRequest, Route } from "../../platform/web/route.ts";
import { directionOf } from "../../platform/web/words.ts";
import { LIST_USES, shownStories, storyCards, type StoryCard } from "../stories/api.ts";

export const oembedRoutes: readonly Route[] = [
  {
    path: "/oembed",
    query: { url: lookedUp, format: (format) => format !== "json" },
    answer: oembed,
  },
];

/** px; it has no picture and takes the width that there is. */
const SIZE = { width: 600, height: 200 } as const;

/** Without style and script, for sites that show what others say of themselves. */
const quotation = ({ title, summary, lang }: StoryCard, url: string, campaign: string): string =>
  `<blockquote cite="${xml(url)}" lang="${xml(lang)}" dir="${directionOf(lang)}">` +
  `<p><a href="${xml(url)}"><strong>${xml(title)}</strong></a></p><p>${xml(summary)}</p>` +
  `<p><cite>${xml(campaign)}</cite></p></blockquote>`;

/** Words that lead here, and a card: nothing of ours runs on the other site, and nothing is told us about its readers. */
async function oembed(request: PageRequest): Promise<Answer> {
  const { db, frame, query, today } = request;
  const { url = "", format = "json" } = query;
  if (format === "xml") {
    if (url !== "") return { kind: "instead", uses: {}, query: { format } }; // whatever it is asked about
    const body =
      "oEmbed stands here as JSON alone: please ask without format, or with format=json\n";
    return { kind: "file", uses: {}, status: 501, type: "text/plain; charset=utf-8", body };
  }
  const asked = url.startsWith(`${frame.base}/`) ? readAddress(url) : 400;
  if (typeof asked === "number" || format !== "json") return undefined;
  const [, first = ""] = asked.path.split("/");
  const lang = frame.languages.includes(first) ? first : frame.language;
  const [, slug] = /^\/stories\/([^/]+)$/.exec(pathWithout(frame, lang, asked.path)) ?? [];
  const address = slug === undefined ? undefined : await subjectAt(db, "stories", slug);
  const { stories, until } = await shownStories(db, today);
  const shown = stories.filter(({ subject }) => subject === address?.subject);
  const [story] = await storyCards(db, shown, lang, today);
  if (!story) return undefined;
  const stands = `${frame.base}${pathIn(frame, lang, `/stories/${slug}`)}`;
  if (url !== stands) return { kind: "instead", uses: {}, query: { url: stands } };
  const said = {
    version: "1.0",
    type: "rich",
    title: story.title,
    html: quotation(story, stands, frame.name),
    ...SIZE,
    provider_name: frame.name,
    provider_url: `${frame.base}${pathIn(frame, lang, "/")}`,
    thumbnail_url: frame.base + cardAddress(frame, lang, `/stories/${story.slug}`),
    thumbnail_width: CARD_SIZE.width,
    thumbnail_height: CARD_SIZE.height,
  };
  return {
    kind: "file",
    uses: { projections: [...LIST_USES, "campaign"] },
    ...(until !== undefined && { until }),
    type: "application/json; charset=utf-8",
    body: `${JSON.stringify(said, undefined, 1)}\n`,
  };
}
