/** The words of e-mail updates: pages and mails. Other languages have the same shape. */
import { counting } from "../../../platform/words/counted.ts";

const count = counting("en");

export const en = {
  lang: "en",
  title: "Updates by e-mail",
  description:
    "New stories by e-mail: plain text, at most 10 kB each, with no picture that counts you.",
  lead: "New stories as plain text, at most 10 kB each. No picture that counts you, no link that follows you. One press stops it, and then your address is deleted.",
  address: "Your e-mail address",
  language: "In which language?",
  languageHint:
    "A story comes in it where somebody has translated it, and as it was told where not.",
  what: "Which stories?",
  all: "All stories",
  topic: (name: string) => `About ${name}`,
  place: (name: string) => `From ${name}`,
  often: "How often?",
  each: "When a story is published",
  daily: "One mail a day, on days with a new story",
  send: "Ask for it",
  next: "What happens then",
  steps: [
    ["We send you one mail", "to make sure that the address is yours"],
    [
      "You press the button behind its link",
      "without that nothing more comes, and the address is deleted after three days",
    ],
    ["Stories come", "only those whose people agreed to being sent by mail"],
    ["You stop when you like", "by the link in every mail, or in your mail program"],
  ],
  feeds: "You can also follow without telling us anything, with a feed reader:",
  feed: "all stories as a feed",
  none: "This copy has no mail server, so it cannot send updates.",
  askedTitle: "Look into your mail",
  asked:
    "If the address is right, a mail is on its way to it. Press the button behind its link within three days. If nothing comes, look among the unwanted mail, or ask again.",
  confirmTitle: "One more press",
  confirmText: "New stories will then come to your address.",
  confirmButton: "Yes, send me updates",
  confirmedTitle: "It is settled",
  confirmed: "New stories will come to you. Every mail says how to stop.",
  confirmLost:
    "This link was used already, or its three days are over. If it was yours, updates come or can be asked for again.",
  askAgain: "Ask again",
  stopTitle: "Stop the updates?",
  stopText: "Your address is then deleted here. You can subscribe again at any time.",
  stopButton: "Stop and delete my address",
  stoppedTitle: "It has stopped",
  stopped: "Your address is no longer kept here.",
  often429: "So many asked in this hour that no more are taken. Please try again later.",
  badForm: "This is not the form of this page. Please open it again.",
  badAddress: "Expected an address such as name@example.org.",
  badChoice: "Please choose one of these.",
  mail: {
    confirmSubject: (name: string) => `Please confirm: updates from ${name}`,
    confirm: (name: string, link: string) =>
      `Somebody, probably you, asked for e-mail updates from ${name} to come to this address.\n\nIf it was you, open this page and press the button there, within three days:\n\n${link}\n\nIf it was not, do nothing: nothing more comes, and the address is deleted.\n`,
    digestSubject: (n: number, name: string) =>
      `${count(n, { one: "{n} new story", other: "{n} new stories" })} from ${name}`,
    otherLanguage: (language: string) => `Told in ${language}; not translated yet.`,
    goesOn: "It goes on at:",
    readIt: "On the web:",
    sources: "Numbers in brackets are sources; they stand with the story on the web.",
    more: (n: number) => count(n, { one: "And {n} more:", other: "And {n} more:" }),
    foot: (day: string) =>
      `You asked for this and confirmed it on ${day}. To stop, and to have your address deleted:`,
  },
  desk: {
    title: "Mail",
    lead: "Stories whose people agreed to being sent by mail go to those who asked for them, some minutes after they are published. Here are numbers, and nobody’s address.",
    readers: "Subscribers",
    active: (n: number) => count(n, { one: "{n} confirmed", other: "{n} confirmed" }),
    asked: (n: number) =>
      count(n, { one: "{n} asked and not confirmed", other: "{n} asked and not confirmed" }),
    dead: (n: number) =>
      count(n, {
        one: "{n} with an address that its server refuses",
        other: "{n} with an address that its server refuses",
      }),
    each: (n: number) => count(n, { one: "{n} at each story", other: "{n} at each story" }),
    daily: (n: number) => count(n, { one: "{n} once a day", other: "{n} once a day" }),
    next: "Next",
    nothing: "No story waits to be sent.",
    due: (time: string) => `goes out after ${time} UTC`,
    held: "held by the desk",
    hidden: "waits: it may not be shown by mail yet",
    preview: "The mail",
    weight: (weight: string) => `${weight} as it is sent`,
    now: "Send now",
    hold: "Hold",
    release: "Let go",
    doubt: "In doubt",
    doubtLead: (n: number) =>
      `${count(n, { one: "One letter may have arrived or not.", other: "{n} letters may have arrived or not." })} The end of it went out, and then the connection broke or this program was ended before the mail server said that it has it. Such a letter is never sent again by itself. The log of the mail server knows: look there for the name that stands with the letter.`,
    doubtMore: (n: number) => count(n, { one: "And {n} more.", other: "And {n} more." }),
    doubtAt: (time: string) => `ended ${time} UTC`,
    again: "Send again",
    againAll: "Send all again",
    leave: "Leave it",
    leaveAll: "Leave them all",
    doubtWhat:
      "Sent again, it comes twice to whoever has it. Left, it never comes to whoever does not.",
    doubtWaits: "letters in doubt",
    last: "Sent",
    lastNone: "Nothing was sent yet.",
    when: "When",
    whom: "To",
    sent: "sent",
    waiting: "waiting",
    failed: "refused",
    unsure: "in doubt",
    dropped: "not sent",
    error: "Last refusal",
    noServer: "No mail server is named (CND_MAIL), so nothing goes out.",
  },
};
export type Words = typeof en;
