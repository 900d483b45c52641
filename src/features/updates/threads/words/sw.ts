/** The words of following a conversation by e-mail, in Swahili. */
import { counting } from "../../../../platform/words/counted.ts";
import type { ThreadWords } from "./en.ts";

const count = counting("sw");

export const sw: ThreadWords = {
  lang: "sw",
  what: (title) => `Yanayosemwa kuhusu: ${title}`,
  by: (name, title) => `${name}, kuhusu ${title}`,
  somebody: "Mtu fulani",
  subject: (n, title) =>
    count(n, {
      one: "Maneno mapya kuhusu {title}",
      other: "Maoni mapya {n} kuhusu {title}",
    }).replace("{title}", () => title),
  more: (n) => count(n, { one: "Na {n} zaidi:", other: "Na {n} zaidi:" }),
  answer: "Soma huko, au jibu:",
  confirmText: "Yanayosemwa katika mazungumzo haya yatakuja kwenye anwani yako.",
  confirmed: "Yanayosemwa huko yatakujia. Kila barua inasema jinsi ya kukomesha.",
  stopTitle: "Uache kufuata mazungumzo haya?",
  stopText: "Anwani yako inafutwa kwenye mazungumzo haya. Unaweza kuyafuata tena wakati wowote.",
  stopButton: "Komesha, na ufute anwani yangu",
};
