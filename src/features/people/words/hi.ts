/** The words of people's pages, in Hindi. */
import type { PersonWords } from "./en.ts";

export const hi: PersonWords = {
  lang: "hi",
  photo: "फ़ोटो",
  title: "पद",
  organisation: "संगठन",
  name: "नाम",
  chosen: "व्यक्ति का अपना चुना हुआ",
  publicRole: "सार्वजनिक भूमिका",
  consent: "अपनी सहमति",
  purposes: {
    story: "कहानी",
    photo: "फ़ोटो",
    film: "फ़िल्म",
    voice: "आवाज़",
    sign: "सांकेतिक भाषा का वीडियो",
  },
  agreed: (purposes, from, until) => `${purposes}: ${from} से ${until} तक`,
};
