/** What somebody reads who agrees with a code, and what the desk reads of it; part of `words.ts`. */
import { say } from "../../platform/words/message.ts";

export const agreeing = {
  title: "Give consent with a code",
  description: "Read what we want to publish about you, and tell us whether you agree.",
  stand:
    "Enter the code you were given. Read what we want to publish, then decide. Nothing is published until you agree.",
  code: "Your code",
  codeHint: "Ten letters and digits. You can leave out spaces and use lower-case letters.",
  show: "Show me",
  head: "Do you agree?",
  headStand:
    "This is what the desk wants to publish. If something is wrong, do not agree: tell the desk, or the person who gave you the code.",
  rest: say(
    "Someone has withdrawn from this story, and their part has been removed. If the others do not agree by {day}, the story will be erased.",
  ),
  unwritten:
    "The desk has not prepared the story yet. This page shows what was sent in. You can agree now to be in the story, or come back later and read the desk’s version.",
  named: "Your name in the story",
  uses: "Shown in",
  where: "Where",
  until: "Until",
  sure: "I have read this, or someone read it to me, and I agree.",
  button: "Agree",
  withdraw: "I do not agree: [withdraw with the same code].",
  changed: "The text has changed since you read it. Please read it again.",
  unsure: "Your answer was not recorded: tick the box first.",
  done: "Thank you. Your agreement has been recorded.",
  doneStand:
    "If the text changes, we will ask you again. You can withdraw at any time with the same code.",
  public: "What you agreed to has already been published. You can withdraw with the same code.",
  agrees: "Agree to publication",
  way: "Would you rather read the text first, then decide? [Agree with your code].",
  /** At the desk. */
  missing: say(
    "{who} has not agreed yet. Give them the code for {address}, or record under Consents how they agreed.",
    "who",
    "address",
  ),
  missingRest: say(
    "{who} has not agreed to this version. Give them the code for {address}, or record under Consents how they agreed. Unless everyone agrees, the draft will be erased on {day}.",
    "who",
    "address",
    "day",
  ),
  noneYet: "has not yet personally agreed to this text",
  noteHow: "How did they agree to this text?",
  note: "Record",
  noteWrong: "Say in one line how the person agreed, such as: read to her by telephone, 3 May.",
  waits: "Stories awaiting agreement after someone withdrew",
  waitsLate: "Stories to be erased within a week unless the other people in them agree",
  waitsDesk: "Stories to publish or delete after someone withdrew",
  left: "Someone has withdrawn from this story",
  leftStand:
    "The person’s name, the quotations marked as theirs and the files they are in have been removed. Remove anything else that identifies this person. If you change anything, the others must agree again.",
};
