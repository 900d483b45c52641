/** The words of the page of search, in Chinese (simplified). */
import { counting } from "../../../platform/words/counted.ts";
import type { SearchWords } from "./en.ts";

const count = counting("zh");

export const zh: SearchWords = {
  lang: "zh",
  title: "搜索",
  description: "按词语查找故事、地点、合作伙伴、项目计划和承诺。",
  promise: "您搜索的内容不会保存。",
  field: "要找的词",
  languageField: "用哪种语言",
  anyLanguage: "任何语言",
  button: "搜索",
  foundNone: "没有含{q}的故事",
  found: (n) => count(n, { other: "{n} 个故事含有{q}" }),
  names: "按名称",
  stories: "故事",
  kinds: {
    topic: "话题",
    place: "地点",
    partner: "合作伙伴",
    programme: "项目计划",
    pledge: "承诺",
    plan: "规划",
  },
  of: (kind, more) => `${kind}：${more}`,
  busy: "这一分钟内您的网络发来的查询太多，暂时无法再回答。请一分钟后再试。",
  nothing: "没有找到同时含有这些词的内容。",
  noWords: "其中没有词：我们只能查找文字和数字。",
  howTo: "怎样找得更多",
  hints: [
    "试试少用几个词，或只用词的开头：中文两个字、字母三个就够了。",
    "换一种语言试试：故事有哪些语言，就能用哪些语言找到。",
    "大小写和字母上的符号没有关系。",
  ],
  onlyIn: "您只找了一种语言（{language}）。[在所有语言中查找]。",
  instead: "或者看看",
  allStories: "全部故事，按身份",
  atlas: "地点地图集",
  pledges: "承诺",
  tell: "还没有人讲过？讲讲您的故事",
  pages: "页码",
  newer: "上一页",
  older: "下一页",
  pageOf: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
};
