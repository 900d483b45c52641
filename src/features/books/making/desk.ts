/** The addresses of making at the desk. */
import type { Serving } from "../../../platform/feature.ts";
import type { Extra } from "../../../platform/web/extra.ts";
import { sendScript } from "../../../platform/web/script.ts";
import { begin, showBegin } from "./begin-desk.tsx";
import { showBook, takeUpSigning } from "./book-desk.tsx";
import { showAgreed, takeAgreed } from "./consents-desk.ts";
import { MARK_FORM, postMarks, showMarks } from "./mark-desk.tsx";
import { markScript, recordScript } from "./scripts.ts";
import { postText, showText, TEXT_FORM } from "./translate-desk.tsx";
import { PART } from "./path.ts";
import { atBook, atDraft } from "./visit.tsx";

export function makingAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { of } = serving.door;
  const book = `${PART}/:slug`;
  return {
    [`GET ${markScript.path}`]: sendScript(markScript),
    [`GET ${recordScript.path}`]: sendScript(recordScript),
    [`GET ${book}`]: of("publish", atBook(serving, showBook)),
    [`POST ${book}`]: of("publish", ["open"], atBook(serving, takeUpSigning)),
    [`GET ${book}/text`]: of("publish", atBook(serving, showText)),
    [`POST ${book}/text`]: of("publish", TEXT_FORM, atBook(serving, postText)),
    [`GET ${book}/sign`]: of(
      "publish",
      atBook(serving, (at) => showBegin(at)),
    ),
    [`POST ${book}/sign`]: of("publish", atBook(serving, begin)),
    [`GET ${book}/sign/:tag`]: of(
      "publish",
      atDraft(serving, (at) => showMarks(at)),
    ),
    [`GET ${book}/sign/:tag/consents`]: of("publish", atDraft(serving, showAgreed)),
    [`POST ${book}/sign/:tag/consents`]: of("publish", atDraft(serving, takeAgreed)),
    [`POST ${book}/sign/:tag`]: of("publish", MARK_FORM, atDraft(serving, postMarks)),
  };
}
