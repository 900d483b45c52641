/** The form of a contributed story: its fields, and what is kept of it. */
import type { What } from "./bounds.ts";
import { MAX_NUMBERED, MAX_PEOPLE } from "./bounds.ts";

export const PURPOSES = ["story", "photo", "film", "voice"] as const;
export const CHANNELS = ["web", "feed", "print", "fediverse", "mail"] as const;
export const METHODS = ["text", "voice recording", "signed form"] as const;
type Method = (typeof METHODS)[number];

/** Where a person can be said to be seen or heard: each photo by its number in the order in which they were chosen, or all of them. */
export const INS = [
  "photos",
  ...Array.from({ length: MAX_NUMBERED }, (_, i) => `photo${i + 1}`),
  "voice",
  "film",
  "sign",
];

/** What one person agreed to. Private: the public record names a random id alone. */
export interface Asked {
  /** Its place on the form; the one whose story it is stands first. */
  readonly n: number;
  readonly name: string;
  /** Who agrees for a child. */
  readonly guardian?: string;
  readonly purposes: readonly (typeof PURPOSES)[number][];
  readonly channels: readonly (typeof CHANNELS)[number][];
  /** Empty for the story's own and those of the site. */
  readonly languages: readonly string[];
  readonly until: string;
  readonly asked: string;
  readonly how: Method;
  /** No machine's translation may tell of the person. */
  readonly machine?: "no";
  /** The person's own words of agreement. */
  readonly words?: string;
  /** The upload that shows or says how it was agreed. */
  readonly proof?: string;
  /** Where the person is seen or heard: ids of uploads; once it is a draft, the names that its text has for them. */
  readonly files: readonly string[];
  /** Known to the draft that it is for. */
  readonly as?: Named;
}

/** How the person stands in the story. */
export interface Named {
  /** The address of the person: one that stands, or one of this story's own. */
  readonly slug: string;
  readonly name: string;
  readonly chosen?: true;
  /** The story's draft, and its address once it was published. */
  readonly draft: string;
  readonly story?: string;
}

export interface Sent {
  readonly id: string;
  readonly what: What;
  readonly kind: string;
  readonly bytes: number;
  /** What was taken out of it. */
  readonly note?: string;
}

export interface Contribution {
  /** A signing is a film of somebody who signs a book: the same form, asked of a book. */
  readonly for: "story" | "signing";
  /** The address of the book that is signed. */
  readonly book?: string;
  readonly title?: string;
  readonly text: string;
  readonly lang?: string;
  readonly naming: "own" | "chosen" | "none";
  readonly name?: string;
  readonly place?: string;
  /** The address of the programme of the story that led to the form. */
  readonly programme?: string;
  readonly helper?: { readonly name: string; readonly how: Method; readonly words?: string };
  /** What the photos show. */
  readonly shows?: string;
  readonly people: readonly Asked[];
  readonly files: readonly Sent[];
}

const OF_PERSON = [
  "name",
  "child",
  "guardian",
  ...PURPOSES,
  ...CHANNELS,
  "languages",
  "unmachined",
  "until",
  "asked",
  "how",
  "words",
  ...INS.map((one) => `in-${one}`),
];

/** The steps in which a story is told; a form that names none has all of them. */
export const STEPS = ["tell", "name", "agree"] as const;
export type Step = (typeof STEPS)[number];

/** The fields of the first two steps, those of files among them; every other one is of the last. */
const TELL_FIELDS = ["text", "shows", "book", "stated", "near", "programme"];
const NAME_FIELDS = [
  "naming",
  "name",
  "title",
  "place",
  "language",
  "helperName",
  "helperHow",
  "helperWords",
  "contact",
  "yes",
  "until",
];
const EARLY: ReadonlyMap<string, Step> = new Map([
  ...[...TELL_FIELDS, "photo", "voice", "film", "sign"].map((name) => [name, "tell"] as const),
  ...[...NAME_FIELDS, "proof"].map((name) => [name, "name"] as const),
]);

/** On which step a field stands, or what a file is. */
export const stepOf = (name: string): Step => EARLY.get(name) ?? "agree";

/** Of what does not fit, that of one step; of a form without steps, all. */
export const onStep = (
  step: Step | undefined,
  problems: Readonly<Partial<Record<string, string>>>,
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(problems).flatMap(([name, why]) =>
      why !== undefined && (step === undefined || stepOf(name) === step) ? [[name, why]] : [],
    ),
  );

export const FIELDS: ReadonlySet<string> = new Set([
  "id",
  "step",
  "uploads",
  "drop",
  "forget",
  "seen",
  ...TELL_FIELDS,
  ...NAME_FIELDS,
  ...Array.from({ length: MAX_PEOPLE }, (_, n) => OF_PERSON.map((name) => `p${n}-${name}`)).flat(),
]);

const AT_DESK = 100; // files of a story, with the portraits of those in it

/** Of the desk's form, which records one person's consent: how the person stands in the story, and in which of the draft's files. */
export const DESK_FIELDS: ReadonlySet<string> = new Set([
  "id",
  "person",
  "shown",
  "chosen",
  "given",
  "drop",
  "yes",
  "yes-how",
  ...OF_PERSON.map((name) => `p0-${name}`),
  ...Array.from({ length: AT_DESK }, (_, i) => `p0-in-photo${i + 1}`),
]);

/** Before the slug of a draft, where a submission names what it became. */
export const DRAFT = "draft:";

/** Somebody signs a book in it. */
export const isOffered = (about: object): about is Contribution & { readonly book: string } =>
  "for" in about && about.for === "signing";

export const isContribution = (about: object): about is Contribution =>
  "for" in about && about.for === "story";
