/** The words of the page of search, in Spanish. */
import { counting } from "../../../platform/words/counted.ts";
import type { SearchWords } from "./en.ts";

const count = counting("es");

export const es: SearchWords = {
  lang: "es",
  title: "Buscar",
  description: "Encontrar historias, lugares, aliados, programas y compromisos por sus palabras.",
  promise: "No se guarda nada de lo que busca.",
  field: "Palabras que buscar",
  languageField: "En qué idioma",
  anyLanguage: "Cualquier idioma",
  button: "Buscar",
  foundNone: "Ninguna historia con {q}",
  found: (n) => count(n, { one: "{n} historia con {q}", other: "{n} historias con {q}" }),
  names: "Por su nombre",
  stories: "Historias",
  kinds: {
    topic: "Tema",
    place: "Lugar",
    partner: "Aliado",
    programme: "Programa",
    pledge: "Compromiso",
    plan: "Plan",
  },
  of: (kind, more) => `${kind}: ${more}`,
  busy: "Llegaron tantas preguntas de su red en este minuto que ya no se responden más. Pregunte de nuevo dentro de un minuto.",
  nothing: "No se encontró nada con todas estas palabras.",
  noWords: "Ahí no hay ninguna palabra: buscamos letras y cifras.",
  howTo: "Cómo encontrar más",
  hints: [
    "Pruebe con menos palabras, o con el comienzo de una palabra: bastan tres letras.",
    "Pruebe la palabra en otro idioma: una historia se encuentra en cada idioma en que se cuenta.",
    "Los acentos y las mayúsculas no importan.",
  ],
  onlyIn: "Buscó en un solo idioma ({language}). [Buscar en todos los idiomas].",
  instead: "O vaya por",
  allStories: "Todas las historias, por oficio y vida",
  atlas: "El atlas de lugares",
  pledges: "Los compromisos",
  tell: "¿Nadie la ha contado todavía? Cuente la suya",
  pages: "Páginas",
  newer: "Antes",
  older: "Más",
  pageOf: (page, pages) => `${page} de ${pages}`,
};
