/** What the desk says about ways of one’s own to come in; part of its words (words.ts). */
import { say } from "../../platform/words/message.ts";

export const way = {
  title: "How will you sign in next time?",
  why: "The link that brought you here works only once. Choose your own way to sign in now. You will also use it to confirm your identity.",
  step: "Choose how to sign in next time: you have no sign-in method of your own yet",
  none: "Nothing has changed yet. You signed in a while ago, and you have no PIN, passkey or email address to sign in again with.",
  noneMore:
    "Nothing has changed yet. You signed in a while ago, and your role needs more than a PIN or an email link: you have no passkey and no codes from an app.",
  askOwner:
    "Ask an owner for a new link. Sign in with it and, on the first page, choose your own way to sign in straight away.",
  askMachine: say(
    "Ask another owner for a new link, or create one on the server that runs the campaign: {command}. Sign in with it and, on the first page, choose your own way to sign in straight away.",
  ),
  out: "You have not chosen your own way to sign in yet. If you sign out now, you will need a new link.",
};
