import type { PlayerWords } from "./en.ts";

export const pt: PlayerWords = {
  lang: "pt",
  film: "Filme",
  sound: "Som",
  soundOnly: "Só o som",
  lines: (height) => `${height}p`,
  larger: "Maior",
  whole: "tal como foi filmado",
  described: "Com uma voz que diz o que se vê",
  signed: (language) => `Em língua de sinais (${language})`,
  transcript: "O que é dito, para ler",
  seen: "O que se vê",
  openTranscript: "O que é dito, em ficheiro",
};
