/** The campaign and its topics in the fediverse: who can be followed in its name. */
import type { ActorCard, Asking, Speaks } from "../../platform/federation/speaking.ts";
import { CAMPAIGN } from "../../platform/federation/addresses.ts";
import { mediaType } from "../../platform/media/kind.ts";
import { markPath } from "./expected.ts";
import { openedCampaign, theCampaign, usernameOf } from "./queries.ts";
import { CAMPAIGN_EDITED } from "./records.ts";

const TOPIC = "topic-";

export const campaignSpeaks: Speaks = {
  kinds: [CAMPAIGN_EDITED],
  posts: async () => [],
  post: async () => undefined,
  async actor(asking, identifier) {
    const found = await openedCampaign(asking.db);
    if (!found) return undefined;
    const { campaign, opened } = found;
    if (identifier === CAMPAIGN) return { ...campaignCard(asking, campaign.id), published: opened };
    const topic = topicOf(asking, identifier);
    return topic && topicCard(asking, topic);
  },
  async named(asking, username) {
    const campaign = await theCampaign(asking.db);
    if (!campaign) return undefined;
    if (username === usernameOf(campaign.id)) return CAMPAIGN;
    const identifier = username.replaceAll("_", "-");
    return topicOf(asking, identifier) && identifier;
  },
  async at(asking, path) {
    if (path === "/") return { actor: CAMPAIGN };
    const [, id] = /^\/topics\/([a-z0-9-]+)$/.exec(path) ?? [];
    const topic = id === undefined ? undefined : topicOf(asking, TOPIC + id);
    return topic && { actor: TOPIC + topic.id };
  },
};

type Topic = Asking["frame"]["topics"][number];
const topicOf = ({ frame }: Asking, identifier: string): Topic | undefined =>
  identifier.startsWith(TOPIC)
    ? frame.topics.find(({ id }) => TOPIC + id === identifier)
    : undefined;

function campaignCard({ frame }: Asking, id: string): ActorCard {
  const { name, claim, purpose, hashtag, logo, earth } = frame;
  return {
    identifier: CAMPAIGN,
    username: usernameOf(id),
    kind: "organization",
    name,
    summary: [claim, purpose, hashtag && `#${hashtag.replace(/^#/, "")}`]
      .filter(Boolean)
      .join("\n\n"),
    path: "/",
    site: name,
    icon: logo
      ? { media: logo.media, type: mediaType(logo.media) }
      : { path: markPath, type: "image/png" },
    ...(earth && {
      // Many servers take no AVIF above a profile.
      image: {
        media: earth.plain.media,
        type: mediaType(earth.plain.media),
        ...(earth.alt !== undefined && { alt: earth.alt }),
      },
    }),
  };
}

function topicCard({ frame }: Asking, { id, name, question }: Topic): ActorCard {
  return {
    identifier: TOPIC + id,
    username: (TOPIC + id).replaceAll("-", "_"),
    kind: "group",
    name: `${name}, ${frame.name}`,
    summary: question,
    path: `/topics/${id}`,
  };
}

/** `@name@host`, as people elsewhere find the campaign. */
export async function campaignHandle(db: Asking["db"], base: string): Promise<string> {
  const campaign = await theCampaign(db);
  return `@${usernameOf(campaign?.id ?? "")}@${new URL(base).host}`;
}
