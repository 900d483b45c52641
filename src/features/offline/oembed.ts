/** oEmbed 1.0: what another site may show of a story where somebody pastes its address. Rule K11 of README.md. */
import { subjectAt } from "../../platform/addresses/addresses.ts";
import { CARD_SIZE } from "../../platform/media/cards/card.ts";
import { readAddress } from "../../platform/web/address.ts";
import { cardAddress } from "../../platform/web/cards.ts";
import { pathIn, pathWithout } from "../../platform/web/frame.ts";
import { lookedUp } from "../../platform/web/means.ts";
import type { Answer, PageRequest, Route } from "../../platform/web/route.ts";
import { LIST_USES, shownStories, storyCards } from "../stories/api.ts";

export const oembedRoutes: readonly Route[] = [
  {
    path: "/oembed",
    query: { url: lookedUp, format: (format) => format !== "json" },
    answer: oembed,
  },
];

/** A link with its card: nothing of ours runs on the other site, and nothing of it is told about its readers. */
async function oembed(request: PageRequest): Promise<Answer> {
  const { db, frame, query, today } = request;
  const { url = "", format = "json" } = query;
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
    type: "link",
    title: story.title,
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
