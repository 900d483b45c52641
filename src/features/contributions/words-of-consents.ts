/** What the desk says where it records who agreed to be in a story, and takes a consent back; part of `words.ts`. */
import { counted, say } from "../../platform/words/message.ts";

export const consents = {
  title: "Who is in it, and what they agreed to",
  stand:
    "Only people with a documented role or a consent are named or shown. Nothing here is public before the story is.",
  given: "When did they agree?",
  nobody: "No consent recorded yet.",
  guardianOf: say("for a child, by {guardian}"),
  askedBy: say("asked by {who}"),
  until: say("until {day}"),
  noFiles: "in the text only",
  public: "public",
  private: "not public yet",
  seeProof: "The proof",
  drop: "Remove it",
  add: "Record a consent",
  open: "In it, with no consent recorded here:",
  unsaid: "Consents recorded here after publication are not public yet.",
  say: "Publish it …",
  addHint:
    "For someone who was asked by telephone, in person or on paper. They get a code with which they can withdraw.",
  person: "Who agreed?",
  personHint:
    "People the campaign already knows are listed here once the story names them. You need not type their names again.",
  fresh: "someone who is not in it yet",
  shown: "Name shown in the story",
  shownHint: "Only for someone who is not in it yet. If left empty: no name.",
  portrait: say("The portrait of {name}"),
  shows: say("{photo}: {words}", "photo", "words"),
  chosen: "The person chose this name",
  button: "Save",
  code: say("The code of {name}"),
  codeHint:
    "Hand it over now, in writing or aloud. Anyone who has it can withdraw this at /withdraw, or by telling it to a helper. It is not kept here and cannot be recovered.",
  back: "Back to the draft",
  toPublish: "Check it, then publish …",
  end: "Withdraw …",
  ending: {
    title: say("Withdraw the consent of {name}"),
    lead: "Do this when the person asks for it. Everything listed under “What is erased” is erased at once, as if they had typed their code. It cannot be restored, not even from an older backup.",
    goes: "What is erased",
    story: say(
      "The story “{title}”, in every language, with its pictures, recordings and drafts, and the comments on it",
    ),
    sent: "The draft, and what was sent in for it",
    person: say("{name}: the page, and every text about this person"),
    consents: counted(
      "{n} consent, with its proof and its code",
      "{n} consents, with their proofs and codes",
    ),
    stays: "What stays",
    known: say("{name} stays: only what was agreed to for this story ends."),
    rest: counted(
      "What {n} other person said in it stays as a draft, without the person who withdraws. It is published again only if they agree, and erased if they do not",
      "What {n} other people said in it stays as a draft, without the person who withdraws. It is published again only if they all agree, and erased if they do not",
    ),
    log: "In the log: that something was published and erased, and on which day, without a word of it.",
    sure: say("{name} asked for this. Withdraw it permanently."),
    unsure: "Nothing was withdrawn. Tick the box first.",
    again: "You may be asked to sign in again before anything is erased.",
    button: "Withdraw",
  },
};
