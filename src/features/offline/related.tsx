/** What a story's page offers to take along. */
import type { PageRequest, Related } from "../../platform/web/route.ts";
import { LIST_USES, shownStories, storiesBySubject, storyPath } from "../stories/api.ts";
import { directionOf } from "../../platform/web/words.ts";
import { pathIn } from "../../platform/web/frame.ts";
import { keepWordsIn } from "./words.ts";

export async function relatedKeeping(
  request: PageRequest,
  subject: string,
): Promise<Related | undefined> {
  const { db, frame, lang, params } = request;
  const slug = params["slug"];
  if (slug === undefined || !(await storiesBySubject(db, [subject])).has(subject)) return undefined;
  const words = keepWordsIn(lang);
  const uses = { projections: LIST_USES };
  const printed = await request.remember("stories in print", uses, async () => {
    const { stories, until } = await shownStories(db, request.today, "print");
    return { subjects: new Set(stories.map((story) => story.subject)), until };
  });
  const path = storyPath(frame, lang, slug);
  return {
    uses,
    ...(printed.until !== undefined && { until: printed.until }),
    html: (
      <p class="chips" lang={words.lang} dir={directionOf(words.lang)}>
        <a href={pathIn(frame, lang, `/keep?story=${slug}`)}>{words.readLater}</a>
        {printed.subjects.has(subject) && <a href={`${path}.epub`}>{words.epub}</a>}
        <a href={`${path}/aloud`}>{words.aloud}</a>
      </p>
    ),
  };
}
