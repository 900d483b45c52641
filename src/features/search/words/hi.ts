/** The words of the page of search, in Hindi. */
import { counting } from "../../../platform/words/counted.ts";
import type { SearchWords } from "./en.ts";

const count = counting("hi");

export const hi: SearchWords = {
  lang: "hi",
  title: "खोजें",
  description: "कहानियाँ, स्थान, साझेदार, कार्यक्रम और संकल्प उनके शब्दों से खोजें।",
  promise: "आप जो खोजते हैं, उसमें से कुछ नहीं रखा जाता।",
  field: "खोजने के शब्द",
  languageField: "किस भाषा में",
  anyLanguage: "कोई भी भाषा",
  button: "खोजें",
  foundNone: "{q} वाली कोई कहानी नहीं",
  found: (n) => count(n, { one: "{q} वाली {n} कहानी", other: "{q} वाली {n} कहानियाँ" }),
  names: "नाम से",
  stories: "कहानियाँ",
  kinds: {
    topic: "विषय",
    place: "स्थान",
    partner: "साझेदार",
    programme: "कार्यक्रम",
    pledge: "संकल्प",
    plan: "योजना",
  },
  of: (kind, more) => `${kind}: ${more}`,
  busy: "इस मिनट में आपके नेटवर्क से इतने सवाल आए कि और के जवाब नहीं दिए जा सकते। कृपया एक मिनट बाद फिर पूछें।",
  nothing: "इन सभी शब्दों के साथ कुछ नहीं मिला।",
  noWords: "इसमें कोई शब्द नहीं है: हम अक्षर और अंक खोज सकते हैं।",
  howTo: "और कैसे खोजें",
  hints: [
    "कम शब्द आज़माएँ, या किसी शब्द की शुरुआत: तीन अक्षर काफ़ी हैं।",
    "शब्द को दूसरी भाषा में आज़माएँ: कहानी जिन-जिन भाषाओं में है, उन सबमें मिलती है।",
    "मात्रा-चिह्नों और बड़े-छोटे अक्षरों से फ़र्क नहीं पड़ता।",
  ],
  onlyIn: "आपने केवल एक भाषा ({language}) में खोजा। [सभी भाषाओं में खोजें]।",
  instead: "या यहाँ से जाएँ",
  allStories: "सभी कहानियाँ, जीवन-क्षेत्र के अनुसार",
  atlas: "स्थानों का एटलस",
  pledges: "संकल्प",
  tell: "अभी किसी ने नहीं सुनाई? अपनी कहानी सुनाएँ",
  pages: "पृष्ठ",
  newer: "पिछला",
  older: "और",
  pageOf: (page, pages) => `${pages} में से ${page}`,
};
