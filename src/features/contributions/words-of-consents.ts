/** What the desk says where it records who agreed to be in a story, and takes a consent back; part of `words.ts`. */
import { counted, say } from "../../platform/words/message.ts";

export const consents = {
  title: "Who is in it, and what they agreed to",
  stand:
    "Nobody is named or shown without a documented role or a consent. Nothing of this is public before the story is.",
  given: "When did they agree?",
  nobody: "Nobody has agreed yet.",
  guardianOf: say("for a child, by {guardian}"),
  askedBy: say("asked by {who}"),
  until: say("until {day}"),
  noFiles: "in the text alone",
  public: "said in public",
  private: "not public yet",
  seeProof: "The proof",
  drop: "Take it out",
  add: "Record a consent",
  open: "In it, and no consent of theirs is recorded here:",
  unsaid: "What was recorded here after publication is not public yet.",
  say: "Publish it …",
  addHint:
    "For somebody who was asked by telephone, on a visit or on paper. They get a code by which they take it back.",
  person: "Who agreed?",
  personHint:
    "Somebody the campaign knows is named in the story first, and then stands here. Their name need not be typed again.",
  fresh: "somebody who is not in it yet",
  shown: "Name as it stands in the story",
  shownHint: "Only for somebody who is not in it yet. Left empty: no name.",
  portrait: say("The portrait of {name}"),
  shows: say("{photo}: {words}", "photo", "words"),
  chosen: "It is a name that the person chose",
  button: "Keep it",
  code: say("The code of {name}"),
  codeHint:
    "Hand it over now, written or said: whoever has it takes this back at /withdraw, or by telling it to a helper. It is not kept here and cannot be found again.",
  back: "Back to the draft",
  toPublish: "Look at it once more, then publish …",
  end: "Take it back …",
  ending: {
    title: say("Take back the consent of {name}"),
    lead: "Do this when the person asks for it. What is listed as going goes at once, as if they had typed their code, and nothing brings it back, not even an older backup.",
    goes: "What goes",
    story: say(
      "The story “{title}”, in every language, with its pictures and recordings, its drafts, and what was said about it",
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
      "What {n} other person said in it stays as a draft without whoever leaves; it is published again only if they agree to it themselves, and erased if they do not",
      "What {n} other people said in it stays as a draft without whoever leaves; it is published again only if they all agree to it themselves, and erased if they do not",
    ),
    log: "In the log: that something was said and erased, and on which day, without a word of it.",
    sure: say("{name} asked for this. Take it back for good."),
    unsure: "Tick the box first; nothing was taken back.",
    again: "You may be asked to sign in once more before anything is erased.",
    button: "Take it back",
  },
};
