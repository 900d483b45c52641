import type { PlayerWords } from "./en.ts";

export const ar: PlayerWords = {
  lang: "ar",
  film: "فيلم",
  sound: "صوت",
  soundOnly: "الصوت فقط",
  lines: (height) => `${height}p`,
  larger: "أكبر",
  whole: "كما صُوّر",
  described: "مع صوت يصف ما يُرى",
  signed: (language) => `بلغة الإشارة (${language})`,
  transcript: "ما يُقال، للقراءة",
  seen: "ما يُرى",
  openTranscript: "ما يُقال، في ملف",
};
