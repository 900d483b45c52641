/** The words of e-mail updates, in Swahili. */
import { counting } from "../../../platform/words/counted.ts";
import type { Words } from "./en.ts";

const count = counting("sw");

export const sw: Words = {
  lang: "sw",
  title: "Habari kwa barua pepe",
  description:
    "Hadithi mpya kwa barua pepe: maandishi matupu, zisizozidi kB 10 kila moja, bila picha inayokuhesabu.",
  lead: "Hadithi mpya kwa maandishi matupu, zisizozidi kB 10 kila moja. Hakuna picha inayokuhesabu, hakuna kiungo kinachokufuatilia. Bonyeza mara moja na zinakoma, kisha anwani yako hufutwa.",
  address: "Anwani yako ya barua pepe",
  language: "Kwa lugha gani?",
  languageHint: "Hadithi huja kwa lugha hiyo ikiwa mtu ameitafsiri; la sivyo, kama ilivyosimuliwa.",
  what: "Hadithi zipi?",
  all: "Hadithi zote",
  topic: (name) => `Kuhusu: ${name}`,
  place: (name) => `Kutoka: ${name}`,
  often: "Mara ngapi?",
  each: "Hadithi inapochapishwa",
  daily: "Barua moja kwa siku, siku zenye hadithi mpya",
  send: "Omba",
  next: "Kinachofuata",
  steps: [
    ["Tunakutumia barua pepe moja", "ili kuhakikisha kwamba anwani ni yako"],
    [
      "Unabonyeza kitufe kilicho nyuma ya kiungo chake",
      "bila hivyo hakuna kingine kinachokuja, na anwani hufutwa baada ya siku tatu",
    ],
    ["Hadithi zinakuja", "zile tu ambazo watu wake wamekubali zitumwe kwa barua pepe"],
    [
      "Unakomesha unapotaka",
      "kwa kiungo kilicho kwenye kila barua, au kwenye programu yako ya barua pepe",
    ],
  ],
  feeds: "Unaweza pia kufuatilia bila kutuambia chochote, kwa kisoma milisho:",
  feed: "hadithi zote kama mlisho",
  none: "Nakala hii haina seva ya barua pepe, kwa hiyo haiwezi kutuma habari.",
  askedTitle: "Angalia barua pepe yako",
  asked:
    "Ikiwa anwani ni sahihi, barua pepe iko njiani. Bonyeza kitufe kilicho nyuma ya kiungo chake ndani ya siku tatu. Kama hakuna kinachokuja, angalia kwenye barua taka, au omba tena.",
  confirmTitle: "Bonyeza mara moja zaidi",
  confirmText: "Kisha hadithi mpya zitakuja kwenye anwani yako.",
  confirmButton: "Ndiyo, nitumieni habari",
  confirmedTitle: "Imekamilika",
  confirmed: "Hadithi mpya zitakujia. Kila barua inasema jinsi ya kukomesha.",
  confirmLost:
    "Kiungo hiki kimeshatumika, au siku zake tatu zimekwisha. Ikiwa kilikuwa chako, habari zinakuja au zinaweza kuombwa tena.",
  askAgain: "Omba tena",
  stopTitle: "Ukomeshe habari?",
  stopText: "Anwani yako itafutwa hapa. Unaweza kujiandikisha tena wakati wowote.",
  stopButton: "Komesha na ufute anwani yangu",
  stoppedTitle: "Zimekoma",
  stopped: "Anwani yako haihifadhiwi tena hapa.",
  often429:
    "Katika saa hii maombi yamekuwa mengi mno, hatupokei zaidi. Tafadhali jaribu tena baadaye.",
  badForm: "Hii si fomu ya ukurasa huu. Tafadhali ufungue tena.",
  badAddress: "Andika anwani kama jina@example.org.",
  badChoice: "Tafadhali chagua mojawapo.",
  mail: {
    confirmSubject: (name) => `Tafadhali thibitisha: habari za ${name}`,
    confirm: (name, link) =>
      `Mtu fulani, huenda ni wewe, ameomba habari za ${name} zije kwa barua pepe kwenye anwani hii.\n\nIkiwa ni wewe, fungua ukurasa huu na ubonyeze kitufe kilichopo, ndani ya siku tatu:\n\n${link}\n\nIkiwa si wewe, usifanye lolote: hakuna kingine kinachokuja, na anwani hufutwa.\n`,
    digestSubject: (n, name) =>
      `${count(n, { one: "Hadithi mpya {n}", other: "Hadithi mpya {n}" })} kutoka ${name}`,
    otherLanguage: (language) => `Imesimuliwa kwa ${language}; bado haijatafsiriwa.`,
    goesOn: "Inaendelea hapa:",
    readIt: "Kwenye wavuti:",
    sources: "Nambari kwenye mabano ni vyanzo; viko pamoja na hadithi kwenye wavuti.",
    more: (n) => count(n, { one: "Na nyingine {n}:", other: "Na nyingine {n}:" }),
    foot: (day) => `Uliomba hili na kulithibitisha ${day}. Ili kukomesha, na anwani yako ifutwe:`,
  },
  desk: {
    title: "Barua pepe",
    lead: "Hadithi ambazo watu wake wamekubali zitumwe kwa barua pepe huenda kwa walioziomba, dakika chache baada ya kuchapishwa. Hapa kuna nambari tu, hakuna anwani ya mtu.",
    readers: "Waliojiandikisha",
    active: (n) => count(n, { one: "{n} amethibitisha", other: "{n} wamethibitisha" }),
    asked: (n) =>
      count(n, { one: "{n} ameomba bila kuthibitisha", other: "{n} wameomba bila kuthibitisha" }),
    dead: (n) =>
      count(n, {
        one: "{n} mwenye anwani inayokataliwa na seva yake",
        other: "{n} wenye anwani zinazokataliwa na seva zao",
      }),
    each: (n) => count(n, { one: "{n} kwa kila hadithi", other: "{n} kwa kila hadithi" }),
    daily: (n) => count(n, { one: "{n} mara moja kwa siku", other: "{n} mara moja kwa siku" }),
    next: "Inayofuata",
    nothing: "Hakuna hadithi inayosubiri kutumwa.",
    due: (time) => `inatumwa baada ya ${time} UTC`,
    held: "imezuiwa na wahariri",
    hidden: "inasubiri: bado haiwezi kuonyeshwa kwa barua pepe",
    preview: "Barua",
    weight: (weight) => `${weight} inavyotumwa`,
    now: "Tuma sasa",
    hold: "Zuia",
    release: "Achilia",
    doubt: "Zenye shaka",
    doubtLead: (n) =>
      `${count(n, { one: "Barua moja huenda imefika, au haikufika.", other: "Barua {n} huenda zimefika, au hazikufika." })} Mwisho wake ulikuwa umetoka, kisha muunganisho ukakatika au programu hii ikasimamishwa, kabla seva ya barua pepe haijasema imeipokea. Barua kama hiyo haitumwi tena yenyewe. Kumbukumbu ya seva ya barua pepe inajua: tafuta humo jina lililo pamoja na barua.`,
    doubtMore: (n) => count(n, { one: "Na {n} nyingine.", other: "Na {n} nyingine." }),
    doubtAt: (time) => `ilimalizika ${time} UTC`,
    again: "Tuma tena",
    againAll: "Tuma zote tena",
    leave: "Iache",
    leaveAll: "Ziache zote",
    doubtWhat:
      "Ikitumwa tena, inafika mara mbili kwa aliyenayo. Ikiachwa, haifiki kamwe kwa asiye nayo.",
    doubtWaits: "barua zenye shaka",
    last: "Zilizotumwa",
    lastNone: "Hakuna kilichotumwa bado.",
    when: "Lini",
    whom: "Kwa",
    sent: "zimetumwa",
    waiting: "zinasubiri",
    failed: "zimekataliwa",
    unsure: "zenye shaka",
    dropped: "hazikutumwa",
    error: "Katazo la mwisho",
    noServer: "Hakuna seva ya barua pepe iliyotajwa (CND_MAIL), kwa hiyo hakuna kinachotumwa.",
  },
};
