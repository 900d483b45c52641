/** What a post of Ghost holds beside its paragraphs, as HTML: pictures, code, what was embedded, boxes and buttons. No word is left out. */
import MarkdownIt from "markdown-it";
import { quoted, type Notes } from "../shortcodes.ts";

/** A card: its kind, and what it holds. What of it is text, and what an address, is told by the name. */
export type Card = Readonly<Record<string, unknown>> & { readonly type: string };

export const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Text as it stands, or a number of it; empty for everything else. */
export const textIn = (value: unknown): string =>
  typeof value === "string" ? value : typeof value === "number" ? String(value) : "";
const fieldsIn = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};

const markdown = new MarkdownIt({ html: true });
/** HTML of a text in Markdown, as older posts were written. */
export const fromMarkdown = (text: string): string => markdown.render(text);

const part = (tag: string, html: string): string =>
  html.trim() === "" ? "" : `<${tag}>${html}</${tag}>`;
const linkTo = (url: string, words: string): string =>
  url === "" ? part("p", words) : `<p><a href="${quoted(url)}">${words || escaped(url)}</a></p>`;
const figure = (inner: string, caption: unknown): string =>
  `<figure>${inner}${part("figcaption", textIn(caption))}</figure>`;

function pictureOf(card: Readonly<Record<string, unknown>>): string {
  const url = textIn(card["src"]);
  const image = `<img src="${quoted(url)}" alt="${quoted(textIn(card["alt"]))}">`;
  const href = textIn(card["href"]);
  const shown = href === "" ? image : `<a href="${quoted(href)}">${image}</a>`;
  return figure(url === "" ? "" : shown, card["caption"]);
}

const picturesOf = (url: string): string => (url === "" ? "" : pictureOf({ src: url }));

function bookmarkOf({ url, caption, ...card }: Card): string {
  const about = { ...card, ...fieldsIn(card["metadata"]) } as Readonly<Record<string, unknown>>;
  const of = (name: string) => escaped(textIn(about[name]));
  const by = [of("author"), of("publisher")].filter((one) => one !== "").join(" · ");
  const words = [part("p", of("description")), part("p", by)].join("");
  return linkTo(textIn(url), of("title")) + words + figure("", caption);
}

function embedOf({ url, html, caption, ...card }: Card, notes: Notes): string {
  const inner = textIn(html);
  const { hostname = "" } = URL.parse(textIn(url)) ?? {};
  if (hostname !== "") notes.add(`what was embedded from ${hostname} became a link`);
  const words = inner.replaceAll(/<(?:iframe|script)\b[^<>]*>/gi, "");
  const title = escaped(textIn(fieldsIn(card["metadata"])["title"]));
  const link = textIn(url) === "" && words !== inner ? inner : linkTo(textIn(url), title);
  return link + (/<blockquote\b/i.test(words) ? words : "") + figure("", caption);
}

function codeOf({ code, language, caption }: Card): string {
  const named = textIn(language) === "" ? "" : ` class="language-${quoted(textIn(language))}"`;
  return `<pre><code${named}>${escaped(textIn(code))}</code></pre>${figure("", caption)}`;
}

function calloutOf({ calloutEmoji, calloutText }: Card): string {
  const text = textIn(calloutText);
  const whole = /^\s*<p\b/i.test(text) ? text : `<p>${text}</p>`;
  const emoji = textIn(calloutEmoji);
  return `<blockquote>${emoji === "" ? whole : whole.replace(/<p\b[^<>]*>/i, `$&${escaped(emoji)} `)}</blockquote>`;
}

const fileOf = ({ src, fileTitle, fileName, fileCaption }: Card): string => {
  const [title, name] = [textIn(fileTitle), textIn(fileName)];
  const words = title === "" || title === name ? name : `${title} (${name})`;
  return linkTo(textIn(src), escaped(words)) + part("p", escaped(textIn(fileCaption)));
};

const buttonOf = (text: unknown, url: unknown): string =>
  textIn(text) === "" ? "" : linkTo(textIn(url), escaped(textIn(text)));

