/** The words of keeping, in Chinese (simplified). */
import type { AloudWords, BookWords, KeepWords } from "./en.ts";

export const book: BookWords = {
  lang: "zh",
  by: (names) => `作者：${names}`,
  from: "来自",
  cover: "这个行动的标志。",
  coverOf: (place) => `标出${place}的地球。`,
  contents: "目录",
  titlePage: "书名页",
  sources: "来源",
  access: "文字的标题有序并有目录；每张图片都有说明；不依赖颜色、声音或动作。",
  machine: "机器翻译，等待母语者校阅",
  person: "等待母语者校阅",
};

export const keep: KeepWords = {
  lang: "zh",
  title: "保存，以后再读",
  description: "保存在手机里的故事，没有网络也能读。",
  stand:
    "您在这里保存的故事，以及最近读过的二十个，没有网络也能打开。它们只在您的手机里，不在别处。",
  plain: "这一部分需要脚本。下面的内容不用脚本也行。",
  unable: "您的浏览器只保存安全地址（https）的页面，而这个地址不是。下面的内容照样可用。",
  add: "保存{title}",
  kept: "已保存。现在没有网络也能打开。",
  notKept: "没能取到。请在有网络时再试。",
  later: "以后再读",
  noLater: "还没有。每个故事都有“以后再读”的链接。",
  read: "最近读过",
  noRead: "还没有。从现在起，您打开的故事会保存下来。",
  onPhone: "这部手机里有什么",
  whatIsKept:
    "上面列出的页面和其中的小图片，以及本页：约半兆字节。不会告诉任何人。有网络时，您的浏览器会询问每一页是否还在；已撤回的故事那时就会从您的手机里消失。",
  forget: "全部忘掉",
  forgotten: "已全部忘掉，不再保存任何内容。",
  instead: "没有脚本，没有 https",
  print: "打印用：不需要图片",
  storyBook: "这个故事的电子书（EPUB）",
  book: "全部故事的电子书（EPUB）",
  readLater: "以后再读",
  epub: "电子书（EPUB）",
  aloud: "放大，或朗读",
};

export const aloud: AloudWords = {
  lang: "zh",
  settings: "阅读方式",
  back: "故事原样",
  size: "字号",
  space: "行距",
  play: "朗读",
  pause: "暂停",
  again: "退回一句",
  noVoice: "这台设备没有这个故事所用语言的语音。它的语音设置里也许有。",
  recorded: "录制的声音",
  sources: "来源",
  sizes: ["照常", "较大", "大", "很大"],
  spaces: ["照常", "较宽", "最宽"],
};
