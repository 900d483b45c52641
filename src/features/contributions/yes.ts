/** Whose own "I agree" to a draft is still missing, said by code or noted by the desk. Rules T23 and T24. */
import type { Privately } from "../../platform/private/part.ts";
import type { Draft } from "../stories/model.ts";
import { ownerOfDraft, type Agreed } from "./agreed.ts";
import { askConsents, type RestRow } from "./private/consents.ts";
import { digestOf } from "./rest-text.ts";
import { endsOn, missingYes } from "./rest.ts";

type Asked = Pick<Draft, "id" | "text" | "said">;

/** What hinders a draft until those who are in it have agreed themselves. */
export interface Unheard {
  /** Their addresses, each once. */
  readonly missing: readonly string[];
  /** Of a story that somebody left: the day on which it is erased unless they agree. */
  readonly ends?: string;
}

/** @param agreed everybody in it who consents */
export async function unheardIn(
  ask: Privately,
  draft: Asked,
  agreed: readonly Agreed[],
): Promise<Unheard> {
  // What is published, or frozen to be, was agreed to as it is.
  const rest = draft.said === null ? await askConsents(ask).rest(draft.id) : undefined;
  const missing = await missingIn(ask, draft, agreed, rest);
  return { missing, ...(rest && { ends: endsOn(rest) }) };
}

export async function missingIn(
  ask: Privately,
  draft: Asked,
  agreed: readonly Agreed[],
  rest: RestRow | undefined,
): Promise<string[]> {
  const said = await askConsents(ask).yes(agreed.map(({ row }) => row.id));
  const texts = new Map(said.map(({ consent, text }) => [consent, text]));
  const desk = ownerOfDraft(draft.id);
  const all = agreed.map(({ row, as }) => ({
    slug: as.slug,
    text: texts.get(row.id),
    isOwn: row.n === 0 || row.subject !== null || row.owner === desk,
  }));
  return missingYes(all, digestOf(draft.text), rest !== undefined);
}
