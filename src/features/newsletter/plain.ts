/** Markdown as plain text in a mail: it reads well as it is, but for links, source numbers and emphasis. */

/** @param base before paths of this site */
export function plainText(markdown: string, base: string): string {
  return markdown
    .replace(/!\[([^[\]]*)\]\([^)[]*\)/g, "$1")
    .replace(/\[([^[\]]+)\]\(\/([^)\s[]*)\)/g, `$1 (${base}/$2)`)
    .replace(/\[([^[\]]+)\]\(([^)\s[]+)\)/g, "$1 ($2)")
    .replace(/\[\^(\d+)\]/g, "[$1]")
    .replace(/(^|[^\\])(\*\*|__)(?=\S)([^*_]+)\2/g, "$1$3")
    .replace(/^#{1,6} (.*)$/gm, (_, title: string) => title.trimStart().toLocaleUpperCase())
    .replace(/\\([^\w\s])/g, "$1");
}

/** As many whole paragraphs as fit; `weigh` tells the bytes of a text as it travels. */
export function shortened(
  text: string,
  most: number,
  weigh: (text: string) => number,
): { readonly text: string; readonly isWhole: boolean } {
  if (weigh(text) <= most) return { text, isWhole: true };
  const kept: string[] = [];
  for (const paragraph of text.split(/\n{2,}/)) {
    if (weigh([...kept, paragraph].join("\n\n")) > most) break;
    kept.push(paragraph);
  }
  return { text: kept.join("\n\n"), isWhole: false };
}
