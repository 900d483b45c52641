/** What the desk says where it records who agreed to be in a story, and takes a consent back; part of `words.ts`. */
import { counted, say } from "../../platform/words/message.ts";

export const consents = {
  title: "Who is in the story, and what they agreed to",
  stand:
    "Only people who have a public role or have consented are named or shown. Nothing here is public until the story is published.",
  given: "Date of agreement",
  nobody: "No consents recorded yet.",
  guardianOf: say("for a child, by {guardian}"),
  askedBy: say("asked by {who}"),
  until: say("until {day}"),
  noFiles: "in the text only",
  public: "public",
  private: "not public yet",
  seeProof: "Proof",
  drop: "Remove",
  add: "Record a consent",
  open: "People in the story without a recorded consent:",
  unsaid: "Consents recorded here after publication are not yet public.",
  say: "Publish …",
  addHint:
    "For someone who was asked by telephone, in person or on paper. They get a code that lets them withdraw.",
  person: "Who agreed?",
  personHint:
    "People the campaign already knows are listed here once the story names them. You need not enter their names again.",
  fresh: "someone not yet in the story",
  shown: "Name shown in the story",
  shownHint: "Only for someone not yet in the story. Leave this empty to show no name.",
  portrait: say("{name}’s portrait"),
  shows: say("{photo}: {words}", "photo", "words"),
  chosen: "The person chose this name",
  button: "Save",
  code: say("{name}’s code"),
  codeHint:
    "Give the person this code now, in writing or aloud. Anyone who has it can withdraw this consent at /withdraw, or through a helper. The code is not stored here and cannot be recovered.",
  back: "Back to the draft",
  toPublish: "Check and publish …",
  end: "Withdraw …",
  ending: {
    title: say("Withdraw {name}’s consent"),
    lead: "Do this when the person asks you to. Everything listed under “What is erased” is erased at once, as if the person had entered their code. The erased items cannot be restored, not even from an older backup.",
    goes: "What is erased",
    story: say(
      "The story “{title}”, in every language, with its pictures, recordings and drafts, and the comments on it",
    ),
    sent: "The draft, and everything sent in for it",
    person: say("{name}: their page, and every text about them"),
    consents: counted(
      "{n} consent, with its proof and code",
      "{n} consents, with their proofs and codes",
    ),
    stays: "What stays",
    known: say("{name}’s entry stays; their consent for this story ends."),
    rest: counted(
      "What {n} other person said in the story is kept as a draft, without the person who withdraws. The draft is published again only if the other person agrees; otherwise it is erased.",
      "What {n} other people said in the story is kept as a draft, without the person who withdraws. The draft is published again only if they all agree; otherwise it is erased.",
    ),
    log: "The log still shows that something was published and erased, and on which day, but contains none of the text.",
    sure: say("At {name}’s request, withdraw consent permanently."),
    unsure: "Nothing has been withdrawn. Tick the box first.",
    again: "You may be asked to sign in again before anything is erased.",
    button: "Withdraw",
  },
};
