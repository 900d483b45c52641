/** The words of moderation that everybody reads: the rules, the numbers, the way to report; by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  rules: {
    title: "How we talk here",
    lead: "Anyone can comment, without an account and under any name. People from this campaign read the comments.",
    how: "What we ask",
    asks: [
      "Talk about what people say and do, not who they are.",
      "Leave other people’s private lives alone: do not post addresses, numbers or anything they have not agreed to share. This applies above all to the people in our stories.",
      "Name your source when others could be hurt by what you say.",
      "Do not sell things or repeat yourself.",
      "Write in any language.",
    ],
    who: "Who decides",
    decides:
      "People from this campaign read comments, oldest first. No machine decides which comments are good: a machine only shows where to look, refuses words and links from a list, and slows a thread down when many comments come in at once. Two people decide when somebody asks for a second opinion, and when a word from a list is next to the name of somebody in a story.",
    sections: "Which comments are read first",
    section: {
      stories: "Below stories",
      pledges: "Below pledges",
      topics: "About topics",
      room: "With the hashtag",
    },
    rule: {
      first: "everything is read before it is shown",
      trusted:
        "comments by authors we have read several times are shown at once; all others are read first",
      closed: "closed for now",
    },
    why: "Why a comment is not shown",
    whyLead:
      "We tell the author which of these reasons applied, or give the reason in our own words:",
    appeal: "If you disagree",
    appealHow:
      "Each comment has a secret address, shown when the comment is sent. There the author can see whether the comment is shown (and if not, why), change it, withdraw it, and appeal once. Somebody other than the person who refused the comment then decides. If there is only one moderator, they read the comment again on another day.",
    wrong: "If something shown here is wrong",
    wrongHow:
      "Below each comment is a link, “Report a problem here”, which needs no account. However many people report a comment, a person decides. Many reports bring it to the top of the list, but do not take it down automatically, because that would be a way to silence people.",
    slow: "When many people comment at once",
    slowHow:
      "When ten times as many comments as usual come in, a thread accepts one comment every quarter of an hour from each place, every comment is read before it is shown, and a notice in the thread says so. The slowdown ends automatically.",
    numbers: "See [how many comments came in, and how many of them were shown or not shown].",
  },
  numbers: {
    title: "The conversation in numbers",
    lead: "See, by month and source, how many comments came in, how many were shown, and how many were not shown and why. Small numbers are left out, so that nobody can be identified.",
    none: "Nothing has been counted yet.",
    few: "fewer than 5",
    from: "Where the comments came from",
    came: {
      web: "by form",
      voice: "by voice or in sign language",
      hub: "from a hub",
      fediverse: "fediverse",
      link: "links",
    },
    what: {
      came: "came in",
      shown: "shown",
      refused: "not shown",
      taken: "taken down",
      appealed: "appealed",
      upheld: "decision stood",
      overturned: "shown after all",
    },
    reasons: "Why not",
    own: "in a moderator’s own words",
    fresh: "These numbers are updated after each decision at the desk and every hour.",
    rules: "[How we talk here, and who decides]",
  },
  report: {
    title: "Report a problem here",
    lead: "Someone from this campaign reads what you write. Nothing about you is kept.",
    about: "It is about:",
    somebody: "Somebody",
    reason: "What is wrong?",
    reasons: {
      unkind: "It attacks somebody",
      person: "It is about somebody who has not consented",
      danger: "It could hurt people",
      sells: "It sells or advertises something",
      other: "Something else",
    },
    text: "Do you want to say more? (optional)",
    send: "Send",
    aboutMe: "Is this comment about you? [Object, and the comment is hidden at once.]",
    reasonExpected: "Choose a reason for reporting.",
    textExpected: say("Enter at most {most} characters."),
    busy: "There have been too many reports this hour. Please send your report again later.",
    full: "The desk has more stories to read than it can manage. Please try again in a few days.",
    lost: "The comment you want to report is no longer shown here.",
    thanks: "Thank you.",
    next: "A person will read your report. If the comment breaks the rules, it will no longer be shown.",
    rules: "[How we talk here, and who decides]",
  },
};

export const publicWordsIn = catalogue("moderation-public", en);

export type PublicWords = typeof en;
