/** The words of places and maps, in Arabic. */
import { counting } from "../../../platform/words/counted.ts";
import type { PlaceWords } from "./en.ts";

const count = counting("ar");

export const ar: PlaceWords = {
  lang: "ar",
  globe: (place) => `كرة أرضية عليها علامة عند ⁨${place}⁩.`,
  map: {
    empty: "خريطة العالم. لا مكان عليها بعد.",
    one: (place) => `خريطة العالم وعليها علامة عند ⁨${place}⁩.`,
    many: (n, first, last) => {
      const places = count(n, {
        zero: "الأماكن",
        one: "مكانًا واحدًا",
        two: "مكانين",
        few: "{n} أماكن",
        many: "{n} مكانًا",
        other: "{n} مكان",
      });
      return `خريطة العالم: خط واحد يصل ${places} من ⁨${first}⁩ في الغرب إلى ⁨${last}⁩ في الشرق.`;
    },
    order: "الخط هو ترتيب القراءة، من الغرب إلى الشرق.",
    atlas: "افتح الأطلس",
    data: "كل الأماكن بيانات مفتوحة",
  },
  relief: "تضاريس",
  connection: "كيف حال الاتصال",
  sources: "المصادر",
  sourceOf: (n) => `المصدر ${n}`,
  country: "البلد",
  region: "المنطقة",
  position: "الموقع",
  state: "الاتصال",
  states: {
    unconnected: "بلا اتصال",
    planned: "مخطط",
    building: "قيد البناء",
    connected: "متصل",
    measured: "مَقيس",
  },
  people: "السكان",
  saidBy: (who) => `بحسب ⁨${who}⁩.`,
  noStory: (place) => `لا قصة من ⁨${place}⁩ بعد. [قد تكون قصتك الأولى.]`,
  measures: {
    seamless: "بلا انقطاع",
    available: "متاح",
    ofTheTime: (n) => `${n}٪ من الوقت`,
    latency: "التأخر",
    outages: "الانقطاعات",
    secure: "آمن",
    encryption: "التشفير",
    operator: "المشغّل",
    updates: "التحديثات",
    backupPower: "طاقة احتياطية",
    affordable: "ميسور",
    price: "السعر",
    share: "حصته من الدخل",
    notKnown: "غير معروف",
  },
};
