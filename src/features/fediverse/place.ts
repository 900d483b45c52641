/** Where what is said elsewhere stands here: what it is about, and which words it answers. Rule FE1. */
import type { Heard } from "../../platform/federation/speaking.ts";
import type { Db } from "../../platform/db/store.ts";
import type { Frame } from "../../platform/web/frame.ts";
import { sha256 } from "../../platform/records/record.ts";
import { commentById, thingAbout } from "../conversation/api.ts";
import { remarkById } from "../conversation/model.ts";

type SaidThere = Extract<Heard, { what: "said" }>;

interface Place {
  readonly about: string;
  /** The id of what it answers. */
  readonly answers?: string;
}

/** The id under which something that stands elsewhere is kept here. */
export const idOf = (uri: string): string => sha256(uri).slice(0, 32);

const COMMENT = /^[0-9a-f]{32}$/;

/** Undefined where it has no place here. */
export async function placeOf(
  db: Db,
  frame: Frame,
  { answers, hashtags }: Pick<SaidThere, "answers" | "hashtags">,
  today: string,
): Promise<Place | undefined> {
  if (answers) {
    const id = "id" in answers ? answers.id : idOf(answers.uri);
    const about = await aboutOf(db, frame, id, today);
    if (about !== undefined) return COMMENT.test(id) ? { about, answers: id } : { about };
  }
  const own = bare(frame.hashtag);
  if (own === "" || !hashtags.some((tag) => bare(tag) === own)) return undefined;
  const topic = frame.topics.find(({ id, name }) =>
    hashtags.some((tag) => bare(tag) === bare(id) || bare(tag) === bare(name)),
  );
  return { about: topic ? `topic:${topic.id}` : "room" };
}

/** What this is about, whether it is a thing, a comment, or words that wait. */
async function aboutOf(
  db: Db,
  frame: Frame,
  id: string,
  today: string,
): Promise<string | undefined> {
  if (COMMENT.test(id)) {
    const comment = await commentById(db, id);
    if (comment) return comment.comment.about;
    const remark = await remarkById(db, id);
    return remark?.state === "refused" ? undefined : remark?.about;
  }
  const thing = await thingAbout({ db, frame, lang: frame.language, today }, id);
  return thing?.about;
}

/** Hashtags are written without blanks, in any case. */
const bare = (tag: string): string =>
  tag
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}]/gu, "");
