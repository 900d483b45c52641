/** The words of people's pages, in Arabic. */
import type { PersonWords } from "./en.ts";

export const ar: PersonWords = {
  lang: "ar",
  photo: "صورة",
  title: "المنصب",
  organisation: "المنظمة",
  name: "الاسم",
  chosen: "اختاره الشخص",
  publicRole: "دور عام",
  consent: "موافقته الخاصة",
  purposes: { story: "قصة", photo: "صورة", film: "فيلم", voice: "صوت", sign: "فيديو بلغة الإشارة" },
  agreed: (purposes, from, until) => `${purposes}: من ${from} إلى ${until}`,
};
