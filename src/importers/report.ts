/** What did not come along, by post: written beside the campaign, for the person who goes through it. */
import type { Fields } from "../platform/folder/thing.ts";
import type { LeftOut } from "./site.ts";

interface Told {
  readonly from: string;
  readonly title: string;
  readonly today: string;
  /** By slug. */
  readonly stories: readonly {
    /** `stories/a-well.md` */
    readonly path: string;
    readonly draft?: string;
    readonly name: string;
    readonly notes: readonly string[];
  }[];
  readonly leftOut: readonly LeftOut[];
  readonly warnings: readonly string[];
  readonly newPeople: readonly Fields[];
  readonly newTopics: readonly Fields[];
  readonly crowdedOut: readonly string[];
  readonly counts: Counts;
}

export interface Counts {
  readonly stories: number;
  readonly pages: number;
  /** Of both: what not everybody could read there. */
  readonly drafts: number;
  readonly sounds: number;
  readonly alreadyThere: number;
  readonly pictures: number;
  /** Pictures and sounds that were shown there and did not come along. */
  readonly filesLeft: number;
  readonly comments: number;
  readonly addresses: number;
  /** Stories whose first sentences stand as their summary. */
  readonly withoutSummary: number;
}

/** @returns Markdown */
export function reportOf(told: Told): string {
  const { counts, stories, leftOut, warnings, newPeople, newTopics, crowdedOut } = told;
  const noted = stories.filter(({ notes }) => notes.length > 0);
  return [
    `# What came from ${told.title || told.from}`,
    `Read on ${told.today} from \`${told.from}\`. This file is for you; it is never published.`,
    list("Brought over", [
      `${counts.stories} stories, ${counts.pages} pages, ${counts.pictures} pictures, ${counts.sounds} sounds, ${counts.comments} comments`,
      `${counts.addresses} old addresses lead to what stood there`,
      ...(counts.withoutSummary > 0
        ? [`${counts.withoutSummary} stories had no summary: their first sentences stand there`]
        : []),
      ...(counts.alreadyThere > 0
        ? [`${counts.alreadyThere} posts were here already and were left as they are`]
        : []),
    ]),
    list(
      "To be checked: consent",
      newPeople.map(
        ({ id, name }) =>
          `${String(name)} (\`${String(id)}\` in people.yaml) is named as an author, as the earlier site did. Ask whether they agree to be named here.`,
      ),
      "People who are shown or named inside a text or a picture need the same question.",
    ),
    list(
      "To be worded: topics",
      [
        ...newTopics.map(
          ({ id, name, question }) => `${String(name)} (\`${String(id)}\`): ${String(question)}`,
        ),
        ...crowdedOut.map((name) => `${name}: no room among 60 topics; it became a tag`),
      ],
      "Each topic asks a question; they stand in campaign.yaml.",
    ),
    list("Taken although it is not as it has to be", warnings),
    list(
      "Drafts",
      stories.flatMap(({ path, name, draft }) =>
        draft === undefined ? [] : [`\`${path}\`, from ${name}: ${draft}`],
      ),
      "An import does not see them. To publish one, move it into `stories/` or `pages/`.",
    ),
    list(
      "Left out",
      leftOut.map(({ what, why }) => `${what}: ${why}`),
      "Mail addresses and network addresses of those who commented were left out too, as were menus, styles and settings.",
    ),
    noted.length === 0
      ? ""
      : `## Changed, by file\n\n${noted
          .map(
            ({ path, name, notes }) =>
              `- \`${path}\`, from ${name}\n${notes.map((note) => `  - ${note}`).join("\n")}`,
          )
          .join("\n")}`,
    counts.comments === 0
      ? ""
      : "## Comments\n\nThey are kept in `comments/<slug>.json`, a file for each story, and are not published.",
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n");
}

function list(title: string, entries: readonly string[], after = ""): string {
  if (entries.length === 0) return "";
  return `## ${title}\n\n${entries.map((entry) => `- ${entry}`).join("\n")}${after === "" ? "" : `\n\n${after}`}`;
}
