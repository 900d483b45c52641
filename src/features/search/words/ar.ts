/** The words of the page of search, in Arabic. */
import { counting } from "../../../platform/words/counted.ts";
import type { SearchWords } from "./en.ts";

const count = counting("ar");

export const ar: SearchWords = {
  lang: "ar",
  title: "بحث",
  description: "ابحث عن القصص والأماكن والشركاء والبرامج والتعهدات بكلماتها.",
  promise: "لا يُحفظ شيء مما تبحث عنه.",
  field: "كلمات البحث",
  languageField: "بأي لغة",
  anyLanguage: "أي لغة",
  button: "ابحث",
  foundNone: "لا قصة فيها {q}",
  found: (n) =>
    count(n, {
      zero: "لا قصة فيها {q}",
      one: "قصة واحدة فيها {q}",
      two: "قصتان فيهما {q}",
      few: "{n} قصص فيها {q}",
      many: "{n} قصة فيها {q}",
      other: "{n} قصة فيها {q}",
    }),
  names: "بالاسم",
  stories: "قصص",
  kinds: {
    topic: "موضوع",
    place: "مكان",
    partner: "شريك",
    programme: "برنامج",
    pledge: "تعهد",
    plan: "خطة",
  },
  of: (kind, more) => `${kind}: ⁨${more}⁩`,
  busy: "وصلت من شبكتك في هذه الدقيقة أسئلة كثيرة جدًا، فلا يُجاب عن المزيد الآن. يُرجى السؤال مرة أخرى بعد دقيقة.",
  nothing: "لم يُعثر على شيء فيه كل هذه الكلمات.",
  noWords: "لا كلمة في ذلك: نبحث عن الحروف والأرقام.",
  howTo: "كيف تجد أكثر",
  hints: [
    "جرّب كلمات أقل، أو بداية كلمة: تكفي ثلاثة أحرف.",
    "جرّب الكلمة بلغة أخرى: تُوجد القصة بكل لغة حُكيت بها.",
    "لا فرق مع التشكيل أو الحروف الكبيرة والصغيرة.",
  ],
  onlyIn: "بحثت بلغة واحدة فقط ({language}). [ابحث بكل اللغات].",
  instead: "أو اذهب إلى",
  allStories: "كل القصص، بحسب العمل",
  atlas: "أطلس الأماكن",
  pledges: "التعهدات",
  tell: "لم يحكِها أحد بعد؟ احكِ قصتك",
  pages: "الصفحات",
  newer: "السابق",
  older: "المزيد",
  pageOf: (page, pages) => `${page} من ${pages}`,
};
