import type { PlayerWords } from "./en.ts";

export const fr: PlayerWords = {
  lang: "fr",
  film: "Film",
  sound: "Son",
  soundOnly: "Le son seul",
  lines: (height) => `${height}p`,
  larger: "Plus grand",
  whole: "tel que filmé",
  described: "Avec une voix qui dit ce que l’on voit",
  signed: (language) => `En langue des signes (${language})`,
  transcript: "Ce qui est dit, à lire",
  seen: "Ce que l’on voit",
  openTranscript: "Ce qui est dit, en fichier",
};
