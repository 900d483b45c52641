/** What can be said of a newsletter: its words and what it points to, in the order in which they are read. */
import * as v from "valibot";
import {
  day,
  inBody,
  language,
  line,
  listOf,
  paragraph,
  slug,
  withdrawal,
} from "../../platform/folder/fields.ts";
import type { Kinds } from "../../platform/records/kind.ts";

export const NEWSLETTER_SENT = "newsletter.sent/1";
export const NEWSLETTER_EDITED = "newsletter.edited/1";
export const NEWSLETTER_WITHDRAWN = "newsletter.withdrawn/1";

export const MAX_PARTS = 20;
export const PARTS = ["words", "story", "event", "pledge", "photo"] as const;
export type PartSort = (typeof PARTS)[number];

const partForm = <Ref extends v.GenericSchema>(ref: Ref) =>
  v.strictObject({
    /** Markdown. */
    words: v.optional(paragraph),
    story: v.optional(ref),
    event: v.optional(ref),
    pledge: v.optional(ref),
    /** One that stands in a story, which may be shown for as long as that story may: its cover, or one by its name there. */
    photo: v.optional(v.strictObject({ story: ref, name: v.optional(slug) })),
  });

const translation = v.strictObject({
  language,
  title: line,
  summary: v.optional(paragraph),
  /** For each part that is words, in their order. */
  words: v.optional(listOf(paragraph, MAX_PARTS)),
});

/** The form over one side: slugs in a file, subjects in a record. */
export const newsletterForm = <Ref extends v.GenericSchema>(side: { readonly ref: Ref }) => ({
  title: line,
  summary: v.optional(paragraph),
  language,
  published: day,
  parts: v.pipe(
    v.array(partForm(side.ref), "a list of parts"),
    v.minLength(1, "at least one part"),
    v.maxLength(MAX_PARTS, `at most ${MAX_PARTS} parts`),
  ),
  translations: v.optional(listOf(translation, 40)),
});

export const NewsletterBody = v.pipe(
  v.strictObject(newsletterForm(inBody)),
  v.check(({ parts }) => parts.every(isOnePart), "in each part one thing"),
);
export type Newsletter = Readonly<v.InferOutput<typeof NewsletterBody>>;
export type Part = Newsletter["parts"][number];

/** Each part is one thing: words, a story, an event, a pledge or a photo. */
export const isOnePart = (part: object): boolean => Object.keys(part).length === 1;

export const newsletterKinds: Kinds = {
  [NEWSLETTER_SENT]: { opens: true, body: NewsletterBody },
  [NEWSLETTER_EDITED]: { opens: false, body: NewsletterBody },
  [NEWSLETTER_WITHDRAWN]: { opens: false, body: withdrawal },
};
