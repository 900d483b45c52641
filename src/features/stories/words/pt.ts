/** The words around stories, in Portuguese. */
import { counting } from "../../../platform/words/counted.ts";
import type { StoryWords } from "./en.ts";

const count = counting("pt");

export const pt: StoryWords = {
  lang: "pt",
  about: "Sobre esta história",
  person: "Pessoa",
  walk: "Ocupação",
  namedIn: "Nomeada por",
  publicRole: "função pública",
  consent: "consentimento próprio",
  place: "Lugar",
  partners: "Com",
  programmes: "Programa",
  topics: "Temas",
  film: "Filme",
  sound: "Som",
  photo: "Foto",
  wanted: "procura-se",
  portraitWanted: "Procura-se um retrato",
  withConsent: "com consentimento",
  translationWanted: "Procura-se uma tradução. Este é o original, em {language}.",
  sources: "Fontes",
  by: "Por",
  lookedUp: "fontes consultadas a {day}",
  updated: "atualizada a {day}",
  along: "Ao longo da linha",
  before: "Antes",
  next: "A seguir",
  machine: "tradução automática, a aguardar revisão",
  unreviewed: "a aguardar revisão",
  behind: "o original foi reformulado depois",
  translatedBy: (name) => `traduzido por ${name}`,
  readOriginal: (language) => `Ler o original (${language})`,
  countedSources: (n) => count(n, { one: "{n} fonte", other: "{n} fontes" }),
  timeAndSources: (time, sources) => `${time}, ${sources}`,
  stories: "Histórias",
  storiesOf: (campaign) =>
    `Histórias de ${campaign}, por ocupação, tema, lugar, programa e língua.`,
  allCounted: (n) =>
    count(n, { one: "{n} história", many: "{n} de histórias", other: "{n} histórias" }),
  byWalk: (n) =>
    count(n, {
      one: "{n} história de pessoas, por ocupação.",
      many: "{n} de histórias de pessoas, por ocupação.",
      other: "{n} histórias de pessoas, por ocupação.",
    }),
  language: "Língua",
  walks: "Ocupações",
  all: "Todas as histórias",
  allOf: (n) =>
    count(n, { one: "A história", many: "As {n} de histórias", other: "As {n} histórias" }),
  list: "As histórias",
  tellYours: "Procura-se: conte a sua",
  tellYoursOf: "{walk}: conte a sua",
  pages: "Páginas",
  newer: "Mais recentes",
  older: "Mais antigas",
  pageOf: (page, pages) => `${page} de ${pages}`,
  conversation: "A conversa",
  feed: "Feed",
  inTheStories: "Nas histórias",
  allPosts: "Todos os textos",
};
