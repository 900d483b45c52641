/**
 * Who agreed to be in a draft: those whose consent came with a contribution, and those whose consent the desk took down. No record says
 * anything of them before the story is published. Rules T9 and T11.
 */
import { subjectAt } from "../../platform/addresses/addresses.ts";
import type { Db } from "../../platform/db/store.ts";
import { askConsents, type ConsentRow, ofPerson } from "./private/consents.ts";
import type { Privately } from "../../platform/private/part.ts";
import { askSubmissions, hashOf } from "../../platform/private/submissions.ts";
import type { Draft } from "../stories/model.ts";
import { peopleBySubject, type PersonCard } from "../people/api.ts";
import type { Asked, Named } from "./form.ts";
import { digestOf } from "./rest-text.ts";
import { endsOn, missingYes } from "./rest.ts";

/** One person's consent to be in a draft. */
export interface Agreed {
  readonly row: ConsentRow;
  readonly asked: Asked;
  readonly as: Named;
  /** The person's own yes to it is still missing (rule T23). */
  readonly waits?: Waits;
}
interface Waits {
  /** Of a story that somebody left: the day on which it is erased unless those who stay agree. */
  readonly ends?: string;
  /** How whoever sent it, and stays, can be reached. */
  readonly contact?: string;
}

/** Somebody of whom a record is still to be said: all that the person agreed to, and how the person will stand in public then. */
export interface Unsaid {
  readonly agreed: readonly Agreed[];
  readonly card: PersonCard;
  /** The person stands already, and only the consent is new. */
  readonly isKnown: boolean;
}

/** Whose the consents are that the desk took down for a draft. */
export const ownerOfDraft = (draft: string): string => hashOf(draft);

/** Before the address of a person whom this story alone names. */
export const TOLD = "told-";
export const isTold = (slug: string): boolean => slug.startsWith(TOLD);
export const addressOf = (of: string, n: number): string => `${TOLD}${of}-${n}`;

export async function agreedTo(
  ask: Privately,
  draft: Pick<Draft, "id" | "kind" | "source" | "text" | "said">,
): Promise<Agreed[]> {
  const { id, kind, source } = draft;
  if (kind === "translation") return []; // who is in it was settled with its original
  const sent = source === null ? undefined : await askSubmissions(ask).byId(source);
  const owners = [...(sent ? [sent.secret_hash] : []), ownerOfDraft(id)];
  const rows = await Promise.all(owners.map((owner) => askConsents(ask).of(owner)));
  return withWaits(ask, draft, agreedIn(rows.flat()));
}

/** Who of them has yet to say so themselves. What is published, or frozen to be, was agreed to as it is. */
async function withWaits(
  ask: Privately,
  { id, text, said }: Pick<Draft, "id" | "text" | "said">,
  agreed: readonly Agreed[],
): Promise<Agreed[]> {
  const rest = said === null ? await askConsents(ask).rest(id) : undefined;
  const yes = await askConsents(ask).yes(agreed.map(({ row }) => row.id));
  const texts = new Map(yes.map((one) => [one.consent, one.text]));
  const desk = ownerOfDraft(id);
  const all = agreed.map(({ row, as }) => ({
    slug: as.slug,
    text: texts.get(row.id),
    isOwn: row.n === 0 || row.subject !== null || row.owner === desk,
  }));
  const missing = new Set(missingYes(all, digestOf(text), rest !== undefined));
  const waits = rest
    ? { ends: endsOn(rest), ...(rest.contact !== null && { contact: rest.contact }) }
    : {};
  return agreed.map((one) => (missing.has(one.as.slug) ? { ...one, waits } : one));
}

/** Of these the ones who are named in what is to be published. */
export const agreedIn = (rows: readonly ConsentRow[]): Agreed[] =>
  rows.flatMap((row) => {
    const asked = JSON.parse(row.about) as Asked;
    return asked.as ? [{ row, asked, as: asked.as }] : [];
  });

/**
 * For what guardians agreed for children among these people, with whichever story that was recorded. Rule T30.
 * @param slugs addresses of people @param day on which it has to hold
 */
export async function agreedForChildren(
  db: Db,
  slugs: readonly string[],
  day: string,
): Promise<ReadonlySet<Asked["purposes"][number]>> {
  const all = agreedIn(await ofPerson(db, { subject: "", slugs }));
  const held = all.filter(
    ({ row, asked }) => asked.guardian !== undefined && row.given <= day && day <= asked.until,
  );
  return new Set(held.flatMap(({ asked }) => asked.purposes));
}

/** @param lang of the story: the language of a consent that names none */
export async function unsaidOf(
  db: Db,
  agreed: readonly Agreed[],
  lang: string,
): Promise<Map<string, Unsaid>> {
  const unsaid = new Map<string, Unsaid>();
  for (const [slug, all] of Map.groupBy(agreed, ({ as }) => as.slug)) {
    const known = await subjectAt(db, "people", slug);
    // Where the machine stopped between noting a person's subject and saying it, the person is still to be said.
    const open = all.filter(({ row }) => row.subject === null || !known);
    const [first] = open;
    if (!first) continue;
    const stands = known && (await peopleBySubject(db, [known.subject])).get(known.subject);
    if (known && !stands) continue; // withdrawn: nothing brings that person back but the person
    const consents = open.map(({ row, asked }) => consentOf(row, asked, lang));
    const { name, chosen } = first.as;
    const subject = first.row.id.repeat(2); // stands in for that of the record
    const fresh: PersonCard = { slug, subject, name, ...(chosen && { chosen }) };
    const { refused: _, ...before } = stands ?? fresh;
    const card = { ...before, consents: [...(before.consents ?? []), ...consents] };
    unsaid.set(slug, { agreed: open, card, isKnown: known !== undefined });
  }
  return unsaid;
}

/** What the public record says of it, but for its id and the hash of its proof. */
export function consentOf({ given }: ConsentRow, asked: Asked, lang: string) {
  const { purposes, channels, languages, machine, until, how: method } = asked;
  const all = languages.length > 0 ? [...languages] : [lang];
  return {
    purposes: [...purposes],
    channels: [...channels],
    languages: all,
    ...(machine && { machine }),
    until,
    method,
    given,
  };
}
