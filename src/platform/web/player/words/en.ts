/** What stands on and below a player; the shape for the other languages. */
export const en = {
  lang: "en",
  film: "Film",
  sound: "Sound",
  soundOnly: "Sound only",
  lines: (height: number) => `${height}p`,
  larger: "Larger",
  whole: "as it was filmed",
  described: "With a voice that says what is seen",
  signed: (language: string) => `In sign language (${language})`,
  transcript: "What is said, to read",
  seen: "What is seen",
  openTranscript: "What is said, as a file",
};
export type PlayerWords = typeof en;
