/** What the pages of listening share, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";

const en = {
  lang: "en",
  title: "Listening",
  /** Stands on every page that shows what our detector says. */
  notTried: "This detector was trained on recordings and has not been tried in a forest.",
};

export const wordsIn = catalogue("listening", en);
