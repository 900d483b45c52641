/** What the text of a draft says of its files and people, as a campaign folder has it. */
import { unfold } from "../../platform/folder/form.ts";
import { joinFrontMatter, splitFrontMatter } from "../../platform/folder/front-matter.ts";
import { parseTree, TreeError } from "../../platform/folder/tree.ts";
import { writeYaml } from "../../platform/folder/write.ts";
import { storyFolder } from "../stories/api.ts";

/** The files that a draft's text names. */
export const filesIn = (text: string): string[] => [
  ...new Set(text.match(/media\/[A-Za-z0-9][A-Za-z0-9._-]*\.[a-z0-9]+/g)),
];

/** The addresses of the people whom a draft names. */
export function peopleIn(text: string): string[] {
  const people = frontOf(text)?.fields["people"];
  return Array.isArray(people) ? people.map(String) : [];
}

/** The same draft with one more person in it; undefined where it cannot be read. */
export function withPerson(text: string, slug: string): string | undefined {
  const front = frontOf(text);
  if (!front) return undefined;
  const people = [...peopleIn(text), slug];
  const fields = { ...front.fields, people, authors: front.fields["authors"] ?? [slug] };
  return joinFrontMatter(writeYaml(fields, FORM), front.markdown);
}

const FORM = unfold(storyFolder.schema);

function frontOf(text: string) {
  try {
    const { front, markdown } = splitFrontMatter(text);
    const { value } = parseTree(front, { format: "yaml", form: FORM });
    if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
    return { fields: value as Readonly<Record<string, unknown>>, markdown };
  } catch (error) {
    if (error instanceof TreeError) return undefined;
    throw error;
  }
}
