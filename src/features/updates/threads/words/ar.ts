/** The words of following a conversation by e-mail, in Arabic. */
import { counting } from "../../../../platform/words/counted.ts";
import type { ThreadWords } from "./en.ts";

const count = counting("ar");

export const ar: ThreadWords = {
  lang: "ar",
  what: (title) => `ما يُقال عن: ⁨${title}⁩`,
  by: (name, title) => `⁨${name}⁩، عن ⁨${title}⁩`,
  somebody: "أحدهم",
  subject: (n, title) =>
    count(n, {
      zero: "لا جديد عن ⁨{title}⁩",
      one: "كلمات جديدة عن ⁨{title}⁩",
      two: "تعليقان جديدان عن ⁨{title}⁩",
      few: "{n} تعليقات جديدة عن ⁨{title}⁩",
      many: "{n} تعليقًا جديدًا عن ⁨{title}⁩",
      other: "{n} تعليق جديد عن ⁨{title}⁩",
    }).replace("{title}", () => title),
  more: (n) =>
    count(n, {
      zero: "ولا غيرها:",
      one: "وواحد آخر:",
      two: "واثنان آخران:",
      few: "و{n} أخرى:",
      many: "و{n} أخرى:",
      other: "و{n} أخرى:",
    }),
  answer: "اقرأه هناك، أو أجب:",
  confirmText: "سيأتي عندئذ إلى عنوانك ما يُقال في هذا الحوار.",
  confirmed: "سيأتيك ما يُقال هناك. وكل رسالة تقول كيف تتوقف.",
  stopTitle: "هل تكف عن متابعة هذا الحوار؟",
  stopText: "يُحذف عنوانك منه عندئذ. وتستطيع أن تتابعه من جديد في أي وقت.",
  stopButton: "توقف، واحذف عنواني منه",
};
