/** The words around stories, in Spanish. */
import { counting } from "../../../platform/words/counted.ts";
import type { StoryWords } from "./en.ts";

const count = counting("es");

export const es: StoryWords = {
  lang: "es",
  about: "Sobre esta historia",
  person: "Persona",
  walk: "Ocupación",
  namedIn: "Se la nombra por",
  publicRole: "función pública",
  consent: "su propio consentimiento",
  place: "Lugar",
  partners: "Con",
  programmes: "Programa",
  topics: "Temas",
  film: "Película",
  sound: "Sonido",
  photo: "Foto",
  wanted: "se busca",
  portraitWanted: "Se busca un retrato",
  withConsent: "con consentimiento",
  translationWanted: "Se busca una traducción. Este es el original, en {language}.",
  sources: "Fuentes",
  by: "Por",
  lookedUp: "fuentes consultadas el {day}",
  updated: "actualizada el {day}",
  along: "A lo largo de la línea",
  before: "Antes",
  next: "Después",
  machine: "traducción automática, pendiente de revisión",
  unreviewed: "pendiente de revisión",
  behind: "el original se reformuló después",
  translatedBy: (name) => `traducido por ${name}`,
  readOriginal: (language) => `Leer el original (${language})`,
  countedSources: (n) => count(n, { one: "{n} fuente", other: "{n} fuentes" }),
  timeAndSources: (time, sources) => `${time}, ${sources}`,
  searchStories: "Buscar en las historias",
  search: "Buscar",
  stories: "Historias",
  storiesOf: (campaign) =>
    `Historias de ${campaign}, por ocupación, tema, lugar, programa e idioma.`,
  allCounted: (n) =>
    count(n, { one: "{n} historia", many: "{n} de historias", other: "{n} historias" }),
  byWalk: (n) =>
    count(n, {
      one: "{n} historia de personas, por ocupación.",
      many: "{n} de historias de personas, por ocupación.",
      other: "{n} historias de personas, por ocupación.",
    }),
  language: "Idioma",
  walks: "Ocupaciones",
  all: "Todas las historias",
  allOf: (n) =>
    count(n, { one: "La historia", many: "Las {n} de historias", other: "Las {n} historias" }),
  list: "Las historias",
  tellYours: "Se busca: cuente la suya",
  tellYoursOf: "{walk}: cuente la suya",
  pages: "Páginas",
  newer: "Más recientes",
  older: "Más antiguas",
  pageOf: (page, pages) => `${page} de ${pages}`,
  conversation: "La conversación",
  feed: "Canal",
  inTheStories: "En las historias",
  allPosts: "Todos sus textos",
};
