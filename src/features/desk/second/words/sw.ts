/** The words of the second factor, in Swahili. */
import type { SecondWords } from "./en.ts";

export const sw: SecondWords = {
  lang: "sw",
  title: "Uthibitisho wa pili",
  prove:
    "Umeingia kwa PIN au kiungo cha barua pepe. Tafadhali onyesha uthibitisho wa pili kwamba ni wewe.",
  ask: "Jukumu lako huingia kwa uthibitisho wa pili pamoja na PIN au kiungo cha barua pepe: ufunguo, au misimbo ya programu. Huna wowote bado, na PIN au barua pepe peke yake haiwezi kuuongeza. Omba kiungo kipya kwa mmiliki: kinakuingiza, nawe unauongeza kwenye ukurasa wako.",
  code: "Msimbo wa programu yako, au msimbo wa akiba",
  troubles: {
    code: "Msimbo huu haufai, umekwisha kutumika, au kulikuwa na majaribio matano yasiyo sahihi: basi tafadhali subiri robo saa.",
    busy: "Wengi wanaingia sasa hivi hata msimbo wako haukuangaliwa. Tafadhali jaribu tena baada ya muda mfupi.",
  },
  lost: "Huna wowote karibu? Kiungo kipya kutoka kwa mmiliki hukuingiza bila huo.",
  roles: "Majukumu haya huingia kwa uthibitisho wa pili",
  rolesHint:
    "Hapo PIN au kiungo cha barua pepe peke yake hakitoshi: ufunguo au misimbo ya programu pia huombwa. Asiye na wowote bado anahitaji kiungo kipya kutoka kwako, anaingia nacho na kuuongeza.",
  set: "Hifadhi majukumu haya",
  ownFirst:
    "Kwanza ongeza ufunguo au misimbo yako mwenyewe, kwenye ukurasa wako: hapo ni hakika kwamba inafanya kazi hapa, na hakuna anayefungiwa nje.",
  has: "ana uthibitisho wa pili",
  reset: "Ondoa funguo na misimbo",
  resetHint:
    "Kwa mtu aliyepoteza simu: funguo na misimbo ya akaunti hii hazifai tena, na kila kuingia kwake kunaisha. Kisha tengeneza kiungo kipya.",
  codes: "Misimbo ya programu",
  codesHint:
    "Programu kwenye simu yako huonyesha tarakimu sita, mpya kila nusu dakika, bila mtandao wowote. Huombwa baada ya PIN au kiungo cha barua pepe.",
  codesSet: "Weka misimbo",
  since: (day, left) => `Iliwekwa ${day}. Misimbo ya akiba iliyobaki: ${left}`,
  codesNew: "Tengeneza misimbo mipya ya akiba",
  codesRemove: "Ondoa misimbo",
  codesRemoved: "Misimbo imeondolewa. Kila kuingia kwako kwingine kumekwisha.",
  scan: "Skani hii kwa programu ya misimbo ya mara moja, au andika ufunguo ndani yake.",
  key: "Ufunguo",
  open: "Fungua programu kwenye kifaa hiki",
  now: "Tarakimu sita ambazo programu inaonyesha sasa",
  confirm: "Thibitisha",
  wrong: "Hizi si tarakimu za wakati huu. Je, saa ya simu yako ni sahihi? Subiri zinazofuata.",
  backups: "Misimbo yako kumi ya akiba",
  backupsHint:
    "Kila mmoja huingiza mara moja badala ya programu. Inaonyeshwa sasa na kamwe tena: iandike, na uitunze mbali na simu yako. Ya zamani haifai tena.",
};
