import type { PlayerWords } from "./en.ts";

export const sw: PlayerWords = {
  lang: "sw",
  film: "Filamu",
  sound: "Sauti",
  soundOnly: "Sauti pekee",
  lines: (height) => `${height}p`,
  larger: "Kubwa zaidi",
  whole: "kama ilivyorekodiwa",
  described: "Pamoja na sauti inayosema kinachoonekana",
  signed: (language) => `Kwa lugha ya ishara (${language})`,
  transcript: "Kinachosemwa, cha kusoma",
  seen: "Kinachoonekana",
  openTranscript: "Kinachosemwa, kama faili",
};
