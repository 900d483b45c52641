/** Words as HTML and XML have them. */
const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};
export const escaped = (words: string): string => words.replace(/[&<>"]/g, (c) => ENTITIES[c]!);
