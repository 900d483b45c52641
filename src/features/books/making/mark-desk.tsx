/** A signing is marked at the desk, kept in private while it is in work, and said once it is published. Rules PB42 and PB43. */
import { subjectAt } from "../../../platform/addresses/addresses.ts";
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import type { Fields } from "../../../platform/web/handler.ts";
import type { Reply } from "../../../platform/web/reply.ts";
import { readSignCues, writeSignCues, type SignCue } from "../cues.ts";
import type { BookTables } from "../projection.ts";
import { askSignings } from "../private.ts";
import { cuesOf, marksOf, MOST_MARKS, NO_WORD, type Mark, type MarkProblem } from "./marks.ts";
import { MarkPage } from "./pages/mark.tsx";
import { eraseSigning } from "../erasing.ts";
import { publishSigning, withdrawSigning } from "./publish.ts";
import { markScript } from "./scripts.ts";
import { agreedFor, forgetAgreed } from "./signer.ts";
import { PART } from "./path.ts";
import { textIn } from "../text.ts";
import { watchedFilm } from "./watched.ts";
import { pageOf, pathOfDraft, signerOf, type DraftVisit } from "./visit.tsx";

const NAMES = Array.from({ length: MOST_MARKS }, (_, i) => [
  `s${i + 1}`,
  `w${i + 1}`,
  `from${i + 1}`,
  `to${i + 1}`,
]).flat();
export const MARK_FORM = {
  fields: ["base", "rows", "do", ...NAMES],
  most: 1_000_000, // bytes; two thousand rows as forms send them
};

type MarkVisit = DraftVisit<DeskVisit & Fields<string>>;

interface Coming {
  readonly marks?: readonly Mark[];
  readonly problems?: readonly MarkProblem[];
  readonly trouble?: string;
  readonly done?: string | undefined;
  readonly status?: number;
}

export async function showMarks(at: DraftVisit, coming: Coming = {}): Promise<Reply> {
  const { serving, book, draft, words, visit } = at;
  const agreed = await agreedFor(serving.instance.log.private, draft);
  const signer = await signerOf(serving, draft, agreed);
  const own = () =>
    marksOf(readSignCues(draft.cues) ?? [], textIn(book, draft.follows), draft.length);
  const { marks = own(), problems = [], trouble } = coming;
  const isPublished = (await standing(at)) !== undefined;
  const { base } = serving;
  const film = await watchedFilm(serving, draft);
  const props = { words, book, draft, film, signer, marks, problems, trouble, isPublished, base };
  const said = visit.search.get("said");
  const done =
    coming.done ??
    (said === "saved" || said === "isPublished" || said === "withdrawn" ? words[said] : undefined);
  const { title } = book.thing;
  const script = markScript.path;
  const page = pageOf(at, title, MarkPage(props), { script, done });
  return { status: coming.status ?? (trouble || problems.length > 0 ? 422 : 200), page };
}

/** The subject of the signing that it became, where that stands. */
export async function standing({ serving, draft }: DraftVisit): Promise<string | undefined> {
  return serving.instance.snapshot(async (db) => {
    const address = await subjectAt(db, "signings", draft.slug);
    if (!address) return undefined;
    const rows = db.withTables<BookTables>().selectFrom("signing").select("subject");
    return (await rows.where("subject", "=", address.subject).executeTakeFirst())?.subject;
  });
}

/** The form's buttons. `keep` is the script's, which saves while somebody marks. */
export async function postMarks(at: MarkVisit): Promise<Reply> {
  const { serving, visit, book, draft, words } = at;
  const { fields } = visit;
  const act = fields["do"] ?? "";
  const ask = askSignings(serving.instance.log.private);
  if (act === "withdraw") {
    await withdrawSigning(serving, draft);
    return { to: `${pathOfDraft(book, draft)}?said=withdrawn` };
  }
  if (act === "drop") {
    if (await standing(at)) return showMarks(at);
    await ask.drop(draft.slug);
    await forgetAgreed(serving, draft);
    // One that was withdrawn stands in the log with its film: deleted here it is gone there, too.
    const { snapshot } = serving.instance;
    const said = await snapshot((db) => subjectAt(db, "signings", draft.slug));
    if (said) await eraseSigning(serving, said.subject, "desk");
    return { to: `${PART}/${book.slug}?done` };
  }
  const marks = marksIn(fields);
  if (marks === undefined)
    return showMarks(at, { trouble: words.problems.tooMany, done: undefined });
  const [verb, n] = act.split(":");
  if (verb === "word") return showMarks(at, { marks: [...marks, NO_WORD] });
  if (verb === "remove") return showMarks(at, { marks: marks.toSpliced(Number(n) - 1, 1) });
  const read = cuesOf(marks, textIn(book, draft.follows), draft.length);
  const base = /^\d{1,9}$/.test(fields["base"] ?? "") ? Number(fields["base"]) : 0; // no version
  if ("problems" in read) {
    if (act === "keep") return { status: 422, json: { base } };
    return showMarks(at, { marks, problems: read.problems });
  }
  const saved = await keep(at, read.cues, base);
  if (saved === undefined) {
    if (act === "keep") return { status: 409, json: { base: draft.version } };
    return showMarks(at, { marks, trouble: words.bothSaved(draft.by), status: 409 });
  }
  if (act === "keep") return { json: { base: saved } };
  const now = { ...draft, version: saved };
  if (act !== "publish") return { to: `${pathOfDraft(book, draft)}?said=saved` };
  const path = { ...at, draft: now };
  if (!read.cues.some(({ word }) => word === undefined))
    return showMarks(path, { marks, trouble: words.noneMarked });
  const isSaid = await publishSigning(serving, book, {
    ...now,
    cues: writeSignCues(read.cues),
  });
  const { card } = await signerOf(serving, draft);
  if (!isSaid)
    return showMarks(path, { marks, trouble: words.missing(card?.name ?? words.somebody) });
  return {
    to: `${pathOfDraft(book, draft)}?said=isPublished`,
    noted: { about: `signings/${draft.slug}` },
  };
}

function marksIn(fields: Readonly<Record<string, string>>): Mark[] | undefined {
  const count = Number(fields["rows"] ?? 0);
  if (!(count >= 0 && count <= MOST_MARKS)) return undefined;
  return Array.from({ length: count }, (_, i): Mark => {
    const of = (name: string) => (fields[`${name}${i + 1}`] ?? "").trim();
    return { sentence: of("s"), word: of("w").slice(0, 60), from: of("from"), to: of("to") };
  });
}

/** @returns the version that it has now; undefined where somebody else saved since the form was made */
function keep(
  { serving, visit, draft }: DraftVisit,
  cues: readonly SignCue[],
  base: number,
): Promise<number | undefined> {
  const { slug } = draft;
  const by = visit.account.name;
  const set = { slug, cues: writeSignCues(cues), by, at: serving.now(), base };
  return askSignings(serving.instance.log.private).save(set);
}
