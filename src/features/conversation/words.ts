/** The words of the conversation by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "Conversation",
  titleOf: say("Conversation: {title}"),
  about: "About {thing}.",
  none: "No comments yet. Be the first to comment.",
  comments: counted("{n} comment", "{n} comments"),
  say: "Add a comment",
  goOn: "Continue",
  goOnHint: "On the next page you can give your name, if you like, and send your comment.",
  answer: "Reply",
  feed: "Follow by feed",
  byMail: "Follow by email",
  feedIs: "Comments on this page, newest first.",
  somebody: "Somebody",
  saidHere: say("{name} writes in our conversation:"),
  inAnswerTo: "In reply to {name}",
  goneBy: {
    author: "Withdrawn by the author.",
    desk: "Removed by the people who run this campaign.",
  },
  helped: counted("helped {n} person", "helped {n} people"),
  help: "This helped me",
  thanks: {
    title: "Thank you",
    text: "Your thanks are counted, and nothing about you is stored. The number is updated once an hour.",
    back: "Back to the conversation",
  },
  edited: say("changed on {day}"),
  from: say("from {host}"),
  order: "Order",
  orders: { oldest: "Oldest first", newest: "Newest first", helpful: "Most helpful first" },
  pages: "Pages",
  pageOf: say("Page {n} of {all}", "n", "all"),
  older: "Previous",
  newer: "Next",
  recordings: {
    voice: {
      name: "Voice note",
      by: say("Voice note by {name}"),
      line: "A voice note.",
      ask: "Or add a voice note",
      here: say("Your voice note has been added ({weight}). A new one replaces it."),
    },
    sign: {
      name: "Sign language video",
      by: say("Sign language video by {name}"),
      line: "A sign language video.",
      ask: "Or add a sign language video",
      here: say("Your video has been added ({weight}). A new one replaces it."),
    },
    hint: "At most 60 MB. We remove data about the place and device. You can describe the recording in the text above; the two are shown together.",
  },
  form: {
    title: "Add a comment",
    answering: "Your reply to {name}",
    text: "What do you want to say?",
    textHint:
      "Write in any language. An empty line starts a new paragraph; web addresses become links.",
    name: "Your name, or one you choose",
    nameHint: "This name is shown. Leave it empty to comment without a name.",
    language: "In which language?",
    languageHint: "For example, Swahili. Optional.",
    contact: "How can we reach you? (optional)",
    contactHint:
      "Only the desk sees your details. They are deleted when your comment is refused or withdrawn.",
    vouchedAsk: "I have a code from a hub or a partner",
    vouched: "Code",
    vouchedHint: "Enter a code such as abcde-fghij. The desk can see whose code it is.",
    vouchedExpected:
      "Enter a code that is still valid. Ask the person who gave it to you, or leave this empty.",
    send: "Send",
    next: "What happens next",
    steps: [
      [
        "You get a secret address",
        "only you know the address: use it to edit or withdraw your comment",
      ],
      [
        "A person reads your comment",
        "your comment is read before it is shown; if it is refused, you are told why",
      ],
      ["Your comment appears in the conversation", "others can reply to your comment"],
    ],
    kept: {
      waits:
        "You are offline. Your comment is saved on this device. It will be sent when you are online and have a comment page open.",
      full: "This site’s disk is full, so your comment is saved only on this device. It will be sent when there is room and you have a comment page open.",
      later:
        "This site cannot accept comments at the moment. Yours is saved on this device. It will be sent when the site can accept it and a comment page is open.",
      none: "waiting for a connection",
      sent: "Your earlier comment has been received.",
      look: "Check its progress",
      refused: "was refused.",
      open: "Open it",
    },
    stale: "This form has expired. Please open it again; your text is still below.",
    textExpected: "Enter some text.",
    tooLong: say("Use at most {most} characters; you have used {n}.", "n", "most"),
    nameExpected: "Enter a name of at most 80 characters.",
    languageExpected: "Enter a language’s name, such as Swahili.",
    contactExpected: "Use at most 200 characters.",
    busy: "There have been too many comments this hour. Your text is still below; please send it later.",
    full: "We have more comments to read than we can manage. Please try again in a few days.",
    closed: "Comments are closed here for now. Your text is still below, so you can save it.",
    blocked:
      "We do not accept comments from you here. Your text is still below, so you can save it.",
    slow: "There were many comments in a short time, so we have slowed this page down. Your text is still below; please send it in a quarter of an hour.",
    lost: "The page you wanted to comment on is no longer here. Your text is below, so you can save it.",
  },
  wrong: "Report a problem here",
  foot: "[How conversations work here, and who decides]. [The conversation in numbers].",
  slow: "There are many comments at the moment, so everything takes a little longer.",
  /** Why something is not shown: ready-made for the desk, read by whoever said it. */
  reasons: {
    unkind: "The comment attacks a person, not what they say.",
    person: "The comment says something about a person without their consent.",
    off: "The comment is off topic here.",
    sells: "The comment sells or advertises something.",
    unsure:
      "The comment could hurt people if it is wrong, and we could not find out whether it is true.",
    twice: "We received the comment twice; the other copy is shown.",
    unclear: "We could not understand the comment.",
    list: "The comment contains a word or link that this campaign does not show.",
    muted: "The people who run this campaign do not show comments from this account.",
  },
  mine: {
    title: "Your comment",
    thanks: "Thank you.",
    states: {
      waiting: "A moderator will read your comment before it is shown.",
      second: "One person has read your comment and asked another person to read it too.",
      accepted: "Shown.",
      refused: "Not shown.",
      withdrawn: "You withdrew this comment. It was removed.",
    },
    see: "See it there",
    behind:
      "Your comment is waiting behind the others, because there are many comments at the moment or because yours needs a closer look. You need not do anything: if your browser can do a small calculation on this page, your comment moves up.",
    proven:
      "Your browser has done the calculation, so your comment is now waiting in line with the others.",
    noProof: "The result of the calculation on this page is missing.",
    editWaits: "Your change is waiting to be read; until then, your original comment is shown.",
    reason: "Why",
    address: "Your address",
    keep: "Save this page: it is the only way to edit or withdraw your comment. Anyone who has the address can do so.",
    words: "Your comment",
    change: "Edit",
    changeSend: "Send the change",
    appeal: "Do you disagree?",
    appealHint: "You can ask for a second review once. Someone else will read your reasons.",
    appealSend: "Ask for a second review",
    recordingUntil: say("Your recording is kept for this review until {day}."),
    recordingGone: "Your recording has been deleted: only your text will be reviewed again.",
    appealed: "You asked for a second review.",
    takeBack: "Withdraw it",
    sure: "Erase my comment, here and wherever it was sent",
    unsure: "Nothing has been withdrawn: tick the box first.",
    takeBackSend: "Withdraw it",
  },
};

export const wordsIn = catalogue("conversation", en);

export type ConversationWords = typeof en;
