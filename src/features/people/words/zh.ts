/** The words of people's pages, in Chinese (simplified). */
import type { PersonWords } from "./en.ts";

export const zh: PersonWords = {
  lang: "zh",
  photo: "照片",
  title: "职务",
  organisation: "组织",
  name: "名字",
  chosen: "由本人选定",
  publicRole: "公开身份",
  consent: "本人同意",
  purposes: { story: "故事", photo: "照片", film: "影片", voice: "语音", sign: "手语视频" },
  agreed: (purposes, from, until) => `${purposes}：${from}至${until}`,
};
