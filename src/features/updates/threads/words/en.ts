/** The words of following a conversation by e-mail. Other languages have the same shape. */
import { counting } from "../../../../platform/words/counted.ts";

const count = counting("en");

export const en = {
  lang: "en",
  what: (title: string) => `What is said about: ${title}`,
  by: (name: string, title: string) => `${name}, about ${title}`,
  somebody: "Somebody",
  subject: (n: number, title: string) =>
    count(n, { one: `New words about {title}`, other: `{n} new comments about {title}` }).replace(
      "{title}",
      () => title,
    ),
  more: (n: number) => count(n, { one: "And {n} more:", other: "And {n} more:" }),
  answer: "Read it there, or answer:",
  confirmText: "What is said in this conversation will then come to your address.",
  confirmed: "What is said there will come to you. Every mail says how to stop.",
  stopTitle: "Follow this conversation no more?",
  stopText: "Your address is then deleted from it. You can follow it again at any time.",
  stopButton: "Stop, and delete my address from it",
};
export type ThreadWords = typeof en;
