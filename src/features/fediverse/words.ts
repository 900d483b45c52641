/** The words of the fediverse's part of the desk, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "The fediverse",
  desk: {
    title: "Fediverse",
    help: "The fediverse is many servers of other people, such as Mastodon, that speak with each other. From there people follow your campaign and answer its stories. Here you see which servers follow, do something there in the campaign’s name, and keep somebody out.",
  },
  /** @param handle `@name@host` */
  lead: say(
    "Servers of other people, where stories and pledges are followed as {handle}. What is said there about something here waits in the conversation’s queue.",
  ),
  off: "This campaign does not speak with the fediverse: its addresses there answer that nothing stands there, and nothing is sent.",
  notHere:
    "Other servers cannot reach this one: its public address must begin with https and have no path. The operating page says how.",
  turnOff: "Stop speaking with the fediverse",
  turnOn: "Speak with the fediverse",
  held: "Held back after a restore",
  heldIs: counted(
    "{n} message waited when the backup was made. It may have gone out since.",
    "{n} messages waited when the backup was made. They may have gone out since.",
  ),
  heldSend: "Send them; whoever has them already knows them again",
  heldDrop: "Forget them",
  do: "Do something there",
  address: "Address of an account or a post, or a name such as @amina@social.example",
  what: "What",
  deeds: {
    follow: "Follow the account",
    unfollow: "Follow it no more",
    like: "Like the post",
    unlike: "Take the like back",
    boost: "Pass the post on to our followers",
    unboost: "Take that back",
    fetch: "Fetch the post and its thread for the queue",
  },
  doIt: "Do it",
  noAddress:
    "Expected the address of something on another server, or a name such as @amina@social.example.",
  nobody: "Nobody and nothing was found there. Please check the address.",
  failed: "It could not be done now. Please try again in a minute.",
  shut: "Kept out",
  shutLead:
    "Muted: nothing of theirs is shown. Blocked: nothing of theirs is taken, they follow us no more, and an account is told so by its server. What was shown before stays until the queue takes it down.",
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
    open: "takes what is sent",
    resting: "rests after failures",
    dead: "is written to no more",
  },
  followers: counted("{n} follower", "{n} followers"),
  waits: counted("{n} message waits", "{n} messages wait"),
  again: say("next try {when}"),
  following: "Whom we follow",
  followingNone: "We follow nobody.",
  asked: "asked",
  accepted: "follows",
  refused: "they refused",
  speaks: "What we speak",
  speaksWhat:
    "ActivityPub with WebFinger, NodeInfo 2.1 and signatures of both kinds (RFC 9421 and draft-cavage-12). Stories and pledges are articles, comments made here are notes. FEDERATION.md in the program’s folder says the rest.",
};

export const wordsIn = catalogue("fediverse", en);

export type Words = typeof en;
