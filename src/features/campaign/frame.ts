/** What every page of the instance shares, from the campaign's own words. */
import type { Db } from "../../platform/db/store.ts";
import { textsOf } from "../../platform/texts/view.ts";
import type { Frame } from "../../platform/web/frame.ts";
import { hiddenNames } from "../people/api.ts";
import type { Campaign } from "./records.ts";
import { openedCampaign, pageList, usernameOf } from "./queries.ts";

export const COLOUR = { day: "#c2350a", night: "#ff8a5c" }; // 5.0:1 and 7.9:1 on paper

/** @param campaign as it stands, or as somebody looks at it before it is said */
export async function campaignFrame(db: Db, base: string, asked?: Campaign): Promise<Frame> {
  const found = await openedCampaign(db);
  const campaign = asked ?? found?.campaign;
  const free = await pageList(db);
  const named = new Map(free.map(({ slug, title }) => [slug, title]));
  // About and privacy stand on every instance, written or not.
  const pages = [
    ...(["about", "privacy", "rights", "press", "events", "updates"] as const).map((slug) => {
      const title = named.get(slug);
      return { path: `/${slug}`, ...(title === undefined ? { standing: slug } : { title }) };
    }),
    ...free
      .filter(({ slug }) => slug === "letter")
      .map(({ title }) => ({ title, path: "/letter" })),
    ...free
      .filter(({ slug }) => !FIXED.has(slug))
      .map(({ slug, title }) => ({ title, path: `/pages/${slug}` })),
  ];
  const hidden = await hiddenNames(db);
  const texts = textsOf(db);
  const own = texts?.lang ?? campaign?.language ?? "en";
  const more = { own, byMachine: texts?.isUnreviewed ?? false, pages, ...(hidden && { hidden }) };
  return { base, ...shared(campaign), ...(found && { opened: found.opened }), ...more };
}

/** Slugs of free pages that have an address of their own. */
export const FIXED: ReadonlySet<string> = new Set(["about", "privacy", "press", "letter"]);

function shared(campaign: Campaign | undefined): Omit<Frame, "base" | "own" | "pages"> {
  if (!campaign)
    return {
      name: "A campaign",
      claim: "This campaign has yet to be opened",
      purpose: "Its words stand in campaign.yaml; nothing has been published here yet.",
      hashtag: "",
      language: "en",
      languages: ["en"],
      colour: COLOUR,
      independence: "",
      disclaimer: "",
      legal: [],
      credits: [],
      topics: [],
      walks: [],
    };
  const { id, name, claim, purpose, hashtag, language, languages, topics, walks } = campaign;
  const { independence, disclaimer, colour = COLOUR, legal = [], credits = [] } = campaign;
  const { logo, earth, navigation, timeZone, ownLink, unasked } = campaign;
  return {
    name,
    claim,
    purpose,
    hashtag,
    language,
    languages,
    topics,
    walks,
    independence,
    disclaimer,
    colour,
    legal,
    credits,
    username: usernameOf(id),
    ...(logo && { logo }),
    ...(earth && { earth }),
    ...(timeZone !== undefined && { timeZone }),
    ...(ownLink && { ownLink }),
    ...(unasked && { unasked }),
    ...(navigation && { navigation: navigation.map((part) => `/${part}`) }),
  };
}
