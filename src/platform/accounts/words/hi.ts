/** What stands around every page of the desk, in Hindi. */
import type { DoorWords } from "./en.ts";

export const hi: DoorWords = {
  lang: "hi",
  desk: "डेस्क",
  parts: {
    "/desk": "डेस्क",
    "/desk/queue": "प्रतीक्षा सूची",
    "/desk/conversation": "बातचीत",
    "/desk/stories": "कहानियाँ",
    "/desk/media": "फ़िल्म और ध्वनि",
    "/desk/calendar": "कैलेंडर",
    "/desk/plans": "योजनाएँ",
    "/desk/events": "आयोजन",
    "/desk/updates": "ईमेल",
    "/desk/room": "हैशटैग कक्ष",
    "/desk/fediverse": "फ़ेडिवर्स",
    "/desk/letter": "खुला पत्र",
    "/desk/counts": "गिनती",
    "/desk/settings": "सेटिंग",
    "/desk/accounts": "खाते",
    "/desk/me": "आप",
  },
  foot: "डेस्क का पृष्ठ: यहाँ कुछ भी सार्वजनिक नहीं है।",
  closed: "यहाँ नहीं",
  notDone: "कुछ नहीं किया गया",
  why: {
    role: "आपके खाते में डेस्क का यह भाग नहीं है। कोई स्वामी इसे आपको दे सकता है।",
    foreign: "यह फ़ॉर्म हमारे पृष्ठ से नहीं आया, इसलिए कुछ नहीं किया गया। डेस्क फिर से खोलें।",
    unread: "यह फ़ॉर्म पढ़ा नहीं जा सका, इसलिए कुछ नहीं किया गया। वापस जाएँ और इसे फिर से भेजें।",
    long: "इस फ़ॉर्म में उससे अधिक है जितना लिया जाता है, इसलिए कुछ नहीं किया गया। वापस जाएँ, कम लिखें और फिर से भेजें।",
  },
  toDesk: "डेस्क पर",
};
