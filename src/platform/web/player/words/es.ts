import type { PlayerWords } from "./en.ts";

export const es: PlayerWords = {
  lang: "es",
  film: "Película",
  sound: "Sonido",
  soundOnly: "Solo el sonido",
  lines: (height) => `${height}p`,
  larger: "Más grande",
  whole: "tal como se filmó",
  described: "Con una voz que dice lo que se ve",
  signed: (language) => `En lengua de signos (${language})`,
  transcript: "Lo que se dice, para leer",
  seen: "Lo que se ve",
  openTranscript: "Lo que se dice, como archivo",
};
