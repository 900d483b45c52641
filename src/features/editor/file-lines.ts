/** What a file of the campaign folder says on a line of its own, also while somebody types it. */
import { beginsAt } from "../stories/api.ts";

/** The day that a story's file gives; empty where it gives none. */
export const dayOf = (text: string): string => plain(lineOf(text, "published"));
/** From when it may be read, as `beginsAt` says it: its day, or the moment of its hour. */
export const beginsIn = (text: string): string =>
  beginsAt({ published: dayOf(text), hour: hourOf(text) || undefined });
/** The hour that it gives, with its distance from UTC; empty where it gives none. */
export const hourOf = (text: string): string => plain(lineOf(text, "hour"));
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

/** Quoted or not: somebody may have typed the file itself. */
const plain = (value: string): string => value.replace(/^(["'])([^"']*)\1$/, "$2");

function lineOf(text: string, name: string): string {
  const line = frontOf(text).find((one) => one.startsWith(`${name}:`));
  return line?.slice(name.length + 1).trim() ?? "";
}

/** The lines before the Markdown, whose lines may look like fields; all of them: a long summary stands before the day. */
function frontOf(text: string): readonly string[] {
  const end = text.indexOf("\n---", 3);
  return (end < 0 ? text : text.slice(0, end)).split("\n");
}
