/** A mail of what was said in a conversation: the words themselves, as many as it holds. Rules U5 and U13. */
import { shortened } from "../plain.ts";
import type { Sender, MailStory } from "../mail-content.ts";
import { threadWordsIn } from "./words.ts";

const GAP = "\n\n* * *\n\n";

/** @param room bytes as it travels @param weigh tells the bytes of a text */
export function bodyOfComments(
  told: readonly MailStory[],
  lang: string,
  from: Sender,
  { room, weigh }: { readonly room: number; readonly weigh: (text: string) => number },
): string {
  const words = threadWordsIn(lang);
  const parts: string[] = [];
  for (const [i, { who, summary, url }] of told.entries()) {
    const left = room - 300 - weigh(`${parts.join(GAP)}${who}${url}`);
    const part = shortened(summary, Math.max(0, left), weigh);
    if (part.text === "" && parts.length > 0) {
      parts.push(`${words.more(told.length - i)} ${url}`);
      break;
    }
    parts.push(`${who}:\n\n${part.text}${part.isWhole ? "" : " …"}\n\n${words.answer}\n${url}`);
  }
  return parts.length === 0 ? from.base : parts.join(GAP);
}

export const subjectOf = (told: readonly MailStory[], lang: string): string =>
  threadWordsIn(lang).subject(told.length, told[0]?.title ?? "");
