/** The words of the fediverse's part of the desk, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "The fediverse",
  desk: {
    title: "Fediverse",
    help: "The fediverse is a network of other people’s servers, such as Mastodon. People there can follow your campaign and reply to its stories. Here you see which servers follow, act there in the campaign’s name, and mute or block others.",
  },
  /** @param handle `@name@host` */
  lead: say(
    "Other people’s servers, where people follow stories and pledges as {handle}. Replies from there wait in the conversation’s queue.",
  ),
  off: "This campaign is not on the fediverse: its addresses there answer that nothing was found, and nothing is sent.",
  notHere:
    "Other servers cannot reach this one: its public address must begin with https and have no path. The operating guide says how.",
  turnOff: "Turn the fediverse off",
  turnOn: "Turn the fediverse on",
  held: "Held back after a restore",
  heldIs: counted(
    "{n} message was waiting when the backup was made. It may have gone out since.",
    "{n} messages were waiting when the backup was made. They may have gone out since.",
  ),
  heldSend: "Send them; servers that already have them recognise them",
  heldDrop: "Discard them",
  do: "Act there",
  address: "Address of an account or a post, or a name such as @amina@social.example",
  what: "What",
  deeds: {
    follow: "Follow the account",
    unfollow: "Stop following it",
    like: "Like the post",
    unlike: "Remove the like",
    boost: "Pass the post on to our followers",
    unboost: "Undo that",
    fetch: "Fetch the post and its thread for the queue",
  },
  doIt: "Do it",
  noAddress:
    "Expected the address of something on another server, or a name such as @amina@social.example.",
  nobody: "Nothing was found there. Please check the address.",
  failed: "That did not work. Please try again in a minute.",
  shut: "Kept out",
  shutLead:
    "Muted: nothing of theirs is shown. Blocked: nothing of theirs is taken, they no longer follow us, and their server tells the account. What was shown before stays until it is taken down in the queue.",
  who: "Address of an account, or the name of a server such as social.example",
  how: "How",
  muted: "mute",
  blocked: "block",
  isMuted: "muted",
  isBlocked: "blocked",
  note: "Why, for the desk alone",
  keepOut: "Keep out",
  letIn: "Let in again",
  shutNone: "Nobody is kept out.",
  shutFull: "The list is full. Let somebody in again first.",
  servers: "Servers that follow",
  serversNone: "Nobody on another server follows yet.",
  /** How a server takes what is sent. */
  state: {
    open: "receives what is sent",
    resting: "paused after failures",
    dead: "no longer sent to",
  },
  followers: counted("{n} follower", "{n} followers"),
  waits: counted("{n} message waits", "{n} messages wait"),
  again: say("next try {when}"),
  following: "Whom we follow",
  followingNone: "We follow nobody.",
  asked: "asked",
  accepted: "follows",
  refused: "they refused",
  speaks: "Protocols",
  speaksWhat:
    "ActivityPub with WebFinger, NodeInfo 2.1 and signatures of both kinds (RFC 9421 and draft-cavage-12). Stories and pledges are articles, comments made here are notes. FEDERATION.md in the program’s folder says the rest.",
};

export const wordsIn = catalogue("fediverse", en);

export type Words = typeof en;
