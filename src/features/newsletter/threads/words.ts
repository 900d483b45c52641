/** The words of following a conversation by language. */
import { catalogue } from "../../../platform/words/catalogue.ts";
import { counted, say } from "../../../platform/words/message.ts";

const en = {
  lang: "en",
  what: say("Comments on: {title}"),
  by: say("{name}, about {title}", "name", "title"),
  somebody: "Somebody",
  subject: counted("New comment on {title}", "{n} new comments on {title}", "title"),
  more: counted("And {n} more:", "And {n} more:"),
  answer: "Read the conversation or reply:",
  confirmText: "If you confirm, we will email you the comments in this conversation.",
  confirmed: "We will email you the comments in this conversation. Every email says how to stop.",
  stopTitle: "Stop following this conversation?",
  stopText:
    "If you stop, your address is deleted from this conversation. You can follow it again at any time.",
  stopButton: "Stop, and delete my address from this conversation",
};

export const threadWordsIn = catalogue("updates-threads", en);

/** The links of somebody who follows a conversation say so, for the words of the pages behind them. */
export const OF_THREAD = "conversation";
