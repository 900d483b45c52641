/** Plain text of HTML that an allow-list has passed already: well-formed, escaped, and of few tags (words-of-html.ts). */
import { readAddress } from "../../engines/plaintext/address.ts";

const TOKEN = /<(\/?)([a-z0-9]+)((?: [a-z]+(?:="[^"]*")?)*) ?\/?>|([^<]+)/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', amp: "&" };
const unescaped = (text: string): string =>
  text.replace(/&(lt|gt|quot|amp);/g, (_, name: string) => ENTITIES[name]!);

/** What begins a line of its own; all else that is no part of a line stands apart by an empty line. */
const LINES = new Set(["li", "tr", "dt", "dd", "figcaption", "summary", "br"]);
const INLINE = new Set(["a", "img", "s", "td", "th"]);
const MAX_QUOTED = 3; // quotes within quotes that are told from one another

interface Link {
  readonly href: string;
  readonly isMention: boolean;
  label: string;
  /** With what is not seen. */
  whole: string;
}

export function textOf(html: string): string {
  let text = "";
  let breaks = 0;
  let quoted = 0;
  let preformatted = 0;
  let unseen = 0;
  const lists: { next: number }[] = [];
  let link: Link | undefined;

  const part = (least: number) => (breaks = Math.max(breaks, least));

  function put(words: string): void {
    const begins = text === "" || breaks > 0 || text.endsWith("\n") || text.endsWith(" ");
    const fitting = begins && preformatted === 0 ? words.replace(/^ +/, "") : words;
    if (fitting === "") return;
    if (breaks > 0 && text !== "") text += "\n".repeat(breaks); // blanks before it are tidied away
    if (breaks > 0 || text === "") text += "> ".repeat(Math.min(quoted, MAX_QUOTED));
    text += fitting;
    breaks = 0;
  }

  function say(raw: string): void {
    const words = preformatted > 0 ? raw : raw.replace(/[ \t\n\f\r]+/g, " ");
    if (!link) return unseen > 0 ? undefined : put(words);
    link.whole += words;
    if (unseen === 0) link.label += words;
  }

  function open(tag: string, attributes: string): void {
    if (tag === "a" && !link) {
      const href = unescaped(/ href="([^"]*)"/.exec(attributes)?.[1] ?? "");
      const isMention = /\bmention\b|\bhashtag\b/.test(
        / class="([^"]*)"/.exec(attributes)?.[1] ?? "",
      );
      link = { href, isMention, label: "", whole: "" };
    }
    if (tag === "img") say(emojiIn(unescaped(/ alt="([^"]*)"/.exec(attributes)?.[1] ?? "")));
    if (tag === "s") unseen += 1;
    if (tag === "pre") preformatted += 1;
    if (tag === "blockquote") quoted += 1;
    if (tag === "ul" || tag === "ol") lists.push({ next: tag === "ol" ? 1 : 0 });
    if (tag === "li") {
      const list = lists.at(-1);
      put(list && list.next > 0 ? `${list.next++}. ` : "• ");
    }
    if (tag === "td" || tag === "th") if (breaks === 0 && text !== "") put(" | ");
  }

  function close(tag: string): void {
    if (tag === "a" && link) {
      const words = linkWords(link);
      link = undefined;
      put(words);
    }
    if (tag === "s") unseen -= 1;
    if (tag === "pre") preformatted -= 1;
    if (tag === "blockquote") quoted -= 1;
    if (tag === "ul" || tag === "ol") lists.pop();
  }

  for (const [, closing, tag, attributes = "", words] of html.matchAll(TOKEN)) {
    if (tag === undefined) {
      say(unescaped(words!));
      continue;
    }
    if (closing !== "") close(tag);
    if (!INLINE.has(tag)) {
      if (link) link.label += " ";
      if (tag === "br") breaks = Math.min(breaks + 1, 2);
      else part(LINES.has(tag) || (tag.endsWith("l") && lists.length > 0) ? 1 : 2);
    }
    if (closing === "") open(tag, attributes);
  }
  if (link) put(linkWords(link));
  return text;
}

/** A link says where it leads, once; a mention and a hashtag are words. */
function linkWords({ href, isMention, label: seen, whole }: Link): string {
  const label = seen.trim();
  const address = readAddress(href);
  if (!address || isMention || label === "" || /^[@＠#＃]\S+$/u.test(label)) return seen;
  const said = readAddress(whole.trim());
  if (said?.href === address.href) return whole.trim();
  const bare = (one: string) => one.replace(/^https?:\/\/(?:www\.)?/i, "").replace(/…$/u, "");
  const isBeginning =
    bare(label).length >= address.host.replace(/^www\./, "").length &&
    bare(address.href).startsWith(bare(label));
  return isBeginning ? address.href : `${seen.trimEnd()} (${address.href})`;
}

/** Of pictures only those that stand for an emoji. */
const emojiIn = (alt: string): string =>
  alt.length <= 16 &&
  /^[\p{Emoji}\p{Emoji_Component}]+$/u.test(alt) &&
  /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(alt)
    ? alt
    : "";
