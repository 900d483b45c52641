/** The form of a contributed story: its fields, and what is kept of it. */
import type { What } from "./bounds.ts";
import { MAX_PEOPLE } from "./bounds.ts";

export const PURPOSES = ["story", "photo", "film", "voice"] as const;
export const CHANNELS = ["web", "feed", "print", "fediverse"] as const;
export const METHODS = ["text", "voice recording", "signed form"] as const;
export type Method = (typeof METHODS)[number];

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
}

export interface Sent {
  readonly id: string;
  readonly what: What;
  readonly kind: string;
  readonly bytes: number;
  /** What was taken out of it. */
  readonly note?: string;
}

export interface Told {
  readonly for: "story";
  readonly title?: string;
  readonly text: string;
  readonly lang?: string;
  readonly naming: "own" | "chosen" | "none";
  readonly name?: string;
  readonly place?: string;
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
  "until",
  "asked",
  "how",
];

export const FIELDS: ReadonlySet<string> = new Set([
  "id",
  "uploads",
  "title",
  "text",
  "language",
  "naming",
  "name",
  "place",
  "teller",
  "helperName",
  "helperHow",
  "helperWords",
  "shows",
  "contact",
  ...Array.from({ length: MAX_PEOPLE }, (_, n) => OF_PERSON.map((name) => `p${n}-${name}`)).flat(),
]);

/** Before the slug of a draft, where a submission names what it became. */
export const DRAFT = "draft:";

export const isTold = (about: object): about is Told => "for" in about && about.for === "story";
