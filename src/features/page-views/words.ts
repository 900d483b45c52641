/** The words of counts, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Counts",
  help: "Counts say how often each page was sent in the last 30 days. They say nothing about who read it, because nothing about a reader is kept. An owner can stop counting, and then all that was counted is deleted.",
  lead: "How often pages were sent in the last 30 days, and from which sites people came. No reader is stored: no address, no browser, no way through the site. Browsers that ask not to be counted are not.",
  off: "Nothing is counted on this copy.",
  turnOff: "Stop counting and delete what was counted",
  turnOn: "Count",
  pages: "Pages",
  from: "From other sites",
  none: "Nothing yet. Counts come in once an hour.",
  few: counted("{n} more, fewer than 5 on a day", "{n} more, each fewer than 5 on a day"),
  fewer: "fewer than 5",
};

export const wordsIn = catalogue("page-views", en);

export type Words = typeof en;
