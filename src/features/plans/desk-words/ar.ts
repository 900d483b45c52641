/** The words of plans at the desk, in Arabic. */
import { counting } from "../../../platform/words/counted.ts";
import type { PlanDeskWords } from "./en.ts";

const count = counting("ar");

export const ar: PlanDeskWords = {
  lang: "ar",
  title: "الخطط",
  lead: "تصبح الخطة مشروعًا حين يبنيها أحد. والخطط نفسها تأتي مع مجلد الحملة.",
  none: "لا خطة بعد.",
  become: "اجعلها مشروعًا",
  becomeIs: "ما يقال هنا علني فورًا: مشروع وأماكنه، وتعهد حيث يتعهد أحد.",
  name: "ما اسم المشروع؟",
  slug: "عنوانه",
  slugHint: "حروف لاتينية صغيرة وأرقام وشرطات: ⁦cerdanya-first-masts⁩",
  summary: "ما يفعله، في بضع جمل",
  upTo: "إلى أين من الخطة",
  steps: (n, people, money) =>
    count(n, {
      zero: `لا خطوة: ${people} من الناس، ${money}`,
      one: `الخطوة الأولى: ${people} من الناس، ${money}`,
      two: `الخطوتان الأوليان: ${people} من الناس، ${money}`,
      few: `الخطوات {n} الأولى: ${people} من الناس، ${money}`,
      many: `الخطوات {n} الأولى: ${people} من الناس، ${money}`,
      other: `الخطوات {n} الأولى: ${people} من الناس، ${money}`,
    }),
  partners: "الشركاء الذين يبنونه",
  partnersHint: "أسماؤهم القصيرة وبينها فراغات",
  partnersAre: "الأسماء القصيرة لكل الشركاء",
  nameThem: (n) =>
    count(n, {
      zero: "لا مكان بلا صفحة",
      one: "سمِّ مكانًا واحدًا لا صفحة له بعد",
      two: "سمِّ مكانين لا صفحة لهما بعد",
      few: "سمِّ {n} أماكن لا صفحة لها بعد",
      many: "سمِّ {n} مكانًا لا صفحة لها بعد",
      other: "سمِّ {n} مكان لا صفحة لها بعد",
    }),
  pledge: "تعهد، حيث يتعهد أحد",
  pledgeIs: "يَعِد بالناس في هذه الخطوات، ليتحقق منه غيره.",
  pledger: "من يتعهد؟",
  nobody: "لا أحد بعد",
  by: "حتى أي يوم؟",
  agreed: "وافق صاحب التعهد على هذا التعهد بهذه الكلمات، وقد تأكدت",
  say: "قله علنًا",
  back: "استرد الخطة",
  backIs: "تغادر الموقع. والمشروع الذي جاء منها يبقى.",
  backSure: "أزلها من الموقع",
  backButton: "استردها",
  needed: "هذا لازم.",
  badText: (most) => `المنتظر نص بسيط لا يزيد على ${most} حرف.`,
  badSlug: "المنتظر حروف لاتينية صغيرة وأرقام وشرطات.",
  taken: "في هذا العنوان شيء آخر.",
  badPartner: (slug) => `لا شريك عند ⁦${slug}⁩.`,
  badStep: "المنتظر إحدى الخطوات.",
  badDay: "المنتظر يوم بعد اليوم.",
  notAgreed: "لا يُلزَم أحد بتعهد: اسأله أولًا، وقل ذلك هنا.",
};
