/** The words of partners, in Hindi: the same for every organisation of a kind and a standing. */
import type { PartnerWords } from "./en.ts";

export const hi: PartnerWords = {
  lang: "hi",
  kinds: {
    carrier: "ग्रामीण दूरसंचार कंपनियाँ",
    community: "सामुदायिक नेटवर्क",
    activist: "गैर-सरकारी संगठन और कार्यकर्ता",
    public: "एजेंसियाँ, स्कूल, सार्वजनिक संस्थाएँ",
    company: "कंपनियाँ और निर्माता",
  },
  joined: "यहाँ भाग लेता है।",
  named: "यहाँ प्रकाशित स्रोतों से वर्णित; भाग नहीं लिया है और किसी बात का समर्थन नहीं करता।",
  title: "साझेदार",
  description: "भाग लेने वाले संगठन, और वे संगठन जिनका वर्णन प्रकाशित स्रोत करते हैं, प्रकार के अनुसार।",
  about:
    "यहाँ भाग लेने वाले संगठन, और वे संगठन जिनका वर्णन प्रकाशित स्रोत करते हैं। हर पृष्ठ बताता है कि दोनों में से कौन-सा।",
  join: "साझेदार बनें",
  first: "चाहिए: पहला आपका हो सकता है",
  takesPart: "भाग लेता है",
  fromSources: "स्रोतों से",
  since: (day) => `${day} से`,
  sources: "स्रोत",
  here: "यहाँ के संगठन",
};