function productOf(card: Card): string {
  return [
    picturesOf(textIn(card["productImageSrc"])),
    part("h4", textIn(card["productTitle"])),
    part("div", textIn(card["productDescription"])),
    card["productButtonEnabled"] ? buttonOf(card["productButton"], card["productUrl"]) : "",
  ].join("");
}

function headerOf(card: Card): string {
  return [
    picturesOf(textIn(card["backgroundImageSrc"])),
    part("h2", textIn(card["header"])),
    part("p", textIn(card["subheader"])),
    card["buttonEnabled"] ? buttonOf(card["buttonText"], card["buttonUrl"]) : "",
  ].join("");
}

function callOf(card: Card): string {
  return [
    card["hasSponsorLabel"] ? textIn(card["sponsorLabel"]) : "",
    picturesOf(textIn(card["imageUrl"])),
    part("div", textIn(card["textValue"])),
    card["showButton"] ? buttonOf(card["buttonText"], card["buttonUrl"]) : "",
  ].join("");
}

function signUpOf(card: Card, notes: Notes): string {
  notes.add(`a form was left out: “${textIn(card["buttonText"])}”`);
  const words = [part("h3", textIn(card["header"])), part("p", textIn(card["subheader"]))];
  return [...words, part("p", textIn(card["disclaimer"]))].join("");
}

function mailOf(card: Card, notes: Notes): string {
  notes.add("what only its mails said stands in the text now");
  const button = card["showButton"] ? buttonOf(card["buttonText"], card["buttonUrl"]) : "";
  return textIn(card["html"]) + button;
}

const CARDS: Readonly<Record<string, (card: Card, notes: Notes) => string>> = {
  image: pictureOf,
  gallery: ({ images, caption }) =>
    (Array.isArray(images) ? images : []).map((one) => pictureOf(fieldsIn(one))).join("") +
    figure("", caption),
  markdown: (card) => fromMarkdown(textIn(card["markdown"])),
  html: (card) => textIn(card["html"]),
  code: codeOf,
  horizontalrule: () => "<hr>",
  bookmark: bookmarkOf,
  embed: embedOf,
  button: (card) => buttonOf(card["buttonText"], card["buttonUrl"]),
  callout: calloutOf,
  toggle: (card) => part("h4", textIn(card["heading"])) + part("div", textIn(card["content"])),
  audio: ({ src, title }) =>
    part("p", escaped(textIn(title))) + `<p><audio src="${quoted(textIn(src))}"></audio></p>`,
  video: ({ src, caption }) => figure(`<video src="${quoted(textIn(src))}"></video>`, caption),
  file: fileOf,
  product: productOf,
  header: headerOf,
  "call-to-action": callOf,
  signup: signUpOf,
  email: mailOf,
  "email-cta": mailOf,
  paywall: () => "",
};
/** What older editors called them. */
const FORMER: Readonly<Record<string, string>> = {
  "card-markdown": "markdown",
  codeblock: "code",
  hr: "horizontalrule",
};

/** HTML of a card; of one that is not known here its words and its addresses. */
export function cardHtml(card: Card, notes: Notes): string {
  const kind = FORMER[card.type] ?? card.type;
  const known = Object.hasOwn(CARDS, kind) ? CARDS[kind] : undefined;
  if (known) return known(card, notes);
  notes.add(`a card of the kind ${card.type.slice(0, 40)} is not known here: its words stay`);
  return wordsIn(card);
}

const READ =
  /text|title|head|content|caption|description|html|label|name|message|quote|body|author/i;
const SETTING = /colou?r|class|style|font|file_?name/i;
const ADDRESS = /(?:url|src|href)$/i;

function wordsIn(of: unknown, name = "", deep = 0): string {
  if (deep > 10) return "";
  if (typeof of === "object" && of !== null)
    return Object.entries(of)
      .map(([key, value]) => wordsIn(value, /^\d+$/.test(key) ? name : key, deep + 1))
      .join("");
  if (typeof of !== "string" || SETTING.test(name)) return "";
  if (ADDRESS.test(name)) return /^https?:/.test(of) ? linkTo(of, "") : "";
  return READ.test(name) ? part("p", of) : "";
}
