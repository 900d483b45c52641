import type { PlayerWords } from "./en.ts";

export const hi: PlayerWords = {
  lang: "hi",
  film: "फ़िल्म",
  sound: "ध्वनि",
  soundOnly: "केवल ध्वनि",
  lines: (height) => `${height}p`,
  larger: "बड़ा",
  whole: "जैसा फ़िल्माया गया",
  described: "एक आवाज़ के साथ, जो बताती है कि क्या दिखता है",
  signed: (language) => `सांकेतिक भाषा में (${language})`,
  transcript: "क्या कहा गया, पढ़ने के लिए",
  seen: "क्या दिखता है",
  openTranscript: "क्या कहा गया, फ़ाइल में",
};
