/** What the desk says about ways of one’s own to come in; part of its words (words.ts). */
import { say } from "../../platform/words/message.ts";

export const way = {
  title: "How will you sign in next time?",
  why: "The link that brought you here works only once. Now choose how you will sign in next time. You will confirm your identity in the same way.",
  step: "Choose how to sign in next time: you have not set up a sign-in method yet",
  none: "Nothing has changed yet. You signed in a while ago, and you have no PIN, passkey or email address to sign in again with.",
  noneMore:
    "Nothing has changed yet. You signed in a while ago. Your role needs more than a PIN or an email link, but you have no passkey and no codes from an app.",
  askOwner:
    "Ask an owner for a new link and sign in with it. Then, on the first page, choose straight away how you will sign in next time.",
  askMachine: say(
    "Ask another owner for a new link, or create one on the server that runs the campaign: {command}. Sign in with it. Then, on the first page, choose straight away how you will sign in next time.",
  ),
  out: "You have not chosen your own way to sign in yet. If you sign out now, you will need a new link.",
};
