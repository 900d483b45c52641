/** The words of following a conversation by e-mail, in Hindi. */
import { counting } from "../../../../platform/words/counted.ts";
import type { ThreadWords } from "./en.ts";

const count = counting("hi");

export const hi: ThreadWords = {
  lang: "hi",
  what: (title) => `इसके बारे में जो कहा जाता है: ${title}`,
  by: (name, title) => `${name}, विषय: ${title}`,
  somebody: "कोई",
  subject: (n, title) =>
    count(n, { one: "{title} के बारे में नई बात", other: "{title} के बारे में {n} नई टिप्पणियाँ" }).replace(
      "{title}",
      () => title,
    ),
  more: (n) => count(n, { one: "और {n}:", other: "और {n}:" }),
  answer: "वहाँ पढ़ें, या जवाब दें:",
  confirmText: "इस बातचीत में जो कहा जाता है, वह तब आपके पते पर आएगा।",
  confirmed: "वहाँ जो कहा जाता है, वह आप तक आएगा। हर ईमेल बताता है कि कैसे बंद करें।",
  stopTitle: "क्या इस बातचीत से अब जुड़े नहीं रहना है?",
  stopText: "तब आपका पता इससे मिटा दिया जाता है। आप कभी भी फिर से जुड़ सकते हैं।",
  stopButton: "बंद करें, और इससे मेरा पता मिटाएँ",
};
