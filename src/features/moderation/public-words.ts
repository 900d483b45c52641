/** The words of moderation that everybody reads: the rules, the numbers, the way to report; by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  rules: {
    title: "How we talk here",
    lead: "Anybody can say something, without an account and by any name. People of this campaign read it.",
    how: "What we ask",
    asks: [
      "Speak about what people say and do, not against who they are.",
      "Leave other people’s private lives alone: no addresses, no numbers, nothing that somebody has not agreed to. This holds above all for the people whom our stories portray.",
      "Say where something comes from when others could be hurt by it.",
      "Do not sell things, and do not say the same again and again.",
      "Write in any language.",
    ],
    who: "Who decides",
    decides:
      "People of this campaign read what comes in, the oldest first. No machine decides what is good: a machine says only where to look, refuses words and links from a list, and slows a thread down when very much comes at once. Two people decide where somebody asked for a second pair of eyes, and where a word from a list stands beside the name of somebody portrayed.",
    sections: "What is read first",
    section: {
      stories: "Below stories",
      pledges: "Below pledges",
      topics: "About topics",
      room: "With the hashtag",
    },
    rule: {
      first: "everything is read before it is shown",
      trusted: "who was read several times is shown at once; everything else is read first",
      closed: "nothing more is taken for now",
    },
    why: "Why something is not shown",
    whyLead: "Whoever said it reads which of these it was, or the reason in our own words:",
    appeal: "If you see it otherwise",
    appealHow:
      "Each comment has a secret address, shown when it is sent. There its author reads whether it is shown and why not, changes it, takes it back, and asks once for another look. Then somebody else decides than the person who refused it. Where only one person moderates, that one reads it again on another day.",
    wrong: "If something shown here is wrong",
    wrongHow:
      "Below each comment stands “Something is wrong here”. It needs no account. However many report it, a person decides: many reports bring it to the top of the list, and take nothing down by themselves, because that would be a way to silence people.",
    slow: "When very much is said at once",
    slowHow:
      "Where ten times as much comes in as usual, a thread takes one comment in a quarter of an hour from each place, everything is read first, and the thread says so. It ends by itself.",
    numbers: "[What came in, what was shown and what was not], in numbers.",
  },
  numbers: {
    title: "The conversation in numbers",
    lead: "What came in, what was shown and what was not, and why: by month and by where it came from. Small numbers are not given, so that nobody can be known by them.",
    none: "Nothing has been counted yet.",
    few: "fewer than 5",
    from: "Where it came from",
    came: {
      web: "by form",
      voice: "by voice or sign",
      hub: "from a hub",
      fediverse: "fediverse",
      link: "links",
    },
    what: {
      came: "came in",
      shown: "shown",
      refused: "not shown",
      taken: "taken down",
      appealed: "asked for another look",
      upheld: "stayed so",
      overturned: "shown after all",
    },
    reasons: "Why not",
    own: "in a moderator’s own words",
    fresh: "Counted anew after each decision at the desk and every hour.",
    rules: "[How we talk here, and who decides]",
  },
  report: {
    title: "Something is wrong here",
    lead: "A person of this campaign reads what you write. Nothing is kept about you.",
    about: "It is about:",
    somebody: "Somebody",
    reason: "What is wrong?",
    reasons: {
      unkind: "It attacks somebody",
      person: "It is about somebody who has not agreed to that",
      danger: "It could hurt people",
      sells: "It sells or advertises something",
      other: "Something else",
    },
    text: "Do you want to say more? (may be left empty)",
    send: "Send",
    aboutMe: "Is it about you? [Object, and it is hidden at once.]",
    reasonExpected: "Expected what is wrong: choose one.",
    textExpected: say("Expected at most {most} characters."),
    busy: "So many reports came in this hour that no more are taken. Please send it again later.",
    full: "The desk has more to read than it can. Please try again in some days.",
    lost: "What you want to report is not shown here any more.",
    thanks: "Thank you. A person will look at it.",
    rules: "[How we talk here, and who decides]",
  },
};

export const publicWordsIn = catalogue("moderation-public", en);

export type PublicWords = typeof en;
