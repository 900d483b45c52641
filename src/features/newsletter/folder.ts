/** `newsletters/<slug>.yaml` of the campaign folder. What comes in from a file stands in the archive; no mail goes out of it. */
import * as v from "valibot";
import { inFile } from "../../platform/folder/fields.ts";
import type { FolderPart } from "../../platform/folder/part.ts";
import {
  isOnePart,
  NEWSLETTER_EDITED,
  NEWSLETTER_SENT,
  NEWSLETTER_WITHDRAWN,
  newsletterForm,
} from "./records.ts";

const NewsletterFile = v.strictObject(newsletterForm(inFile));

export const newsletterFolder: FolderPart = {
  space: "newsletters",
  form: "yaml-files",
  path: "newsletters",
  schema: NewsletterFile,
  opening: NEWSLETTER_SENT,
  edit: NEWSLETTER_EDITED,
  withdrawal: NEWSLETTER_WITHDRAWN,
  refs: {
    "parts[].story": "stories",
    "parts[].event": "events",
    "parts[].pledge": "pledges",
    "parts[].photo.story": "stories",
  },
  media: [],

  check(thing, problem) {
    const { parts } = thing as v.InferOutput<typeof NewsletterFile>;
    for (const [i, part] of parts.entries())
      if (!isOnePart(part))
        problem(
          `parts.${i}`,
          `expected one of words, story, event, pledge and photo, found ${Object.keys(part).join(" and ") || "none"}`,
        );
  },
};
