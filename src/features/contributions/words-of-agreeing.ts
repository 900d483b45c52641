/** What somebody reads who agrees with a code, and what the desk reads of it; part of `words.ts`. */
import { say } from "../../platform/words/message.ts";

export const agreeing = {
  title: "Agree with a code",
  description: "Read what is to be published about you, and say whether you agree.",
  stand:
    "Type the code that you were given. You then read what is to be published, and decide. Nothing is published before you agree.",
  code: "Your code",
  codeHint: "Ten letters and digits. Spaces and small letters do not matter.",
  show: "Show me",
  head: "Do you agree?",
  headStand:
    "This is what the desk means to publish. If something is wrong, do not agree: tell the desk, or whoever gave you the code.",
  rest: say(
    "Somebody who was in this story has left it, and what was theirs has been taken out. If those who stay do not agree by {day}, it is erased.",
  ),
  unwritten:
    "The desk has not prepared it yet. This is what was sent. You can agree to be in it now, or come back later and read what the desk made of it.",
  named: "Your name in it",
  uses: "Shown in",
  where: "Where",
  until: "Until",
  sure: "I have read it, or it was read to me, and I agree.",
  button: "Agree",
  withdraw: "I do not agree: [withdraw with the same code].",
  changed: "The words have changed since you read them. Please read them again.",
  unsure: "Nothing was noted: tick the box first.",
  done: "Thank you. Your agreement is noted.",
  doneStand:
    "If the words change, you are asked again. You can take it back at any time with the same code.",
  public: "What you agreed to is published already. You can take it back with the same code.",
  agrees: "Agree to what is to be published",
  way: "Would you rather read it first, and agree or not? [Agree with your code].",
  /** At the desk. */
  missing: say(
    "{who} has not said “I agree” yet. Hand over the code for {address}, or note under Consents how it was given.",
    "who",
    "address",
  ),
  missingRest: say(
    "{who} has not agreed to these words, in which somebody is missing who left. Hand over the code for {address}, or note under Consents how it was given. Unless everybody agrees, the draft is erased on {day}.",
    "who",
    "address",
    "day",
  ),
  noneYet: "has not agreed to these words themself yet",
  noteHow: "How did they agree to these words?",
  note: "Note it",
  noteWrong: "Write in one line how they agreed, such as: read to her by telephone, 3 May.",
  waits: "Stories that somebody left, and that wait for those who stay",
  waitsLate: "Stories that are erased within a week unless those who stay agree",
  waitsDesk: "Stories that somebody left, for you to publish or delete",
  left: "Somebody left this story",
  leftStand:
    "What was linked with them has been taken out: their name, the quotations marked as theirs, the files in which they are. Take out what else tells who is missing. Whatever you change, those who stay agree to it anew.",
};
