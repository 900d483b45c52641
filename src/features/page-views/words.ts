/** The words of counts, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Counts",
  help: "These counts show how often each page was served in the last 30 days. They say nothing about who read a page, because we keep nothing about readers. If an owner turns off counting, all counts are deleted.",
  lead: "This page shows how often pages were served in the last 30 days, and which sites people came from. We store nothing about readers: no address, browser or path through the site. Browsers that ask not to be counted are not counted.",
  off: "This copy of the site does not count page views.",
  turnOff: "Stop counting and delete all counts",
  turnOn: "Count",
  pages: "Pages",
  from: "From other sites",
  none: "No counts yet. New counts arrive once an hour.",
  few: counted(
    "{n} more, with fewer than 5 views in a day",
    "{n} more, each with fewer than 5 views in a day",
  ),
  fewer: "fewer than 5",
};

export const wordsIn = catalogue("page-views", en);

export type Words = typeof en;
