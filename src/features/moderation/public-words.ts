/** The words of moderation that everybody reads: the rules, the numbers, the way to report; by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  rules: {
    title: "How we talk here",
    lead: "Anyone can comment, without an account and under any name. People from this campaign read it.",
    how: "What we ask",
    asks: [
      "Talk about what people say and do, not who they are.",
      "Leave other people’s private lives alone: no addresses, no numbers, nothing that somebody has not agreed to. This applies above all to the people in our stories.",
      "Say where something comes from when others could be hurt by it.",
      "Do not sell things, and do not repeat yourself.",
      "Write in any language.",
    ],
    who: "Who decides",
    decides:
      "People from this campaign read what comes in, oldest first. No machine decides what is good: a machine only says where to look, refuses words and links from a list, and slows a thread down when a lot comes at once. Two people decide when somebody asks for a second pair of eyes, and when a word from a list is beside the name of somebody portrayed.",
    sections: "What is read first",
    section: {
      stories: "Below stories",
      pledges: "Below pledges",
      topics: "About topics",
      room: "With the hashtag",
    },
    rule: {
      first: "everything is read before it is shown",
      trusted:
        "authors we have read several times are shown at once; everything else is read first",
      closed: "closed for now",
    },
    why: "Why something is not shown",
    whyLead: "We tell the author which of these it was, or give the reason in our own words:",
    appeal: "If you disagree",
    appealHow:
      "Each comment has a secret address, shown when it is sent. There its author can read whether it is shown and why not, change it, take it back, and ask once for another look. Somebody other than the person who refused it then decides. Where only one person moderates, they read it again on another day.",
    wrong: "If something shown here is wrong",
    wrongHow:
      "Below each comment is “Something is wrong here”. It needs no account. However many people report it, a person decides: many reports bring it to the top of the list, but take nothing down by themselves, because that would be a way to silence people.",
    slow: "When a lot is said at once",
    slowHow:
      "When ten times as much as usual comes in, a thread takes one comment every quarter of an hour from each place, everything is read first, and the thread says so. This ends by itself.",
    numbers: "[What came in, what was shown and what was not], in numbers.",
  },
  numbers: {
    title: "The conversation in numbers",
    lead: "What came in, what was shown and what was not, and why: by month and by where it came from. Small numbers are not given, so that nobody can be identified.",
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
      upheld: "decision stood",
      overturned: "shown after all",
    },
    reasons: "Why not",
    own: "in a moderator’s own words",
    fresh: "Updated after each decision at the desk and every hour.",
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
    text: "Do you want to say more? (optional)",
    send: "Send",
    aboutMe: "Is it about you? [Object, and it is hidden at once.]",
    reasonExpected: "Expected what is wrong: choose one.",
    textExpected: say("Expected at most {most} characters."),
    busy: "There have been too many reports this hour. Please send yours again later.",
    full: "The desk has more to read than it can manage. Please try again in a few days.",
    lost: "What you want to report is no longer shown here.",
    thanks: "Thank you.",
    next: "A person will look at it. If it breaks the rules, it will no longer be shown.",
    rules: "[How we talk here, and who decides]",
  },
};

export const publicWordsIn = catalogue("moderation-public", en);

export type PublicWords = typeof en;
