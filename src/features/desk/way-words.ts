/** What the desk says about ways of one’s own to come in; part of its words (words.ts). */
import { say } from "../../platform/words/message.ts";

export const way = {
  title: "How will you come in next time?",
  why: "The link that brought you here works once. Choose a way of your own now: it lets you in tomorrow, and it is how you confirm that it is you when that is asked.",
  step: "Find out how you come in next time: you have no way of your own yet",
  none: "Nothing was changed yet. You came in a while ago, and you have no PIN, passkey or mail of your own with which to come in once more.",
  noneMore:
    "Nothing was changed yet. You came in a while ago, and your role asks more than a PIN or a mail of you: you have no passkey and no codes from an app to confirm with.",
  askOwner:
    "Ask an owner for a new link. Come in with it and choose a way of your own right away, on the first page.",
  askMachine: say(
    "Ask another owner for a new link, or make one on the machine that serves the campaign: {command}. Come in with it and choose a way of your own right away, on the first page.",
  ),
  out: "You have no way of your own to come in yet. If you sign out now, you need a new link to come back.",
};
