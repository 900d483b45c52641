/** The words of counts, in Arabic. */
import { counting } from "../../../platform/words/counted.ts";
import type { Words } from "./en.ts";

const count = counting("ar");

export const ar: Words = {
  lang: "ar",
  title: "الأعداد",
  lead: "كم مرة أُرسلت الصفحات في آخر 30 يومًا، ومن أي مواقع أتى الناس. لا يُحفظ شيء عن أي قارئ: لا عنوان ولا متصفح ولا مساره في الموقع. والمتصفحات التي تطلب ألا تُعدّ لا تُعدّ.",
  off: "لا يُعدّ شيء في هذه النسخة.",
  turnOff: "أوقف العدّ واحذف ما عُدّ",
  turnOn: "ابدأ العدّ",
  pages: "الصفحات",
  from: "من مواقع أخرى",
  none: "لا شيء بعد. تصل الأعداد مرة كل ساعة.",
  few: (names) =>
    count(names, {
      zero: "لا غيرها",
      one: "واحدة أخرى، أقل من 5 في اليوم",
      two: "اثنتان أخريان، كل منهما أقل من 5 في اليوم",
      few: "{n} أخرى، كل منها أقل من 5 في اليوم",
      many: "{n} أخرى، كل منها أقل من 5 في اليوم",
      other: "{n} أخرى، كل منها أقل من 5 في اليوم",
    }),
  fewer: "أقل من 5",
};
