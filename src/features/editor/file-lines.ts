/** What a file of the campaign folder says on a line of its own, also while somebody types it. */
import { beginsAt } from "../stories/api.ts";

/** The day that a story's file gives; empty where it gives none. */
export const dayOf = (text: string): string => lineOf(text, "published");
/** From when it may be read, as `beginsAt` says it: its day, or the moment of its hour. */
export const beginsIn = (text: string): string =>
  beginsAt({ published: dayOf(text), hour: hourOf(text) || undefined });
/** The hour that it gives, with its distance from UTC; empty where it gives none. */
export const hourOf = (text: string): string => lineOf(text, "hour").replaceAll('"', "");
/** The title that a file gives. */
export const titleOf = (text: string): string => {
  const line = lineOf(text, "title");
  if (!line.startsWith('"')) return line;
  try {
    return String(JSON.parse(line));
  } catch {
    return line;
  }
};

/** The language that a file gives; undefined where it gives none. */
export const languageOf = (text: string): string | undefined =>
  lineOf(text, "language") || undefined;

const lineOf = (text: string, name: string): string =>
  // bounded: one line of 5,000 characters at most
  new RegExp(`^${name}: *(.*)$`, "m").exec(frontOf(text))?.[1]?.trim() ?? "";

/** Before the Markdown, whose lines may look like fields. */
function frontOf(text: string): string {
  const end = text.indexOf("\n---", 3);
  return text.slice(0, Math.min(5000, end < 0 ? 5000 : end));
}
