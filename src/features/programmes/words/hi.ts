/** The words of programmes and of what can be done, in Hindi. */
import { counting } from "../../../platform/words/counted.ts";
import type { ProgrammeWords } from "./en.ts";

const count = counting("hi");

export const hi: ProgrammeWords = {
  lang: "hi",
  first: "अभी कोई कार्यक्रम नहीं। [पहला कार्यक्रम आपका हो सकता है।]",
  doGood: "भला करें",
  description: "कार्यक्रम, माँगें और पेशकशें, साझेदार, और अगला कनेक्शन कहाँ जा सकता है।",
  about: "जानें कि किसके पास कनेक्शन नहीं है, देखें कि उससे और क्या संभव होता है, और जो आपके पास है उससे हाथ बँटाएँ।",
  programmes: "कार्यक्रम",
  relief: "भू-आकृति",
  asksOffers: "माँगें, पेशकशें, साझेदार",
  askOrOffer: "माँगें या दें",
  asked: "क्या माँगा और क्या दिया जा रहा है",
  projects: "परियोजनाएँ",
  plans: "योजनाएँ",
  next: "अगला कहाँ?",
  nextIs: "बिना कनेक्शन का कोई स्कूल, क्लिनिक या गली: शुरुआत के लिए नाम काफ़ी है। [हमें स्थान बताएँ।]",
  places: "स्थान",
  organisations: "संगठन",
  figures: "आँकड़ों में",
  sources: "स्रोत",
  evidenced: "साक्ष्य सहित",
  claimed: "स्वयं बताया गया",
  reported: "अन्य द्वारा बताया गया",
  filed: "साक्ष्य जमा",
  send: "आपके पास साक्ष्य है? भेजें",
  saidBy: (who) => `बताने वाले: ${who}`,
  asks: "माँगें",
  askFor: {
    connection: "किसी स्थान के लिए कनेक्शन",
    figure: "वह आँकड़ा जो हमें नहीं मिला",
    voice: "आवाज़, सांकेतिक भाषा का वीडियो, अनुवाद",
  },
  ask: "माँगें",
  wanted: "चाहिए",
  offers: "पेशकशें",
  offerOf: {
    roof: "छत या पहाड़ी, जहाँ से दूर तक दिखे",
    time: "समय: खोदना, चढ़ना, सिखाना, सांकेतिक भाषा",
    equipment: "उपकरण",
  },
  offer: "दें",
  partners: "साझेदार",
  here: (n) => count(n, { one: "यहाँ {n}", other: "यहाँ {n}" }),
};
