/** What somebody reads who agrees with a code, and what the desk reads of it; part of `words.ts`. */
import { say } from "../../platform/words/message.ts";

export const agreeing = {
  title: "Agree with a code",
  description: "Read what is to be published about you, and say whether you agree.",
  stand:
    "Type the code you were given. Read what we want to publish, then decide. Nothing is published until you agree.",
  code: "Your code",
  codeHint: "Ten letters and digits. You can leave out spaces and use small letters.",
  show: "Show me",
  head: "Do you agree?",
  headStand:
    "This is what the desk wants to publish. If something is wrong, do not agree: tell the desk, or the person who gave you the code.",
  rest: say(
    "Someone has withdrawn from this story, and their part has been removed. If the others do not agree by {day}, the story will be erased.",
  ),
  unwritten:
    "The desk has not prepared the story yet. This is what was sent in. You can agree now to be in it, or come back later and read the desk’s version.",
  named: "Your name in it",
  uses: "Shown in",
  where: "Where",
  until: "Until",
  sure: "I have read it, or it was read to me, and I agree.",
  button: "Agree",
  withdraw: "I do not agree: [withdraw with the same code].",
  changed: "The words have changed since you read them. Please read them again.",
  unsure: "Nothing was recorded: tick the box first.",
  done: "Thank you. Your agreement is recorded.",
  doneStand:
    "If the words change, we will ask you again. You can withdraw at any time with the same code.",
  public: "What you agreed to is already published. You can withdraw with the same code.",
  agrees: "Agree to what will be published",
  way: "Would you rather read it first, then decide? [Agree with your code].",
  /** At the desk. */
  missing: say(
    "{who} has not agreed yet. Hand over the code for {address}, or record under Consents how they agreed.",
    "who",
    "address",
  ),
  missingRest: say(
    "{who} has not agreed to this version. Hand over the code for {address}, or record under Consents how they agreed. Unless everyone agrees, the draft is erased on {day}.",
    "who",
    "address",
    "day",
  ),
  noneYet: "has not yet personally agreed to these words",
  noteHow: "How did they agree to these words?",
  note: "Record it",
  noteWrong: "Write on one line how they agreed, such as: read to her by telephone, 3 May.",
  waits: "Stories someone withdrew from, waiting for the others to agree",
  waitsLate: "Stories to be erased within a week unless the others agree",
  waitsDesk: "Stories someone withdrew from, for you to publish or delete",
  left: "Someone withdrew from this story",
  leftStand:
    "Their name, the quotations marked as theirs and the files they are in have been removed. Remove anything else that shows who is missing. If you change anything, the others must agree again.",
};
