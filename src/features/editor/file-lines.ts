/** What a file of the campaign folder says on a line of its own, also while somebody types it. */

/** The day that a story's file gives; empty where it gives none. */
export const dayOf = (text: string): string => lineOf(text, "published");
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
  new RegExp(`^${name}: *(.*)$`, "m").exec(text.slice(0, 5000))?.[1]?.trim() ?? "";
