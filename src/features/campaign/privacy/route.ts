/** Where `/privacy` stands, and when it is made anew. */
import type { Feature, Serving } from "../../../platform/feature.ts";
import type { PrivatePart } from "../../../platform/private/part.ts";
import { toIn } from "../../../platform/web/frame.ts";
import type { Html, Page, PageRequest, Route } from "../../../platform/web/route.ts";
import { pageAt, theCampaign } from "../queries.ts";
import { PrivacyPage } from "./page.tsx";
import { shownIn } from "./shown.ts";
import { privacyWordsIn } from "./words.ts";

/** Raised when something is kept here of which nothing was kept before, or the other way round. */
const KEPT_VERSION = "what is kept";

/** What the campaign wrote itself, where it did: the page, and what goes around it. */
export type Written = (
  request: PageRequest,
  whole: (page?: Html) => Html,
) => Promise<Page | undefined>;

export const privacyRoute = (parts: readonly PrivatePart[], writtenOf: Written): Route => ({
  path: "/privacy",
  async answer(request) {
    const { db, frame, lang } = request;
    const words = privacyWordsIn(lang);
    const imprint = await pageAt(db, "imprint");
    const props = {
      campaign: await theCampaign(db),
      imprint: imprint && `/pages/${imprint.slug}`,
      shown: await shownIn(db, parts),
      own: frame.own,
      to: toIn(request),
      words,
    };
    const whole = (written?: Html) => PrivacyPage({ ...props, ...(written && { written }) });
    const page = await writtenOf(request, whole);
    const uses = { projections: ["campaign", "pages", "addresses", KEPT_VERSION] };
    if (page) return { ...page, uses };
    const { title, summary: description } = words;
    return { kind: "page", uses, title, description, lang: words.lang, main: whole() };
  },
});

/** Looks each hour whether the page would say something else. */
export function privacyHourly(parts: readonly PrivatePart[]): NonNullable<Feature["hourly"]> {
  let before: string | undefined;
  return async ({ instance }: Serving) => {
    const shown = await instance.snapshot((db) => shownIn(db, parts));
    const now = shown.map(({ what }) => what).join(" ");
    if (now !== before) await instance.log.touch([KEPT_VERSION]);
    before = now;
  };
}
