/** A story's Markdown as the words that a reader sees, one line a paragraph. */

export function plainText(markdown: string): string {
  return markdown
    .replace(/\[\^\d+\]/g, "")
    .replace(/!?\[([^[\]]*)\]\([^)[]*\)/g, "$1")
    .replace(/^[ \t]*(?:#{1,6}|>|[-+*]|\d+[.)])[ \t]+/gm, "")
    .replace(/^[-=|: \t]{3,}$/gm, "")
    .replace(/[*_`|]+/g, (signs) => (signs.includes("|") ? " " : ""))
    .replace(/[ \t]+/g, " ")
    .replace(/\n{2,}/g, "\n")
    .trim();
}
