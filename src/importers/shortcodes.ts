/** What stands in a post that is no HTML yet: blank lines for paragraphs, marks in square brackets, bare addresses. */
import { replaceElements, replaceSpans } from "./elements.ts";
import type { SiteFile } from "./site.ts";

/** What could not be carried over as it was, in words for the report. */
export type Notes = Set<string>;

/** Marks of WordPress itself; another mark is known by its attributes or its closing half, so that [words] stay words. */
const OWN = /^(?:caption|wp_caption|gallery|audio|video|embed|playlist)$/;
const MARK =
  /\[(\/?)([a-zA-Z][\w-]*)((?:\s+[\w-]+=(?:"[^"[]*"|'[^'[]*'|[^\s[\]"']+)|\s+[\w-]+)*)\s*\/?\]/g;
/** A mark of WordPress with nothing but an address: `[audio https://old.example.org/talk.mp3]`. */
const ALONE = /\[(audio|video|embed) (https?:[^\s\]"'[]+)\]/g;
const CAPTION = /\[(wp_)?caption[^[\]]*\]\s*((?:<a [^<>]*>\s*)?<img [^<>]*>(?:\s*<\/a>)?)/g;

/** What its owner reads of a mark whose meaning is not known here. */
const READ =
  /\b(?:title|text|label|caption|heading|content|description|quote|cite)=("[^"[]*"|'[^'[]*')/g;

/** @param of.post the post's own number in the export, to which files may belong */
export function expand(
  html: string,
  of: { isPlain: boolean; files: ReadonlyMap<string, SiteFile>; post?: string },
  notes: Notes,
): string {
  const { isPlain } = of;
  const captioned = replaceSpans(
    html,
    CAPTION,
    ([, old = ""]) => `[/${old}caption]`,
    ([begun, , picture], inner) => {
      const words =
        inner.trim() || [...begun.matchAll(READ)].map(([, text]) => bare(text!)).join(" ");
      return `\n\n<figure>${picture}<figcaption>${words}</figcaption></figure>\n\n`;
    },
  );
  const closed = new Set([...captioned.matchAll(/\[\/([\w-]+)\]/g)].map(([, name]) => name));
  const named = captioned.replace(ALONE, '[$1 src="$2"]');
  const plain = named.replace(MARK, (all, slash: string, name: string, rest: string) => {
    const isMark = OWN.test(name) || closed.has(name) || rest.includes("=");
    if (!isMark) return all;
    if (name === "gallery" && slash === "") return gallery(rest, of, notes);
    const source = /\b(?:src|url|mp4|mp3|href)=["']?(https?:[^"'\s\]]+)/.exec(rest)?.[1];
    if (name === "audio" && source) return `<p><audio src="${quoted(source)}"></audio></p>`;
    if (slash === "" && name !== "embed")
      notes.add(`the mark [${name}]${source ? " became a link" : " was left out, its words stay"}`);
    const read = [...rest.matchAll(READ)].map(([, text]) => bare(text!)).filter(Boolean);
    const words = read.length > 0 ? ` ${read.join(" ")} ` : "";
    return source ? `${words}<p><a href="${source}">${source}</a></p>` : words;
  });
  const linked = plain.replace(/^[ \t]*(https?:\/\/[^\s<"]+)[ \t]*$/gm, (all, address: string) => {
    const url = URL.parse(address);
    if (!url) return all;
    notes.add(`what was embedded from ${url.hostname} became a link`);
    return `<p><a href="${address}">${address}</a></p>`;
  });
  return isPlain ? paragraphs(linked) : linked;
}

const PICTURE = /\.(?:jpe?g|png|gif|webp|avif|heic|bmp|tiff?)$/i;
const bare = (inQuotes: string): string => inQuotes.slice(1, -1).trim();

/** The pictures that it names; without names those that were sent for this post. Each with the words below it. */
function gallery(
  rest: string,
  { files, post }: Pick<Parameters<typeof expand>[1], "files" | "post">,
  notes: Notes,
): string {
  const ids = /\b(?:ids|include)=["']?([\d,\s]+)/.exec(rest)?.[1]?.split(",");
  const found = ids
    ? ids.flatMap((id) => files.get(id.trim()) ?? [])
    : [...files.values()].filter(
        ({ parent, url }) => parent !== undefined && parent === post && PICTURE.test(url),
      );
  if (found.length === 0 || found.length < (ids?.length ?? 0))
    notes.add("a gallery names pictures that the export does not hold");
  return found
    .map(({ url, alt, caption }) => {
      const words = caption === "" ? "" : `<figcaption>${caption}</figcaption>`;
      return `<figure><img src="${quoted(url)}" alt="${quoted(alt)}">${words}</figure>`;
    })
    .join("\n");
}

const NAMES =
  "p|div|h[1-6]|ul|ol|li|dl|dt|dd|table|thead|tbody|tr|td|th|blockquote|pre|figure|figcaption|section|article|iframe|video|audio|form|script|style|noscript";
// bounded: one name of a tag
const BLOCK = new RegExp(`^</?(?:${NAMES}|hr)\\b`, "i");
// bounded: one name of a tag
const OPENING = new RegExp(`<(?:${NAMES})\\b`, "gi");
// bounded: one name of a tag
const CLOSING = new RegExp(`</(?:${NAMES})\\b`, "gi");

/** As WordPress itself does when it shows a post of its old editor. */
function paragraphs(html: string): string {
  const kept: string[] = [];
  const whole = replaceElements(html, /<(pre|script|style)\b/gi, (block) => {
    kept.push(block);
    return `\n\n<pre data-kept="${kept.length - 1}"></pre>\n\n`;
  });
  const parts = whole.replaceAll("\r\n", "\n").split(/\n\s*\n/);
  const made = parts.map((part) => part.trim()).filter((part) => part !== "");
  return made
    .flatMap((part) => aroundBlocks(part.split("\n")))
    .join("\n")
    .replace(/<pre data-kept="(\d+)"><\/pre>/g, (_all, at: string) => kept[Number(at)] ?? "");
}

/** Lines outside blocks are paragraphs, and their ends are line breaks; lines of a block stay. */
function aroundBlocks(lines: readonly string[]): string[] {
  const made: string[] = [];
  let words: string[] = [];
  let open = 0;
  const end = () => {
    if (words.length > 0) made.push(`<p>${words.join("<br>\n")}</p>`);
    words = [];
  };
  for (const line of lines) {
    const isBlock = open > 0 || BLOCK.test(line.trim());
    if (!isBlock) {
      words.push(line);
      continue;
    }
    end();
    made.push(line);
    open += (line.match(OPENING)?.length ?? 0) - (line.match(CLOSING)?.length ?? 0);
    open = Math.max(0, open);
  }
  end();
  return made;
}

export const quoted = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
