/** The words of the fediverse's part of the desk, in Swahili. */
import { counting } from "../../../platform/words/counted.ts";
import type { Words } from "./en.ts";

const count = counting("sw");

export const sw: Words = {
  lang: "sw",
  title: "Fediverse",
  lead: (handle) =>
    `Seva za watu wengine, ambako hadithi na ahadi zinafuatwa kama ${handle}. Kinachosemwa huko kuhusu kitu cha hapa kinasubiri kwenye foleni ya mazungumzo.`,
  off: "Kampeni hii haizungumzi na fediverse: anwani zake huko zinajibu kwamba hakuna kitu, na hakuna kinachotumwa.",
  notHere:
    "Seva nyingine haziwezi kuifikia hii: anwani yake ya hadharani lazima ianze na https na isiwe na njia. Ukurasa wa uendeshaji unasema jinsi.",
  turnOff: "Acha kuzungumza na fediverse",
  turnOn: "Zungumza na fediverse",
  held: "Kilichozuiwa baada ya kurejesha nakala",
  heldIs: (n: number) =>
    count(n, {
      one: "Ujumbe {n} ulikuwa ukisubiri nakala ilipofanywa. Huenda umetumwa tangu hapo.",
      other: "Jumbe {n} zilikuwa zikisubiri nakala ilipofanywa. Huenda zimetumwa tangu hapo.",
    }),
  heldSend: "Zitume; aliyekwisha kuzipata atazitambua",
  heldDrop: "Zisahau",
  do: "Fanya kitu huko",
  address: "Anwani ya akaunti au chapisho, au jina kama @amina@social.example",
  what: "Nini",
  deeds: {
    follow: "Fuata akaunti",
    unfollow: "Acha kuifuata",
    like: "Penda chapisho",
    unlike: "Ondoa kupenda",
    boost: "Wapelekee chapisho wanaotufuata",
    unboost: "Rudisha hilo",
    fetch: "Leta chapisho na mfululizo wake kwenye foleni",
  },
  doIt: "Fanya",
  noAddress: "Andika anwani ya kitu kwenye seva nyingine, au jina kama @amina@social.example.",
  nobody: "Hakuna mtu wala kitu kilichopatikana huko. Tafadhali angalia anwani.",
  failed: "Haikuwezekana sasa. Tafadhali jaribu tena baada ya dakika moja.",
  shut: "Waliowekwa nje",
  shutLead:
    "Kunyamazishwa: hakuna chao kinachoonyeshwa. Kuzuiwa: hakuna chao kinachopokelewa, hawatufuati tena, na akaunti inaambiwa hivyo na seva yake. Kilichoonyeshwa kabla kinabaki hadi foleni ikiondoe.",
  who: "Anwani ya akaunti, au jina la seva kama social.example",
  how: "Vipi",
  muted: "nyamazisha",
  blocked: "zuia",
  isMuted: "imenyamazishwa",
  isBlocked: "imezuiwa",
  note: "Sababu, kwa dawati pekee",
  keepOut: "Weka nje",
  letIn: "Ruhusu tena",
  shutNone: "Hakuna aliyewekwa nje.",
  shutFull: "Orodha imejaa. Ruhusu mmoja kwanza.",
  servers: "Seva zinazofuata",
  serversNone: "Hakuna mtu kwenye seva nyingine anayefuata bado.",
  state: {
    open: "inapokea kinachotumwa",
    resting: "inapumzika baada ya kushindwa",
    dead: "haiandikiwi tena",
  },
  followers: (n) => count(n, { one: "mfuasi {n}", other: "wafuasi {n}" }),
  waits: (n) => count(n, { one: "ujumbe {n} unasubiri", other: "jumbe {n} zinasubiri" }),
  again: (when) => `jaribio lijalo ${when}`,
  following: "Tunaowafuata",
  followingNone: "Hatumfuati mtu.",
  asked: "imeombwa",
  accepted: "tunafuata",
  refused: "walikataa",
  speaks: "Tunachozungumza",
  speaksWhat:
    "ActivityPub pamoja na WebFinger, NodeInfo 2.1 na sahihi za aina zote mbili (RFC 9421 na draft-cavage-12). Hadithi na ahadi ni makala, maoni ya hapa ni vidokezo. FEDERATION.md kwenye folda ya programu inasema mengine.",
};
