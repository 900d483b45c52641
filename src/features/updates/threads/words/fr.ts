/** The words of following a conversation by e-mail, in French. */
import { counting } from "../../../../platform/words/counted.ts";
import type { ThreadWords } from "./en.ts";

const count = counting("fr");

export const fr: ThreadWords = {
  lang: "fr",
  what: (title) => `Ce qui se dit de : ${title}`,
  by: (name, title) => `${name}, à propos de ${title}`,
  somebody: "Quelqu’un",
  subject: (n, title) =>
    count(n, {
      one: "Nouveaux mots à propos de {title}",
      other: "{n} nouveaux commentaires à propos de {title}",
    }).replace("{title}", () => title),
  more: (n) => count(n, { one: "Et {n} de plus :", other: "Et {n} de plus :" }),
  answer: "Le lire là-bas, ou répondre :",
  confirmText: "Ce qui se dit dans cette conversation viendra alors à votre adresse.",
  confirmed: "Ce qui s’y dit vous parviendra. Chaque courriel dit comment arrêter.",
  stopTitle: "Ne plus suivre cette conversation ?",
  stopText: "Votre adresse en est alors supprimée. Vous pouvez la suivre de nouveau à tout moment.",
  stopButton: "Arrêter, et en supprimer mon adresse",
};
