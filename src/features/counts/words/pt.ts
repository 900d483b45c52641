/** The words of counts, in Portuguese. */
import { counting } from "../../../platform/words/counted.ts";
import type { Words } from "./en.ts";

const count = counting("pt");

export const pt: Words = {
  lang: "pt",
  title: "Contagens",
  lead: "Quantas vezes as páginas foram enviadas nos últimos 30 dias, e de que sites as pessoas vieram. Nenhum leitor é guardado: nem endereço, nem navegador, nem percurso no site. Os navegadores que pedem para não ser contados não o são.",
  off: "Nesta cópia não se conta nada.",
  turnOff: "Parar de contar e apagar o que foi contado",
  turnOn: "Contar",
  pages: "Páginas",
  from: "De outros sites",
  none: "Nada ainda. As contagens chegam uma vez por hora.",
  few: (names) =>
    count(names, {
      one: "mais {n}, menos de 5 num dia",
      other: "mais {n}, cada um menos de 5 num dia",
    }),
  fewer: "menos de 5",
};
