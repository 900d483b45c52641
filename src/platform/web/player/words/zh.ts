import type { PlayerWords } from "./en.ts";

export const zh: PlayerWords = {
  lang: "zh",
  film: "影片",
  sound: "声音",
  soundOnly: "仅声音",
  lines: (height) => `${height}p`,
  larger: "更大",
  whole: "原始拍摄版本",
  described: "带有讲述画面的语音",
  signed: (language) => `手语（${language}）`,
  transcript: "所说内容（文字）",
  seen: "画面内容",
  openTranscript: "所说内容（文件）",
};
