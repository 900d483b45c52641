/** The example story of a new campaign, while it is public as it came: how to be rid of it, and what to write in its place. Rules W14 and D22. */
import type { Account } from "../../platform/accounts/account.ts";
import { after } from "../../platform/accounts/pages.tsx";
import { may } from "../../platform/accounts/roles.ts";
import type { Db } from "../../platform/db/store.ts";
import type { Serving, Step } from "../../platform/feature.ts";
import { FIRST_STORY, isFirstText } from "../../platform/folder/init-content.ts";
import type { Fields } from "../../platform/web/handler.ts";
import type { Reply } from "../../platform/web/reply.ts";
import { leadStory, storyAt, storyLines } from "../stories/api.ts";
import { withdrawStory } from "./commands.ts";
import { wordsIn } from "./words.ts";

export const EXAMPLE = "/desk/stories/example"; // what is posted here withdraws it

export interface Example {
  readonly subject: string;
  readonly title: string;
}

export async function exampleIn(db: Db): Promise<Example | undefined> {
  const told = await storyAt(db, FIRST_STORY);
  if (!told || !isFirstText(`stories/${FIRST_STORY}`, told.story.markdown)) return undefined;
  return { subject: told.subject, title: told.story.title };
}

/** Whether it is what readers see first. */
export const leads = async (db: Db, { subject }: Example, today: string): Promise<boolean> =>
  (await leadStory(db, today))?.subject === subject;

export async function writingSteps(
  { instance }: Serving,
  { role }: Account,
  lang: string,
): Promise<readonly Step[]> {
  if (!may(role, "publish")) return [];
  const { example: w } = wordsIn(lang);
  return instance.snapshot(async (db) => {
    const example = await exampleIn(db);
    const { lines, total } = await storyLines(db, { page: 1, size: 2 });
    const isFirst = total < 2 && lines.every(({ slug }) => example && slug === FIRST_STORY);
    return [
      ...(isFirst ? [{ words: w.first, path: "/desk/stories#new" }] : []),
      ...(example
        ? [
            {
              words: w.public(example.title),
              path: `/stories/${FIRST_STORY}`,
              button: { words: w.withdraw, path: EXAMPLE },
            },
          ]
        : []),
    ];
  });
}

/** It says so on the page on which the button stood: the first one of the desk, or that of a draft. */
export async function withdrawExample(
  serving: Serving,
  { fields }: Fields<"draft">,
): Promise<Reply> {
  if (await serving.instance.snapshot(exampleIn)) await withdrawStory(FIRST_STORY, serving);
  const { draft } = fields;
  return after(/^[0-9a-f]{12}$/.test(draft) ? `/desk/stories/${draft}/publish` : "/desk");
}
