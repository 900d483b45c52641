/** The words of following a conversation by e-mail, in Portuguese. */
import { counting } from "../../../../platform/words/counted.ts";
import type { ThreadWords } from "./en.ts";

const count = counting("pt");

export const pt: ThreadWords = {
  lang: "pt",
  what: (title) => `O que se diz sobre: ${title}`,
  by: (name, title) => `${name}, sobre ${title}`,
  somebody: "Alguém",
  subject: (n, title) =>
    count(n, {
      one: "Palavras novas sobre {title}",
      other: "{n} comentários novos sobre {title}",
    }).replace("{title}", () => title),
  more: (n) => count(n, { one: "E mais {n}:", other: "E mais {n}:" }),
  answer: "Ler lá, ou responder:",
  confirmText: "O que se diz nesta conversa chegará então ao seu endereço.",
  confirmed: "O que lá se disser chegará até si. Cada correio diz como parar.",
  stopTitle: "Deixar de seguir esta conversa?",
  stopText: "O seu endereço é então apagado dela. Pode voltar a segui-la a qualquer momento.",
  stopButton: "Parar, e apagar dela o meu endereço",
};
