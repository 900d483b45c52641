/** The words of counts. Other languages have the same shape. */
import { counting } from "../../../platform/words/counted.ts";

const count = counting("en");

export const en = {
  lang: "en",
  title: "Counts",
  lead: "How often pages were sent in the last 30 days, and from which sites people came. No reader is stored: no address, no browser, no way through the site. Browsers that ask not to be counted are not.",
  off: "Nothing is counted on this copy.",
  turnOff: "Stop counting and delete what was counted",
  turnOn: "Count",
  pages: "Pages",
  from: "From other sites",
  none: "Nothing yet. Counts come in once an hour.",
  few: (names: number) =>
    count(names, {
      one: "{n} more, fewer than 5 on a day",
      other: "{n} more, each fewer than 5 on a day",
    }),
  fewer: "fewer than 5",
};
export type Words = typeof en;
