/** Old addresses: where a story, or one of its pictures, stood on an earlier site. */
import { slugsOf } from "../../platform/addresses/addresses.ts";
import type { Db } from "../../platform/db/store.ts";
import { originalOf } from "../../platform/web/address.ts";
import type { Story } from "./fold.ts";
import { picturesOf, type StoryTables } from "./projection.ts";

/** The path of the story, or of its picture, that stood at one of these addresses of an earlier site. */
export async function formerStory(
  db: Db,
  addresses: readonly string[],
  today: string,
): Promise<string | undefined> {
  const tried = [...new Set([...addresses, ...addresses.map(originalOf)])];
  const rows = await db
    .withTables<StoryTables>()
    .selectFrom("story_link")
    .innerJoin("story", "story.subject", "story_link.subject")
    .select(["story_link.kind", "story_link.key", "story_link.subject"])
    .where("story.since", "<=", today)
    .where("kind", "in", ["former", "former file"])
    .where("key", "in", tried)
    .orderBy("story_link.subject")
    .execute();
  const found = tried.flatMap((address) => rows.find(({ key }) => key === address) ?? [])[0];
  if (!found) return undefined;
  if (found.kind === "former file") return pictureAt(db, found);
  const slug = (await slugsOf(db, [found.subject])).get(found.subject);
  return slug === undefined ? undefined : `/stories/${slug}`;
}

async function pictureAt(
  db: Db,
  { subject, key }: Pick<StoryTables["story_link"], "subject" | "key">,
): Promise<string | undefined> {
  const { state } = await db
    .withTables<StoryTables>()
    .selectFrom("story")
    .select("state")
    .where("subject", "=", subject)
    .executeTakeFirstOrThrow();
  const picture = picturesOf(JSON.parse(state) as Story).find((one) => one.formerly?.includes(key));
  return picture && `/media/${picture.file.media}`;
}
