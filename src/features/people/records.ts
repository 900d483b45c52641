/** What can be said of a person: portrayed in a story, or the author of one. */
import * as v from "valibot";
import {
  day,
  flag,
  inBody,
  languages,
  line,
  listOf,
  oneOf,
  paragraph,
  slug,
  source,
  withdrawal,
} from "../../platform/folder/fields.ts";
import type { Kinds } from "../../platform/records/kind.ts";
import type { Wording } from "../../platform/texts/wording.ts";

export const PERSON_NAMED = "person.named/1";
export const PERSON_EDITED = "person.edited/1";
export const PERSON_WITHDRAWN = "person.withdrawn/1";

const PURPOSES = ["story", "photo", "film", "voice"] as const;
const CHANNELS = ["web", "feed", "print", "fediverse", "mail"] as const;
export type Purpose = (typeof PURPOSES)[number];
export type Channel = (typeof CHANNELS)[number];

/** What a person agreed to, and until when. The proof itself is never a record. */
const consent = v.strictObject({
  purposes: listOf(oneOf(...PURPOSES)),
  channels: listOf(oneOf(...CHANNELS)),
  languages,
  until: day,
  method: oneOf("text", "voice recording", "signed form"),
  given: day,
  /** Whether what a machine translated may tell of the person. */
  machine: v.optional(oneOf("yes", "no")),
});
export type Consent = Readonly<v.InferOutput<typeof consent>>;

/** A public role, why naming the person for it is fair to them, and how far that goes: what it leaves out is `ROLE_ALONE`. */
const role = v.strictObject({
  text: line,
  source,
  weighed: v.optional(line),
  channels: v.optional(listOf(oneOf(...CHANNELS))),
  languages: v.optional(languages),
  /** Whether what a machine translated may tell of the person. */
  machine: v.optional(oneOf("yes", "no")),
  until: v.optional(day),
});
export type Role = Readonly<v.InferOutput<typeof role>>;

export const CONSENT_GIVEN = "consent.given/1";
export const CONSENT_WITHDRAWN = "consent.withdrawn/1";

/** Somebody stands nowhere for a while; once every hold is let go, as before. */
export const PERSON_HELD = "person.held/1";
export const PERSON_RELEASED = "person.released/1";
/** Why: an objection waits to be decided about, somebody asked to be frozen, or a restore does not know who withdrew since. */
const HOLDS = ["objection", "restriction", "restore"] as const;
export type HoldBy = (typeof HOLDS)[number];
/** Each hold is let go by a word of its own kind; one that says none is an objection. */
export const PersonHeld = v.strictObject({ day, by: v.optional(oneOf(...HOLDS)) });

export const heldKinds: Kinds = {
  [PERSON_HELD]: { opens: false, body: PersonHeld },
  [PERSON_RELEASED]: { opens: false, body: PersonHeld },
};

const random = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/, "a random id of 32 hex digits"));

/** Said about a person: what was agreed to, under a random id. Who asked, who agreed for a child and the proof itself stay private. */
export const ConsentGiven = v.strictObject({
  ...consent.entries,
  id: random,
  /** SHA-256 of a salt and the proof; the desk can show both to whoever may ask. */
  proof: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, "a hash of 64 hex digits")),
});
/** Said about a person: one consent, or all of them, ends on this day. */
export const ConsentWithdrawn = v.strictObject({ id: v.optional(random), day });

/** As what somebody who was erased is remembered, by a keyed hash of the name (V86). */
export const PERSON = "person";

/** The form over one side: slugs and paths in a file, subjects and stored files in a record. */
export const personForm = <Ref extends v.GenericSchema, Picture extends v.GenericSchema>(side: {
  readonly ref: Ref;
  readonly picture: Picture;
}) => ({
  name: line,
  /** The name is one that the person chose for this page. */
  chosen: v.optional(flag),
  walk: v.optional(slug),
  title: v.optional(line),
  organisation: v.optional(line),
  partner: v.optional(side.ref),
  place: v.optional(side.ref),
  bio: v.optional(paragraph),
  role: v.optional(role),
  /** Publishes here under an account of their own. */
  account: v.optional(flag),
  consent: v.optional(consent),
  photo: v.optional(side.picture),
});

export const PersonBody = v.strictObject(personForm(inBody));

/** What it says in the languages of the campaign. */
export const PERSON_WORDING: Wording = {
  space: "people",
  texts: ["title", "role.text", "bio", "alt"],
  names: ["name", "organisation", "credit"],
};

export const personKinds: Kinds = {
  [PERSON_NAMED]: { opens: true, body: PersonBody, personal: true, files: "agreed" },
  [PERSON_EDITED]: { opens: false, body: PersonBody, personal: true, files: "agreed" },
  [PERSON_WITHDRAWN]: { opens: false, body: withdrawal },
  [CONSENT_GIVEN]: { opens: false, body: ConsentGiven },
  [CONSENT_WITHDRAWN]: { opens: false, body: ConsentWithdrawn },
  ...heldKinds,
};
