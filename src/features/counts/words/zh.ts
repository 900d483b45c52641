/** The words of counts, in Chinese (simplified). */
import { counting } from "../../../platform/words/counted.ts";
import type { Words } from "./en.ts";

const count = counting("zh");

export const zh: Words = {
  lang: "zh",
  title: "计数",
  lead: "过去30天各页面发送了多少次，人们从哪些网站来。不保存任何读者的信息：没有地址，没有浏览器，没有在本站的路径。要求不被计数的浏览器不计入。",
  off: "这份副本不计数。",
  turnOff: "停止计数并删除已有计数",
  turnOn: "开始计数",
  pages: "页面",
  from: "来自其他网站",
  none: "还没有。计数每小时更新一次。",
  few: (names) => count(names, { other: "另有{n}项，每天都少于5次" }),
  fewer: "少于5次",
};
