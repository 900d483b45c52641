/** The words of keeping, in Spanish. */
import type { AloudWords, BookWords, KeepWords } from "./en.ts";

export const book: BookWords = {
  lang: "es",
  by: (names) => `Por ${names}`,
  from: "De",
  cover: "La marca de la campaña.",
  coverOf: (place) => `Globo con ${place} marcado.`,
  contents: "Índice",
  titlePage: "Portada",
  sources: "Fuentes",
  access:
    "Texto con títulos en orden e índice; cada imagen tiene una descripción; nada depende del color, del sonido o del movimiento.",
  machine: "traducción automática, a la espera de revisión",
  person: "a la espera de revisión",
};

export const keep: KeepWords = {
  lang: "es",
  title: "Guardar y leer después",
  description: "Historias guardadas en su teléfono, para leer sin conexión.",
  stand:
    "Las historias que guarda aquí, y las veinte últimas que leyó, se abren sin conexión. Están en su teléfono y en ningún otro sitio.",
  plain: "Esta parte necesita su script. Lo de abajo funciona sin él.",
  unable:
    "Su navegador solo guarda páginas de una dirección segura (https), y esta no lo es. Lo de abajo funciona igual.",
  add: "Guardar {title}",
  kept: "Guardada. Ahora se abre sin conexión.",
  notKept: "No se pudo traer. Inténtelo de nuevo cuando haya conexión.",
  later: "Para leer después",
  noLater: "Nada todavía. Cada historia tiene un enlace «Leer después».",
  read: "Leídas hace poco",
  noRead: "Nada todavía. Desde ahora se guardan las historias que abra.",
  onPhone: "Qué hay en este teléfono",
  whatIsKept:
    "Las páginas de la lista de arriba con sus imágenes pequeñas, y esta página: cerca de medio megabyte. Nadie más se entera. Cuando hay conexión, su navegador pregunta si cada una sigue en pie; una historia retirada deja entonces su teléfono.",
  forget: "Olvidarlo todo",
  forgotten: "Todo está olvidado, y no se guarda nada más.",
  instead: "Sin script, sin https",
  print: "para imprimir: sin imágenes",
  storyBook: "Esta historia como libro (EPUB)",
  book: "Todas las historias como libro (EPUB)",
  readLater: "Leer después",
  epub: "Libro (EPUB)",
  aloud: "Más grande, o leída en voz alta",
};

export const aloud: AloudWords = {
  lang: "es",
  settings: "Cómo leer",
  back: "La historia tal cual",
  size: "Letra",
  space: "Líneas",
  play: "Leer en voz alta",
  pause: "Pausa",
  again: "Una frase atrás",
  noVoice:
    "Este aparato no tiene voz para el idioma de esta historia. Quizá haya una en sus ajustes de voz.",
  recorded: "Una voz grabada",
  sources: "Fuentes",
  sizes: ["como siempre", "más grande", "grande", "muy grande"],
  spaces: ["como siempre", "más separadas", "muy separadas"],
};
