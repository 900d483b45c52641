/** The words of the page of search, in Portuguese. */
import { counting } from "../../../platform/words/counted.ts";
import type { SearchWords } from "./en.ts";

const count = counting("pt");

export const pt: SearchWords = {
  lang: "pt",
  title: "Pesquisar",
  description:
    "Encontrar histórias, lugares, parceiros, programas e compromissos pelas suas palavras.",
  promise: "Nada do que procura é guardado.",
  field: "Palavras a procurar",
  languageField: "Em que língua",
  anyLanguage: "Qualquer língua",
  button: "Pesquisar",
  foundNone: "Nenhuma história com {q}",
  found: (n) => count(n, { one: "{n} história com {q}", other: "{n} histórias com {q}" }),
  names: "Pelo nome",
  stories: "Histórias",
  kinds: {
    topic: "Tema",
    place: "Lugar",
    partner: "Parceiro",
    programme: "Programa",
    pledge: "Compromisso",
    plan: "Plano",
  },
  of: (kind, more) => `${kind}: ${more}`,
  busy: "Chegaram tantas perguntas da sua rede neste minuto que não se responde a mais nenhuma. Pergunte de novo daqui a um minuto.",
  nothing: "Nada se encontrou com todas estas palavras.",
  noWords: "Não há aí nenhuma palavra: procuramos letras e algarismos.",
  howTo: "Como encontrar mais",
  hints: [
    "Tente menos palavras, ou o começo de uma palavra: bastam três letras.",
    "Tente a palavra noutra língua: uma história encontra-se em cada língua em que é contada.",
    "Acentos e maiúsculas não fazem diferença.",
  ],
  onlyIn: "Procurou numa só língua ({language}). [Procurar em todas as línguas].",
  instead: "Ou vá por",
  allStories: "Todas as histórias, por ofício e vida",
  atlas: "O atlas dos lugares",
  pledges: "Os compromissos",
  tell: "Ainda ninguém a contou? Conte a sua",
  pages: "Páginas",
  newer: "Antes",
  older: "Mais",
  pageOf: (page, pages) => `${page} de ${pages}`,
};
