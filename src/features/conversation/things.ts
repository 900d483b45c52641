/** What can be talked about: a story, a pledge, a plan, a topic, the hashtag's room. Each has its thread below its own address. */
import { slugsOf } from "../../platform/addresses/addresses.ts";
import type { Db } from "../../platform/db/store.ts";
import type { Frame } from "../../platform/web/frame.ts";
import { gonePage } from "../../platform/web/pages.ts";
import type { Answer, PageRequest } from "../../platform/web/route.ts";
import { planAt } from "../plans/api.ts";
import { pledgeAt } from "../pledges/api.ts";
import { isGoneAt, shownStoryAt } from "../stories/api.ts";

export interface Thing {
  /** As comments name it. */
  readonly about: string;
  readonly title: string;
  /** The language of the title, where it is known. */
  readonly lang?: string;
  /** Its page. */
  readonly path: string;
  /** Its thread, and the form. */
  readonly thread: string;
  readonly form: string;
  /** What its pages rest on. */
  readonly uses: readonly string[];
  /** The first day on which it may stand no more, without a record that says so. */
  readonly until?: string;
}

interface Asked {
  readonly db: Db;
  readonly frame: Frame;
  readonly lang: string;
  readonly today: string;
  /** Looked at before any record says it. */
  readonly unsaid?: { readonly subject: string; readonly path: string };
}

const TOPIC = "topic:"; // which is no subject: it stands in the settings of the campaign
export const isTopic = (about: string): boolean => about.startsWith(TOPIC);

type Space = (asked: Asked, slug: string) => Promise<Thing | undefined>;

const STORY_USES = ["stories", "people", "addresses"];

/** By the first part of the address. */
const SPACES = {
  async stories({ db, today }, slug) {
    const told = await shownStoryAt(db, slug, today);
    if (!told) return undefined;
    const { title, language: lang } = told.story;
    const { subject: about, until } = told;
    const shown = { about, title, lang, uses: STORY_USES, ...below(`/stories/${told.slug}`) };
    return until === undefined ? shown : { ...shown, until };
  },
  async pledges({ db, today, lang }, slug) {
    const line = await pledgeAt(db, slug, today, lang);
    if (!line || !("pledge" in line)) return undefined;
    const uses = ["pledges", "addresses"];
    return { about: line.subject, title: line.pledge.title, uses, ...below(`/pledges/${slug}`) };
  },
  async plans({ db }, slug) {
    const card = await planAt(db, slug);
    if (!card) return undefined;
    const { title } = card.plan;
    const uses = ["plans", "addresses"];
    return { about: card.subject, title, uses, ...below(`/plans/${card.slug}`) };
  },
  async topics({ frame }, id) {
    const topic = frame.topics.find((one) => one.id === id);
    if (!topic) return undefined;
    const { name: title } = topic;
    return { about: TOPIC + id, title, uses: ["campaign"], ...below(`/topics/${id}`) };
  },
} satisfies Readonly<Record<string, Space>>;

const below = (path: string) => ({ path, thread: `${path}/conversation`, form: `${path}/comment` });

/** Where one comment of a thread stands, on whichever page that is today. */
export const commentPath = ({ thread }: Pick<Thing, "thread">, id: string): string =>
  `${thread}?comment=${id}#c-${id}`;

/** The first parts of addresses below which there is a thread. */
export const SPACES_WITH_THREADS = Object.keys(SPACES) as (keyof typeof SPACES)[];

/** Where the campaign's hashtag is talked about, and the campaign as a whole. */
const ROOM = { about: "room", path: "/conversation", thread: "/conversation" } as const;

const roomOf = ({ hashtag, name }: Frame): Thing => ({
  ...ROOM,
  title: hashtag === "" ? name : `#${hashtag}`,
  form: `${ROOM.path}/comment`,
  uses: ["campaign"],
});

/** What stands at this address and can be talked about: `/stories/mankosi`, or an address below it. */
export async function thingAt(asked: Asked, path: string): Promise<Thing | undefined> {
  const [, space = "", slug = ""] = path.split("/");
  if (`/${space}` === ROOM.path) return roomOf(asked.frame);
  const known = SPACES_WITH_THREADS.find((one) => one === space);
  return known && SPACES[known](asked, slug);
}

/** What the address of a thread answers where `thingAt` finds nothing: what stood there and was taken back is gone, as it is itself. */
export async function notThere(request: PageRequest, space: string): Promise<Answer> {
  const { db, lang, today, params } = request;
  const isGone = space === "stories" && (await isGoneAt(db, params["slug"] ?? "", today));
  return isGone ? gonePage(lang, { projections: STORY_USES }) : undefined;
}

/** The same by what comments name; undefined where it stands no more. */
export async function thingAbout(asked: Asked, about: string): Promise<Thing | undefined> {
  if (asked.unsaid?.subject === about)
    return { about, title: "", uses: [], ...below(asked.unsaid.path) };
  if (about === ROOM.about) return roomOf(asked.frame);
  if (isTopic(about)) return thingAt(asked, `/topics/${about.slice(TOPIC.length)}`);
  const slug = (await slugsOf(asked.db, [about])).get(about);
  if (slug === undefined) return undefined;
  for (const space of SPACES_WITH_THREADS) {
    const thing = await thingAt(asked, `/${space}/${slug}`);
    if (thing?.about === about) return thing;
  }
  return undefined;
}
