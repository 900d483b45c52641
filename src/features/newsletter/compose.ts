/** One mail: what stands in it, within its weight. Rules U5 and U6. */
import { createHash } from "node:crypto";
import type { Message } from "../../platform/mail/mail.ts";
import { formatDay } from "../../platform/web/words.ts";
import { languageName } from "./choice.ts";
import { plainText, shortened } from "./plain.ts";
import type { Sender, MailStory } from "./mail-content.ts";
import { bodyOfComments, subjectOf } from "./threads/compose.ts";
import { wordsIn } from "./words.ts";

export const MAX_MAIL = 10_000; // bytes; half a second on 2G, and a year of them fills no old phone
const HEADERS = 2000; // bytes that are left to the headers, ours and the server's
const FOOT = 900; // bytes; the way to stop and what stands with it

/** Whoever gets it. */
interface Addressee {
  readonly id: string;
  readonly address: string;
  readonly lang: string;
  readonly since: string;
  /** The whole address at which one press stops it. */
  readonly stop: string;
}
/** The text for all who read this language; only the foot differs from one to another. */
export function bodyOf(stories: readonly MailStory[], lang: string, from: Sender): string {
  const words = wordsIn(lang).mail;
  const room = MAX_MAIL - HEADERS - FOOT;
  if (stories[0]?.isComment) return bodyOfComments(stories, lang, from, { room, weigh: wireBytes });
  const blocks = stories.map((story) => ({ story, head: headOf(story, lang) }));
  if (blocks.length === 1) {
    const [{ story, head }] = blocks as [(typeof blocks)[0]];
    const text = story.isNewsletter ? story.markdown : plainText(story.markdown, from.base);
    const left = room - wireBytes(head) - wireBytes(story.url) - 120;
    const part = shortened(text, left, wireBytes);
    const way = part.isWhole ? words.readIt : words.goesOn;
    const sources = story.isNewsletter ? "" : `\n\n${words.sources}`;
    return `${head}\n\n${part.text}\n\n${way}\n${story.url}${sources}`;
  }
  const parts: string[] = [];
  for (const [i, { story, head }] of blocks.entries()) {
    const next = `${head}\n\n${words.readIt} ${story.url}`;
    if (wireBytes([...parts, next].join(GAP)) > room - 200) {
      parts.push(`${words.more(blocks.length - i)} ${from.stories}`);
      break;
    }
    parts.push(next);
  }
  return parts.join(GAP);
}
const GAP = "\n\n* * *\n\n";

function headOf({ title, who, summary, lang: told }: MailStory, lang: string): string {
  const note =
    told === lang ? "" : `\n${wordsIn(lang).mail.otherLanguage(languageName(told, lang))}`;
  const by = who === "" ? "" : `${who}\n`;
  return `${title.toLocaleUpperCase(told)}\n${by}${note}\n${summary}`.trimEnd();
}

/** @param update names the sending: with the subscriber it gives the Message-ID, the same at every try */
export function messageTo(
  whom: Addressee,
  update: string,
  stories: readonly MailStory[],
  body: string,
  from: Sender,
): Message {
  const words = wordsIn(whom.lang).mail;
  const foot = `${words.foot(formatDay(whom.since, whom.lang))}\n${whom.stop}\n\n${from.name}, ${from.base}`;
  const independence = from.independence === "" ? "" : `\n${from.independence}`;
  const text = `${body}\n\n-- \n${foot}${independence}\n`;
  const [first] = stories;
  const subject = first?.isComment
    ? subjectOf(stories, whom.lang)
    : stories.length === 1
      ? first!.title
      : words.digestSubject(stories.length, from.name);
  return {
    to: whom.address,
    subject,
    text,
    encoding: encodingOf(text),
    id: messageId(update, whom.id, from.base),
    headers: {
      "List-Unsubscribe": `<${whom.stop}>`,
      "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
      "List-Id": `<updates.${new URL(from.base).hostname}>`,
      "Content-Language": whom.lang,
    },
  };
}

export function messageId(update: string, subscriber: string, base: string): string {
  const hash = createHash("sha256").update(`${update} ${subscriber}`).digest("hex");
  return `<${hash.slice(0, 40)}@${new URL(base).hostname}>`;
}

/** The bytes of a text as it travels, by the lighter of the two encodings. */
const wireBytes = (text: string): number => Math.min(quotedBytes(text), base64Bytes(text));

const encodingOf = (text: string): "quoted-printable" | "base64" =>
  quotedBytes(text) <= base64Bytes(text) ? "quoted-printable" : "base64";

/** Three bytes for each that is no ASCII, `=` and line ends, and a soft line break every 73. */
function quotedBytes(text: string): number {
  const bytes = Buffer.from(text);
  let n = 0;
  for (const byte of bytes) n += byte > 126 || byte === 61 ? 3 : byte === 10 ? 2 : 1;
  return n + Math.ceil(n / 70) * 3;
}
const base64Bytes = (text: string): number => {
  const n = Math.ceil((Buffer.byteLength(text) + text.split("\n").length) / 3) * 4;
  return n + Math.ceil(n / 76) * 2;
};
