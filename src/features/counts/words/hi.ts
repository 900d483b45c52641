/** The words of counts, in Hindi. */
import { counting } from "../../../platform/words/counted.ts";
import type { Words } from "./en.ts";

const count = counting("hi");

export const hi: Words = {
  lang: "hi",
  title: "गिनती",
  lead: "पिछले 30 दिनों में पृष्ठ कितनी बार भेजे गए, और लोग किन साइटों से आए। किसी पाठक के बारे में कुछ नहीं रखा जाता: न पता, न ब्राउज़र, न साइट पर उसका रास्ता। जो ब्राउज़र गिने न जाने को कहते हैं, वे नहीं गिने जाते।",
  off: "इस प्रति पर कुछ नहीं गिना जाता।",
  turnOff: "गिनना बंद करें और गिना हुआ हटाएँ",
  turnOn: "गिनना शुरू करें",
  pages: "पृष्ठ",
  from: "अन्य साइटों से",
  none: "अभी कुछ नहीं। गिनती हर घंटे एक बार आती है।",
  few: (names) =>
    count(names, {
      one: "{n} और, एक दिन में 5 से कम",
      other: "{n} और, हर एक दिन में 5 से कम",
    }),
  fewer: "5 से कम",
};
