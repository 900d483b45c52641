/** The desk publishes a pledge that was sent, and its sender takes it back with all that was opened for it. Rules P53 to P55. */
import * as v from "valibot";
import { slugFrom } from "../../engines/plaintext/slug.ts";
import { subjectAt } from "../../platform/addresses/addresses.ts";
import type { Db } from "../../platform/db/store.ts";
import { slug as slugForm } from "../../platform/folder/fields.ts";
import { standingAbout } from "../../platform/log/reading.ts";
import { type Submission, askSubmissions } from "../../platform/private/submissions.ts";
import { settleAs, takeUp, type Desk } from "../../platform/sent/desk.ts";
import { erasuresOf } from "../../platform/sent/erasing.ts";
import { openThing, takeBackThing, type Ends } from "../../platform/sent/opening.ts";
import { Refusal } from "../../platform/sent/refusal.ts";
import type { Problems, Typed } from "../../platform/sent/sort.ts";
import { sayAbout, type Speaker } from "../../platform/sent/speaker.ts";
import { holdsContact } from "../../platform/sent/way-to-reach.ts";
import { formatDay } from "../../platform/web/words.ts";
import {
  PARTNER_NAMED,
  PARTNER_WITHDRAWN,
  PartnerBody,
  type PartnerKind,
} from "../partners/api.ts";
import { eraseTranslations } from "../translations/api.ts";
import { isSentId } from "./commands.ts";
import { figureWords } from "./amounts.ts";
import {
  amountIn,
  amountProblem,
  dateProblem,
  nameOf,
  problemOf,
  seen,
  SORTS,
  textProblems,
  unitIn,
  type Made,
} from "./make.ts";
import { makeWordsIn } from "./make-words.ts";
import type { PledgeTables } from "./tables.ts";
import {
  CLAIM_MADE,
  DISPUTE_ANSWERED,
  PLEDGE_MADE,
  PLEDGE_WITHDRAWN,
  PledgeBody,
} from "./records.ts";

export const MAKE_ACCEPT_FIELDS = [
  "as",
  "partner",
  "name",
  "kind",
  "slug",
  "what",
  "summary",
  "metric",
  "value",
  "unit",
  "where",
  "by",
  "counting",
  "checking",
  "goal",
] as const;

const MAX_SLUG = 60; // characters
const ENDS: Ends = new Map([
  [PLEDGE_MADE, PLEDGE_WITHDRAWN],
  [PARTNER_NAMED, PARTNER_WITHDRAWN],
]);

/** What the desk's form begins with. */
export function begunWith({ id, about }: Pick<Submission, "id" | "about">): Typed {
  const made = JSON.parse(about) as Made;
  const { sort, what, value, unit, where, by, counting = "", checking = "" } = made;
  const name = nameOf(made);
  const partner = slugFrom(name, MAX_SLUG) || `pledger-${id}`;
  return {
    partner,
    name,
    kind: SORTS[sort],
    slug: slugFrom(`${name} ${what}`, MAX_SLUG) || `pledge-${id}`,
    what,
    summary: "",
    metric: what,
    value: String(value),
    unit,
    where,
    by,
    counting,
    checking,
    goal: "",
  };
}

/** @returns the path at which it stands, what does not fit, in the language of the desk, or why it was not done */
export const acceptMade = (
  desk: Desk,
  { id }: Submission,
  came: Typed,
  lang: string,
  own: string,
): Promise<string | Problems | Refusal> =>
  takeUp(desk, id, (submission) => publish(desk, submission, withSummary(seen(came), own), lang));

async function publish(
  desk: Desk,
  submission: Submission,
  typed: Typed,
  lang: string,
): Promise<string | Problems | Refusal> {
  const { id, received } = submission;
  const words = makeWordsIn(lang);
  const { problems: say } = words.accept;
  const { as, partner = "", slug = "", by = "", unit = "" } = typed;
  if (as !== "new" && as !== "standing") return { as: say.as };
  const value = amountIn(typed["value"], lang);
  const problems = {
    ...textProblems(typed, words),
    ...problemOf("value", amountProblem(value, unitIn(unit, lang), words)),
    ...problemOf("by", dateProblem(by, received, words)),
    ...(!v.is(slugForm, slug) && { slug: say.slug }),
    ...(!v.is(slugForm, partner) && { partner: say.slug }),
    ...(as === "new" && !v.is(PartnerBody.entries.kind, typed["kind"]) && { kind: say.kind }),
    ...contactIn(typed, submission, say.contact),
  };
  if (Object.keys(problems).length > 0) return problems;
  const [pledger, stands] = await desk.speaker.snapshot(async (db) => [
    (await subjectAt(db, "partners", partner))?.subject,
    (await subjectAt(db, "pledges", slug)) !== undefined,
  ]);
  if (as === "standing" && pledger === undefined) return { partner: say.nothingThere };
  if (as === "new" && stands && pledger === undefined) return { slug: say.taken };
  const opened =
    as === "standing" ? pledger : await openPledger(desk.speaker, typed, partner, received);
  if (opened === undefined) return { partner: say.taken };
  const body = pledgeBody(typed, {
    pledger: opened,
    value: value as number,
    unit: unitIn(unit, lang),
    from: received,
  });
  const fits = v.safeParse(PledgeBody, body);
  if (!fits.success)
    return new Refusal(`Expected ${fits.issues[0].message} in what is to be published.`);
  const opening = { space: "pledges", slug, kind: PLEDGE_MADE, body };
  const subject = await openThing(desk.speaker, opening);
  if (subject === undefined) return { slug: say.taken };
  // P55: who was named for a pledge alone goes with the last of them.
  const isOurs = as === "new" || (await askSubmissions(desk.private).madeFor(opened));
  const made = isOurs ? [subject, opened] : [subject];
  const became = { space: "pledges", subject };
  const undo = () => takeBackAll(desk.speaker, subject, made);
  const refused = await settleAs(desk, { id, state: "accepted", became, made }, undo);
  return refused ?? `/pledges/${slug}`;
}

