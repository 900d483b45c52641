/** Who is in a film of a signing and what each agreed to, as the desk takes it down; back from there the film lies as it did. Rule PB42. */
import { randomBytes } from "node:crypto";
import type { Reply } from "../../../platform/web/reply.ts";
import { type AskedFor, consentPages, isTold } from "../../contributions/api.ts";
import { askSignings, AT_DESK } from "../private.ts";
import { PART } from "./path.ts";
import { agreedFor, askedId } from "./signer.ts";
import { pathOfDraft, signerOf, type DraftVisit } from "./visit.tsx";

export async function showAgreed(at: DraftVisit): Promise<Reply> {
  const { serving, visit } = at;
  if (isSent(at)) return { to: pathOfDraft(at.book, at.draft) };
  const { showConsents } = await consentPages();
  return showConsents({ serving, visit, about: await about(at), again: () => about(at) });
}

export async function takeAgreed(at: DraftVisit): Promise<Reply> {
  const { serving, visit, draft } = at;
  if (isSent(at)) return { to: pathOfDraft(at.book, draft) };
  const again = async () => {
    await settle(at);
    return about(at);
  };
  const { takeConsent } = await consentPages();
  const reply = await takeConsent({ serving, visit, about: await about(at), again });
  await settle(at); // one may have been taken out
  return reply;
}

/** What came with its consents has them, and whoever gave them has the codes. */
const isSent = ({ draft: { source } }: DraftVisit): boolean =>
  source !== null && source !== AT_DESK;

async function about(at: DraftVisit): Promise<AskedFor> {
  const { serving, book, draft, words, visit } = at;
  const agreed = await agreedFor(serving.instance.log.private, { ...draft, source: AT_DESK });
  const { card, subject } = await signerOf(serving, draft);
  const name = visit.search.get("name")?.slice(0, 200) ?? "";
  const told = new Map(agreed.map(({ as }) => [as.slug, as.name]));
  if (subject !== undefined && card) told.set(draft.signer, card.name);
  const [, own] = /^told-([0-9a-f]{12})-/.exec(draft.signer) ?? [];
  const isKnown = told.has(draft.signer);
  return {
    id: askedId(draft),
    people: own ?? randomBytes(6).toString("hex"),
    path: pathOfDraft(book, draft),
    part: PART,
    agreed,
    files: [draft.media],
    film: words.film,
    named: [...told],
    lang: draft.follows,
    purposes: ["film", "voice"],
    typed: {
      "p0-in-photo1": "yes",
      ...(isKnown && { person: draft.signer, "p0-name": told.get(draft.signer)! }),
      ...(!isKnown && name !== "" && { shown: name, "p0-name": name }),
    },
    words: words.consents,
    name: async () => undefined,
  };
}

/** The draft knows that its consents stand here, and who of them signs. */
async function settle({ serving, draft }: DraftVisit): Promise<void> {
  const ask = serving.instance.log.private;
  const agreed = await agreedFor(ask, { ...draft, source: AT_DESK });
  const isNamed = !isTold(draft.signer) || agreed.some(({ as }) => as.slug === draft.signer);
  const [first] = agreed;
  await askSignings(ask).asked({
    slug: draft.slug,
    source: first ? AT_DESK : null,
    ...(first && !isNamed && { signer: first.as.slug }),
  });
}
