/** The words of following a conversation by language. */
import { catalogue } from "../../../platform/words/catalogue.ts";
import { counted, say } from "../../../platform/words/message.ts";

const en = {
  lang: "en",
  what: say("What is said about: {title}"),
  by: say("{name}, about {title}", "name", "title"),
  somebody: "Somebody",
  subject: counted("New words about {title}", "{n} new comments about {title}", "title"),
  more: counted("And {n} more:", "And {n} more:"),
  answer: "Read it there, or answer:",
  confirmText: "What is said in this conversation will then come to your address.",
  confirmed: "What is said there will come to you. Every mail says how to stop.",
  stopTitle: "Follow this conversation no more?",
  stopText: "Your address is then deleted from it. You can follow it again at any time.",
  stopButton: "Stop, and delete my address from it",
};

export const threadWordsIn = catalogue("updates-threads", en);

/** The links of somebody who follows a conversation say so, for the words of the pages behind them. */
export const OF_THREAD = "conversation";
