/** The words of places and maps, in Hindi. */
import { counting } from "../../../platform/words/counted.ts";
import type { PlaceWords } from "./en.ts";

const count = counting("hi");

export const hi: PlaceWords = {
  lang: "hi",
  globe: (place) => `ग्लोब, जिस पर ${place} चिह्नित है।`,
  map: {
    empty: "विश्व मानचित्र। अभी कोई स्थान चिह्नित नहीं है।",
    one: (place) => `विश्व मानचित्र, जिस पर ${place} चिह्नित है।`,
    many: (n, first, last) =>
      count(n, {
        one: `विश्व मानचित्र: एक रेखा पश्चिम में ${first} से पूर्व में ${last} तक {n} स्थान को जोड़ती है।`,
        other: `विश्व मानचित्र: एक रेखा पश्चिम में ${first} से पूर्व में ${last} तक {n} स्थानों को जोड़ती है।`,
      }),
    order: "रेखा पढ़ने का क्रम है, पश्चिम से पूर्व।",
    atlas: "एटलस खोलें",
    data: "सभी स्थान, खुले डेटा के रूप में",
  },
  relief: "भू-आकृति",
  connection: "कनेक्शन कैसा है",
  sources: "स्रोत",
  sourceOf: (n) => `स्रोत ${n}`,
  country: "देश",
  region: "क्षेत्र",
  position: "निर्देशांक",
  state: "कनेक्शन",
  states: {
    unconnected: "कनेक्शन नहीं है",
    planned: "योजना में",
    building: "बन रहा है",
    connected: "जुड़ा हुआ",
    measured: "मापा गया",
  },
  people: "लोग",
  saidBy: (who) => `बताने वाले: ${who}।`,
  noStory: (place) => `${place} से अभी कोई कहानी नहीं। [पहली कहानी आपकी हो सकती है।]`,
  measures: {
    seamless: "निर्बाध",
    available: "उपलब्धता",
    ofTheTime: (n) => `${n} % समय`,
    latency: "विलंबता",
    outages: "रुकावटें",
    secure: "सुरक्षित",
    encryption: "एन्क्रिप्शन",
    operator: "संचालक",
    updates: "अपडेट",
    backupPower: "वैकल्पिक बिजली",
    affordable: "किफ़ायती",
    price: "कीमत",
    share: "आय का हिस्सा",
    notKnown: "ज्ञात नहीं",
  },
};
