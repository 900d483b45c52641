/**
 * What a stranger's request may take, for each kind of work: the one place that says it. An operator sets others in
 * `limits.yaml` of the data folder (settings.ts), but of those that are fixed; docs/limits.md is written from both tables.
 */

/** How much one network may have, and all together. A network is a /24 of IPv4 or a /48 of IPv6 (../web/network.ts). */
export interface Share {
  readonly each: number;
  readonly total: number;
}

export interface Limits {
  /** What it is about, and what is protected by its bounds: one line for the operator. */
  readonly about: string;
  /** Requests at once. */
  readonly places?: Share;
  /** Requests within an hour. */
  readonly hour?: Share;
  /** Requests within a minute. */
  readonly minute?: Share;
  /** Bytes that lie here because of them: in memory while they are answered, or on the disk until they are settled. */
  readonly held?: Share;
  /** Bytes of one request, looked at before anything of it is parsed. */
  readonly bytes?: number;
  /** Seconds, after which the work and all that it began is ended. */
  readonly seconds?: number;
  /** The least bytes a second, over any minute: who sends less is cut off. */
  readonly rate?: number;
}

const KB = 1000;
const MB = 1000 * KB;

export const LIMITS = {
  connection: {
    about:
      "Open connections, also silent ones. Connections from this machine, a proxy's, are not counted.",
    places: { each: 1000, total: 8000 },
  },
  body: {
    about:
      "Whatever is sent with a body. Thirty phones behind one address at 9.6 kbit/s pass; who drips is cut off.",
    places: { each: 64, total: 512 },
    rate: 200,
    seconds: 900,
  },
  memory: {
    about: "Bodies that are held in memory until they are answered.",
    held: { each: 8 * MB, total: 32 * MB },
  },
  files: {
    about:
      "Forms with files: stories, recorded comments. Each is written to the disk before it is looked at.",
    places: { each: 32, total: 128 },
    bytes: 300 * MB,
  },
  upload: {
    about:
      "Files that come in pieces or with a form, on the disk until they are settled. Only bytes that are here count.",
    hour: { each: 300, total: 4000 },
    held: { each: 1500 * MB, total: 5000 * MB },
  },
  look: {
    about: "Files that are looked at, or wait for it; two are looked at at once.",
    places: { each: 30, total: 60 },
  },
  check: {
    about:
      "Badges that are checked, pasted or by a photo of their code: on the disk until they are answered. Forty at once of one school pass.",
    places: { each: 48, total: 192 },
    minute: { each: 240, total: 1200 },
    bytes: 12 * MB,
    seconds: 900,
  },
  form: {
    about: "Forms that a person at the desk reads.",
    hour: { each: 20, total: 200 },
  },
  rights: {
    about: "Requests about somebody's own data, at /rights: each is kept, and a person answers it.",
    hour: { each: 20, total: 300 },
  },
  objection: {
    about:
      "People who are hidden because somebody objected and nobody has decided yet. An objection beyond that is kept and hides nobody before a person has looked.",
    places: { each: 5, total: 100 },
  },
  step: {
    about:
      "Steps of a story that is being told: each is kept on the disk for a week, or until all of it is sent.",
    hour: { each: 200, total: 4000 },
  },
  report: {
    about: "Reports of what others said, and pages elsewhere for the hashtag's room.",
    hour: { each: 20, total: 300 },
  },
  comment: {
    about: "Comments in the conversation.",
    hour: { each: 60, total: 2000 },
  },
  subscription: {
    about: "Wishes for the newsletter: each is a mail to an address that a stranger typed.",
    hour: { each: 20, total: 300 },
  },
  signature: {
    about: "Signatures of the open letter: each is a mail to an address that a stranger typed.",
    hour: { each: 60, total: 600 },
  },
  signatureByHand: {
    about:
      "Signatures without a mail address, which wait for the desk; a school shares one network. They take nothing from those by mail.",
    hour: { each: 60, total: 200 },
  },
  guess: {
    about: "Codes of consent that are typed in; beyond it somebody guesses.",
    hour: { each: 30, total: 300 },
  },
  classCard: {
    about:
      "Cards of a class that are looked for by their code, of which there are 10^14; a truck full of classes shares one network.",
    hour: { each: 1500, total: 12_000 },
  },
  classAnswers: {
    about:
      "Answers of learners that are handed in, up to fifty at once; each writes to the disk. What is refused stays on the device and comes again.",
    minute: { each: 3000, total: 12_000 },
    bytes: 64 * KB,
  },
  sensor: {
    about:
      "What sensors of listening say. Each key has five times the share of a network, and takes nothing of the network's: a forest's sensors come through one line.",
    minute: { each: 12, total: 12_000 },
    bytes: 300,
  },
  sensorKey: {
    about: "Keys of sensors that are no sensor's; beyond it somebody guesses.",
    minute: { each: 30, total: 300 },
  },
  sensorDrawing: {
    about:
      "Coarse drawings of what sensors heard, one of each alarm; each key has five times the share of a network.",
    minute: { each: 4, total: 400 },
    bytes: 2880,
  },
  signInMail: {
    about:
      "Links to the desk that are asked for by mail; a school shares one address. Each account has bounds of its own.",
    hour: { each: 60, total: 20_000 },
  },
  signIn: {
    about:
      "Sign-ins at the desk of browsers that open no page of it: a phone that was lost or left lying is out then.",
    seconds: 12 * 3600,
  },
  records: {
    about:
      "Signed records that are posted: signatures are checked and the log's thread works on them.",
    places: { each: 8, total: 64 },
    bytes: MB,
    seconds: 60,
  },
  measurement: {
    about: "Bursts of a measurement of somebody's link; one among more would measure the others.",
    places: { each: 16, total: 64 },
    seconds: 30,
  },
  letter: {
    about: "What other servers hand in: bodies on their way.",
    places: { each: 16, total: 128 },
    bytes: 256 * 1024,
    seconds: 20,
  },
  federation: {
    about: "Requests of other servers that the federation's thread has not answered yet.",
    places: { each: 16, total: 64 },
  },
  result: {
    about: "Results of measurements that are handed in.",
    minute: { each: 60, total: 300 },
    bytes: 4 * KB,
  },
  search: {
    about: "Questions to the search: each reads the index of words.",
    minute: { each: 120, total: 1200 },
  },
  card: {
    about:
      "Share cards that have yet to be drawn: once for each page and language, and kept. Whoever asks for one that is kept takes nothing of it.",
    places: { each: 8, total: 24 },
    hour: { each: 300, total: 1500 },
  },
  backup: {
    about:
      "Backups that an owner takes away: each is read from the disk for as long as the line takes.",
    places: { each: 2, total: 2 },
  },
  epub: {
    about:
      "Books with films that are taken along as a file: each is read from the disk for as long as the line takes.",
    places: { each: 4, total: 16 },
  },
  page: {
    about:
      "Pages that have yet to be made, or wait for that; each takes some tens of milliseconds, and networks take turns. A school that opens a hundred new pages at once waits four seconds for the last. Pages that are kept take nothing of it.",
    places: { each: 100, total: 800 },
  },
  nearest: {
    about:
      "Questions to the search that found nothing, and for which the nearest is looked for; beyond it they are told that there is nothing.",
    minute: { each: 30, total: 200 },
  },
} as const satisfies Readonly<Record<string, Limits>>;

