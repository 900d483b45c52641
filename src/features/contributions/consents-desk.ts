/**
 * Who is in a draft and what each of them agreed to, at the desk: what came with a contribution is read, what was asked elsewhere is recorded
 * here, with a code to hand over. Nothing is said of anybody before the story is published. Rules T11 and T21.
 */
import { randomBytes } from "node:crypto";
import * as v from "valibot";
import { dayAt } from "../../engines/calendar/day.ts";
import type { DeskVisit } from "../../platform/accounts/door.ts";
import { deskPage } from "../../platform/accounts/pages.tsx";
import type { Serving } from "../../platform/feature.ts";
import { hashOf, isSecret, newSecret } from "../../platform/private/submissions.ts";
import { askConsents } from "./private/consents.ts";
import { askUploads, type Upload } from "./private/uploads.ts";
import type { Typed } from "../../platform/sent/sort.ts";
import { day } from "../../platform/folder/fields.ts";
import { addressOf, ownerOfDraft } from "./agreed.ts";
import type { AskedFor } from "./asked-for.ts";
import { codeOf, hashOfCode } from "../../platform/sent/code.ts";
import type { Reply } from "../../platform/web/reply.ts";
import { DESK_FIELDS, type Asked } from "./form.ts";
import { readMultipart } from "./multipart.ts";
import { ConsentsPage, type ConsentsProps } from "./pages/consents.tsx";
import { askDrafts } from "../stories/model.ts";
import { ownFiles } from "./own-files.ts";
import { digestOf } from "./rest-text.ts";
import { untilIn } from "./until.ts";
import { storeOf } from "./store-of.ts";
import { wordsIn } from "./words.ts";
import { isLine, readAsked } from "./read-form.ts";

export interface At {
  readonly serving: Serving;
  readonly visit: DeskVisit;
  readonly about: AskedFor;
  /** As it is now, after something was kept. */
  again(): Promise<AskedFor>;
}

const todayOf = ({ now }: Serving): string => dayAt(now());

/** Who agreed to what, and the form that records one more. */
export async function showConsents(
  { serving, visit, about }: At,
  more: Pick<ConsentsProps, "code" | "problems"> & { typed?: Typed } = {},
): Promise<Reply> {
  const today = todayOf(serving);
  const words = wordsIn(visit.lang);
  const person = visit.search.get("person") ?? undefined;
  const fresh = {
    ...untilIn(today),
    given: today,
    id: newSecret(),
    ...(isIn(about, person) && { person, "p0-name": nameOf(about, person) }),
    ...about.typed,
  };
  const { typed = fresh, ...rest } = more;
  const own = { ...words.consents, ...about.words };
  const main = ConsentsPage({ ...rest, typed, about, words: { ...words, consents: own } });
  const { account, lang } = visit;
  const page = deskPage({ account, lang, part: about.part, title: own.title, main });
  return { page, status: more.problems ? 422 : 200 };
}

/** Whether somebody of this address is named already. */
const isIn = ({ named }: AskedFor, slug: string | undefined): slug is string =>
  named.some(([one]) => one === slug);

/** What is known of the name of somebody who is named: as it was said with an earlier consent, else as it stands. */
const nameOf = ({ agreed, named }: AskedFor, slug: string): string =>
  agreed.find(({ as }) => as.slug === slug)?.asked.name ?? new Map(named).get(slug) ?? "";

