/** The words of the fediverse's part of the desk, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  title: "The fediverse",
  desk: {
    title: "Fediverse",
    help: "The fediverse is a network of servers run by other people, such as Mastodon servers. People there can follow your campaign and reply to its stories. Use this page to see which servers follow you, act in the campaign’s name, and mute or block others.",
  },
  /** @param handle `@name@host` */
  lead: say(
    "People on other servers can follow stories and pledges through {handle}. Their replies wait in the queue under Conversation.",
  ),
  off: "This campaign is not on the fediverse. Its fediverse addresses do not work, and nothing is sent to other servers.",
  notHere:
    "Other servers cannot reach this server: its public address must begin with https and have no path. The operating guide explains how to set it.",
  turnOff: "Turn the fediverse off",
  turnOn: "Turn the fediverse on",
  held: "Messages held back after a restore",
  heldIs: counted(
    "{n} message was waiting when the backup was made, and may have been sent since.",
    "{n} messages were waiting when the backup was made, and may have been sent since.",
  ),
  heldSend: "Send the messages (servers will recognise any they already have)",
  heldDrop: "Discard the messages",
  do: "Act there",
  address: "Address of an account or a post, or a name such as @amina@social.example",
  what: "What",
  deeds: {
    follow: "Follow the account",
    unfollow: "Stop following it",
    like: "Like the post",
    unlike: "Remove the like",
    boost: "Share the post with our followers",
    unboost: "Undo that",
    fetch: "Add the post and its thread to the queue",
  },
  doIt: "Do it",
  noAddress:
    "Enter the address of an account or post on another server, or a name such as @amina@social.example.",
  nobody: "Nothing was found at this address. Please check it.",
  failed: "This did not work. Please try again in a minute.",
  shut: "Kept out",
  shutLead:
    "Posts from muted accounts and servers are not shown. Nothing is accepted from blocked accounts and servers, and they no longer follow us; blocked accounts are told of the block by their own servers. Posts already shown remain until they are taken down in the queue.",
  who: "Address of an account, or the name of a server such as social.example",
  how: "How",
  muted: "mute",
  blocked: "block",
  isMuted: "muted",
  isBlocked: "blocked",
  note: "Reason, shown only to the desk",
  keepOut: "Keep out",
  letIn: "Let in again",
  shutNone: "Nobody is muted or blocked.",
  shutFull: "The list is full. Unmute or unblock someone first.",
  servers: "Servers that follow us",
  serversNone: "We have no followers on other servers yet.",
  /** How a server takes what is sent. */
  state: {
    open: "receives what we send",
    resting: "paused after failures",
    dead: "no longer receives posts",
  },
  followers: counted("{n} follower", "{n} followers"),
  waits: counted("{n} message waiting", "{n} messages waiting"),
  again: say("next try {when}"),
  following: "Accounts we follow",
  followingNone: "We do not follow anyone.",
  asked: "asked",
  accepted: "follows",
  refused: "request refused",
  speaks: "Protocols",
  speaksWhat:
    "This server uses ActivityPub with WebFinger, NodeInfo 2.1 and both kinds of signature (RFC 9421 and draft-cavage-12). Stories and pledges are sent as articles, and comments made here as notes. FEDERATION.md in the program’s folder has the details.",
};

export const wordsIn = catalogue("fediverse", en);

export type Words = typeof en;