/** Bounds that no operator sets: what a guess may reach, and what a machine of ours holds of costly work, is worked out. */
export interface Fixed {
  readonly about: string;
  /** Pieces of such work at once, and those that wait for that. */
  readonly atOnce?: number;
  readonly waiting?: number;
  /** At work and waiting, of one network. */
  readonly eachNetwork?: number;
  /** Seconds for which one waits for it, and is then told to come again. */
  readonly patience?: number;
  /** Wrong tries in a row for one name from one network, and the seconds that the two together wait then. */
  readonly inARow?: number;
  readonly wait?: number;
  /** Wrong tries in a day for one name: from a network from which it never signed in, from all such, from one of its own. */
  readonly strangerADay?: number;
  readonly strangersADay?: number;
  readonly ownADay?: number;
  /** Names with a network that are remembered, in memory; the oldest are forgotten first. */
  readonly pairs?: number;
}

export const FIXED = {
  line: {
    about:
      "Requests on one connection, which are answered one after the other; no browser asks for the next before that. Who has more of them wait is cut off.",
    atOnce: 1,
    waiting: 16,
  },
  page: {
    about:
      "Pages that are made at once: as many as PostgreSQL has connections to read by. On SQLite each is made in one go.",
    atOnce: 4,
    eachNetwork: 2,
    patience: 10,
  },
  file: {
    about:
      "Files that are looked at at once: each has a program of its own, which takes up to 400 MB. Who finds no place to wait is told to come again.",
    atOnce: 2,
    waiting: 60,
  },
  picture: {
    about:
      "Pictures that are worked on at once: each has a process of its own, which takes up to 700 MB; a heavy one is worked on alone. Each of those that wait holds another place already.",
    atOnce: 2,
    waiting: 100,
  },
  card: {
    about:
      "Share cards that are drawn at once, in the processes for pictures: a quarter of a second of a processor each.",
    atOnce: 1,
    waiting: 24,
  },
  qr: {
    about:
      "Pictures in which the code of a badge is looked for at once: each has a thread of its own for at most 0.2 seconds of a processor, after at most 0.2 in which it is decoded and made small, which takes up to 256 MB. Networks take turns.",
    atOnce: 1,
    waiting: 60,
    eachNetwork: 40,
  },
  hash: {
    about:
      "PINs and codes that are compared at once: each costs 32 MB and some 60 ms of a processor. Known networks have as many places of their own.",
    atOnce: 2,
    waiting: 60,
    eachNetwork: 8,
  },
  pin: {
    about:
      "Guesses of a PIN, of which there are 10^8: from strange networks it takes 137 years. What is remembered takes some 10 MB.",
    inARow: 5,
    wait: 15 * 60,
    strangerADay: 20,
    strangersADay: 1000,
    pairs: 50_000,
  },
  code: {
    about:
      "Guesses of a code from an app, by whoever has the PIN or the mail already: three of 10^6 hold at any moment.",
    inARow: 5,
    wait: 15 * 60,
    strangerADay: 20,
    strangersADay: 100,
    ownADay: 50,
    pairs: 10_000,
  },
} as const satisfies Readonly<Record<string, Fixed>>;

export type Kind = keyof typeof LIMITS;
/** All limits that are in force. */
export type Table = Widened<typeof LIMITS>;
type Widened<T> = {
  readonly [K in keyof T]: T[K] extends number
    ? number
    : T[K] extends string
      ? string
      : Widened<T[K]>;
};

export const kindsOf = (limits: Table): Kind[] => Object.keys(limits) as Kind[];
