/** The words of partners, in Arabic: the same for every organisation of a kind and a standing. */
import type { PartnerWords } from "./en.ts";

export const ar: PartnerWords = {
  lang: "ar",
  kinds: {
    carrier: "مشغّلون ريفيون",
    community: "شبكات مجتمعية",
    activist: "منظمات غير حكومية وناشطون",
    public: "هيئات ومدارس ومؤسسات عامة",
    company: "شركات ومصنّعون",
  },
  joined: "تشارك هنا.",
  named: "موصوفة هنا من مصادر منشورة؛ لم تشارك ولا تؤيد شيئًا.",
  title: "شركاء",
  description: "منظمات تشارك، ومنظمات تصفها مصادر منشورة، بحسب النوع.",
  about: "منظمات تشارك هنا، ومنظمات تصفها مصادر منشورة. وكل صفحة تقول أيهما.",
  join: "انضم شريكًا",
  first: "مطلوب: قد تكون منظمتك الأولى",
  takesPart: "تشارك",
  fromSources: "من مصادر",
  since: (day) => `منذ ${day}`,
  sources: "المصادر",
  here: "منظمات هنا",
};
