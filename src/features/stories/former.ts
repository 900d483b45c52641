/** Old addresses: where a story stood on an earlier site. */
import { slugsOf } from "../../platform/addresses/addresses.ts";
import type { Db } from "../../platform/db/store.ts";
import type { StoryTables } from "./projection.ts";

/** The path of the story that stood at one of these addresses of an earlier site. */
export async function formerStory(
  db: Db,
  addresses: readonly string[],
): Promise<string | undefined> {
  const rows = await db
    .withTables<StoryTables>()
    .selectFrom("story_link")
    .select(["key", "subject"])
    .where("kind", "=", "former")
    .where("key", "in", addresses)
    .orderBy("subject")
    .execute();
  const found = addresses.flatMap((address) => rows.find(({ key }) => key === address) ?? [])[0];
  const slug = found && (await slugsOf(db, [found.subject])).get(found.subject);
  return slug === undefined ? undefined : `/stories/${slug}`;
}