/** Where the desk says nothing else, a sentence from the fields, in the language in which records speak. */
function withSummary(typed: Typed, own: string): Typed {
  const { summary = "", what = "", where = "", by = "", unit = "" } = typed;
  const value = amountIn(typed["value"], own);
  if (summary !== "" || typeof value === "string") return typed;
  const { summaryOf } = makeWordsIn(own).accept;
  const figure = figureWords({ value, unit: unitIn(unit, own) }, own);
  return { ...typed, summary: summaryOf(what, figure, where, formatDay(by, own)) };
}

const BY_PLEDGER = "Withdrawn by whoever made the pledge.";

/** In public it is withdrawn, and every word of it is erased, with the figures that came from the pledger. */
export async function takeBackMade(
  { speaker }: Desk,
  { subject, made }: Submission,
): Promise<void> {
  if (subject !== null) await takeBackAll(speaker, subject, made?.split(" ") ?? [subject]);
}

async function takeBackAll(
  speaker: Speaker,
  pledge: string,
  made: readonly string[],
): Promise<void> {
  await eraseTranslations(speaker, "pledges", pledge, BY_PLEDGER);
  await takeBackThing(speaker, pledge, ENDS, "whole");
  await eraseFigures(speaker, pledge);
  for (const one of made)
    if (one !== pledge && !(await speaker.snapshot((db) => hasPledges(db, one)))) {
      await eraseTranslations(speaker, "partners", one, BY_PLEDGER);
      await takeBackThing(speaker, one, ENDS, "whole");
    }
}

async function eraseFigures(speaker: Speaker, pledge: string): Promise<void> {
  const records = await speaker.snapshot((db) => standingAbout(db, pledge));
  const bodies = records.flatMap(({ kind, body, bodyHash }) => {
    const { by, id } = (body ?? {}) as { readonly by?: string; readonly id?: string };
    const isOwn = kind === CLAIM_MADE && by === "pledger" && isSentId(id ?? "");
    return (isOwn || (kind === DISPUTE_ANSWERED && body !== null)) && bodyHash ? [bodyHash] : [];
  });
  await sayAbout(speaker, pledge, ...erasuresOf(bodies, BY_PLEDGER));
}

/** Whether a pledge that stands is made or joined by them. */
async function hasPledges(db: Db, partner: string): Promise<boolean> {
  const one = await db
    .withTables<PledgeTables>()
    .selectFrom("pledge_partner")
    .select("subject")
    .where("partner", "=", partner)
    .limit(1)
    .executeTakeFirst();
  return one !== undefined;
}

function openPledger(
  speaker: Speaker,
  { name = "", kind = "", summary = "" }: Typed,
  slug: string,
  since: string,
): Promise<string | undefined> {
  const body = { name, kind: kind as PartnerKind, summary, standing: "joined", since };
  return openThing(speaker, { space: "partners", slug, kind: PARTNER_NAMED, body });
}

function pledgeBody(
  typed: Typed,
  more: Readonly<Record<"pledger" | "unit" | "from", string>> & { readonly value: number },
): object {
  const { what, summary, metric, by, where, counting, checking, goal } = typed;
  const said = { title: what, summary, metric, by, where, counting, checking };
  const present = Object.entries(said).filter(([, text]) => text !== undefined && text !== "");
  return {
    kind: "pledge",
    ...Object.fromEntries(present),
    pledger: more.pledger,
    unit: more.unit,
    target: more.value,
    from: more.from,
    ...(goal === "yes" && { goal: true }),
  };
}

const PUBLIC = ["name", "what", "summary", "metric", "unit", "where", "counting", "checking"];

/** A contact is never published, also where it was typed among the words; the number of the pledge is none. */
function contactIn(typed: Typed, { contact }: Submission, say: string): Problems {
  const { value = "" } = typed;
  const wrong = PUBLIC.filter((field) => {
    const { [field]: text = "" } = typed;
    return holdsContact(value === "" ? text : text.replaceAll(value, ""), contact);
  });
  return Object.fromEntries(wrong.map((field) => [field, say]));
}