/** One more is recorded, with a code to hand over; or one is taken out again. */
export async function takeConsent(at: At): Promise<Reply> {
  const { serving, visit, about } = at;
  const store = storeOf(serving);
  const ask = serving.instance.log.private;
  const words = wordsIn(visit.lang);
  const form = await readMultipart(visit.req, store, {
    names: DESK_FIELDS,
    words,
    most: { whole: serving.budgets.limits.files.bytes },
    by: serving.budgets.from(visit.req),
  });
  if ("status" in form) return { unread: form };
  const owner = ownerOfDraft(about.id);
  const { fields } = form;
  if (fields["drop"] !== undefined) {
    const one = about.agreed.find(({ row }) => row.id === fields["drop"] && row.owner === owner);
    await askConsents(ask).drop({ id: fields["drop"], owner });
    if (one?.row.subject === null && one.asked.proof) await store.drop([one.asked.proof]);
    return { to: visit.path };
  }
  if (fields["yes"] !== undefined) return noteYes(at, fields["yes"], fields["yes-how"] ?? "");
  const secret = isSecret(fields["id"] ?? "") ? fields["id"]! : newSecret();
  const typed = { ...fields, id: secret };
  const code = codeOf(secret, 0);
  const codeHash = await hashOfCode(code);
  const before = await askConsents(ask).byCode(codeHash);
  const problems: Record<string, string> = { ...form.refused };
  const key = hashOf(secret); // until it is recorded, the proof belongs to this form
  await ownFiles(store, form.came, key, {
    req: visit.req,
    by: serving.budgets.from(visit.req),
    refused: problems,
    words,
  });
  const proof = (await askUploads(ask).of(key)).find(({ state }) => state === "here");
  const files = [
    ...about.files.map((id) => ({ id, what: "photo" as const })),
    ...(proof ? [{ id: proof.id, what: "p0-proof" as const }] : []),
  ];
  const asking = { today: todayOf(serving), lang: about.lang, files, isTeller: false, words };
  const { shown = "", person } = fields;
  const isKnown = isIn(about, person);
  const name = fields["p0-name"] || (isKnown ? nameOf(about, person) : ""); // nobody types what is known
  const whole: Typed = { ...fields, "p0-name": name };
  const asked = readAsked(0, (field) => whole[field] ?? "", problems, asking);
  if (!isKnown && shown !== "" && !isLine(shown)) problems["shown"] = words.problems.line; // else no record could say it
  const { given = "" } = fields;
  if (!v.is(day, given) || given > asking.today) problems["given"] = words.problems.given;
  if (!asked && Object.keys(problems).length === 0)
    problems["p0-purposes"] = words.problems.purposes;
  if (!asked || Object.keys(problems).length > 0) return showConsents(at, { typed, problems });
  if (!before) await keep(at, { asked, typed, proof, key, codeHash });
  return showConsents({ ...at, about: await at.again() }, { code: [asked.name, code] });
}

/** Somebody agreed to the words as they are, and told the desk so: it is noted how. Rule T23. */
async function noteYes(at: At, consent: string, how: string): Promise<Reply> {
  const { serving, visit, about } = at;
  const ask = serving.instance.log.private;
  const one = about.agreed.find(({ row, waits }) => row.id === consent && waits);
  const draft = one && (await askDrafts(ask).get(about.id));
  if (!draft) return { to: visit.path }; // the person has agreed meanwhile, or is not in it any more
  if (!isLine(how))
    return showConsents(at, {
      problems: { [`yes-how-${consent}`]: wordsIn(visit.lang).agreeing.noteWrong },
    });
  const given = todayOf(serving);
  await askConsents(ask).agree({ consent, text: digestOf(draft.text), given, how });
  return { to: visit.path };
}

async function keep(
  { serving, about, visit }: At,
  {
    asked,
    typed,
    proof,
    key,
    codeHash,
  }: { asked: Asked; typed: Typed; proof: Upload | undefined; key: string; codeHash: string },
): Promise<void> {
  const ask = serving.instance.log.private;
  const owner = ownerOfDraft(about.id);
  const own = (await askConsents(ask).of(owner)).map((row) => row.n);
  const n = Math.max(-1, ...own) + 1;
  const [stands, known] = about.named.find(([slug]) => slug === typed["person"]) ?? [];
  const { unnamed } = wordsIn(visit.lang).accept;
  const as = {
    slug: stands ?? addressOf(about.people, n),
    name: known ?? (typed["shown"] || unnamed),
    ...(stands === undefined && typed["chosen"] === "yes" && { chosen: true as const }),
    draft: about.id,
  };
  const row = {
    id: randomBytes(16).toString("hex"),
    owner,
    n,
    about: JSON.stringify({ ...asked, as }),
    salt: randomBytes(16).toString("hex"),
    code: codeHash,
    given: typed["given"]!,
  };
  await askConsents(ask).add([row]);
  if (proof) await askUploads(ask).give({ from: key, to: owner });
  if (stands === undefined) await about.name(as.slug);
}
