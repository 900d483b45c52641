/** The words of following a conversation by e-mail, in Spanish. */
import { counting } from "../../../../platform/words/counted.ts";
import type { ThreadWords } from "./en.ts";

const count = counting("es");

export const es: ThreadWords = {
  lang: "es",
  what: (title) => `Lo que se dice sobre: ${title}`,
  by: (name, title) => `${name}, sobre ${title}`,
  somebody: "Alguien",
  subject: (n, title) =>
    count(n, {
      one: "Palabras nuevas sobre {title}",
      other: "{n} comentarios nuevos sobre {title}",
    }).replace("{title}", () => title),
  more: (n) => count(n, { one: "Y {n} más:", other: "Y {n} más:" }),
  answer: "Leerlo allí, o responder:",
  confirmText: "Lo que se dice en esta conversación llegará entonces a su dirección.",
  confirmed: "Lo que se diga allí le llegará. Cada correo dice cómo parar.",
  stopTitle: "¿Dejar de seguir esta conversación?",
  stopText: "Su dirección se borra entonces de ella. Puede volver a seguirla en cualquier momento.",
  stopButton: "Parar, y borrar mi dirección de ella",
};
