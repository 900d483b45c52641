/** The words of following a conversation by e-mail, in Chinese (simplified). */
import { counting } from "../../../../platform/words/counted.ts";
import type { ThreadWords } from "./en.ts";

const count = counting("zh");

export const zh: ThreadWords = {
  lang: "zh",
  what: (title) => `关于这个的话：${title}`,
  by: (name, title) => `${name}，关于${title}`,
  somebody: "某人",
  subject: (n, title) =>
    count(n, { other: "关于{title}的 {n} 条新评论" }).replace("{title}", () => title),
  more: (n) => count(n, { other: "还有 {n} 条：" }),
  answer: "到那里读，或回答：",
  confirmText: "这串对话里说的话就会寄到您的地址。",
  confirmed: "那里说的话会寄给您。每封邮件都说明怎样停止。",
  stopTitle: "不再关注这串对话吗？",
  stopText: "您的地址随即从中删除。您可以随时再次关注。",
  stopButton: "停止，并删除我的地址",
};
