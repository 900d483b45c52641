/** The words of plans at the desk, in Swahili. */
import { counting } from "../../../platform/words/counted.ts";
import type { PlanDeskWords } from "./en.ts";

const count = counting("sw");

export const sw: PlanDeskWords = {
  lang: "sw",
  title: "Mipango",
  lead: "Mpango huwa mradi mtu anapoujenga. Mipango yenyewe huja na folda ya kampeni.",
  none: "Hakuna mpango bado.",
  become: "Ufanye mradi",
  becomeIs:
    "Kinachosemwa hapa ni cha umma mara moja: mradi, mahali pake, na ahadi pale mtu anapoahidi.",
  name: "Mradi unaitwaje?",
  slug: "Anwani yake",
  slugHint: "Herufi ndogo, tarakimu na vistari: cerdanya-first-masts",
  summary: "Unafanya nini, kwa sentensi chache",
  upTo: "Hadi wapi katika mpango",
  steps: (n, people, money) =>
    count(n, {
      one: `hatua ya kwanza: watu ${people}, ${money}`,
      other: `hatua {n} za kwanza: watu ${people}, ${money}`,
    }),
  partners: "Washirika wanaoujenga",
  partnersHint: "Majina yao mafupi, yakitengwa kwa nafasi",
  partnersAre: "Majina mafupi ya washirika wote",
  nameThem: (n) =>
    count(n, {
      one: "Taja mahali {n} pasipo na ukurasa bado",
      other: "Taja mahali {n} pasipo na ukurasa bado",
    }),
  pledge: "Ahadi, pale mtu anapoahidi",
  pledgeIs: "Inaahidi watu wa hatua hizi, ili wengine waihakiki.",
  pledger: "Nani anaahidi?",
  nobody: "bado hakuna",
  by: "Ifikapo siku gani?",
  agreed: "Amekubali ahadi hii, kwa maneno haya, na nimehakikisha",
  say: "Sema hadharani",
  back: "Rudisha mpango",
  backIs: "Unaondoka kwenye tovuti. Mradi uliotokana nao unabaki.",
  backSure: "Uondoe kwenye tovuti",
  backButton: "Urudishe",
  needed: "Hili linahitajika.",
  badText: (most) => `Yanatarajiwa maandishi ya kawaida yasiyozidi herufi ${most}.`,
  badSlug: "Zinatarajiwa herufi ndogo, tarakimu na vistari.",
  taken: "Tayari kuna kitu kwenye anwani hii.",
  badPartner: (slug) => `Hakuna mshirika kwenye ${slug}.`,
  badStep: "Inatarajiwa mojawapo ya hatua.",
  badDay: "Inatarajiwa siku baada ya leo.",
  notAgreed: "Hakuna anayeahidiwa na mwingine: muulize kwanza, kisha useme hapa.",
};
