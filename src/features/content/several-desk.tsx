/** Several things of a list put into a topic at once, or taken out of it, and that taken back. Rule KO13 of README.md. */
import { deskPage } from "../../platform/accounts/pages.tsx";
import { SeveralDone, SeveralRefused } from "../../platform/accounts/several/parts.tsx";
import {
  FIELDS,
  MOST,
  MOST_FORM,
  ROWS,
  rowsIn,
  type Outcome,
  type Row,
} from "../../platform/accounts/several/ticked.ts";
import { wordsIn } from "../../platform/accounts/several/words.ts";
import { nameIn } from "../../platform/addresses/addresses.ts";
import { namesOf } from "../../platform/addresses/called.ts";
import type { DeskVisit } from "../../platform/accounts/door.ts";
import type { FolderPart } from "../../platform/folder/part.ts";
import { logHead } from "../../platform/log/reading.ts";
import type { JsonObject } from "../../platform/records/jcs.ts";
import { appendUnless, batchOf, NotSaid } from "../../platform/sent/speaker.ts";
import { readForm } from "../../platform/web/form-body.ts";
import type { Reply } from "../../platform/web/reply.ts";
import { askContent } from "./private.ts";
import { isGone, standingAt } from "./things.ts";
import { inTurn } from "./turn.ts";
import { editorOf, PART, type Content } from "./visit.ts";

const ROUNDS = 3; // somebody may save one of them while they are read

/** Whether things of this part stand in topics. */
export const hasTopics = ({ names }: FolderPart): boolean =>
  names !== undefined && "topics[]" in names;

const listOf = (space: string): string => editorOf(space) ?? `${PART}/${space}`;

/** The list: an address that is only posted to is opened where somebody had to come in first. */
export const showSeveral = async (_content: Content, { params }: DeskVisit): Promise<Reply> => ({
  to: listOf(params["space"]!),
});

export async function postSeveral(content: Content, visit: DeskVisit): Promise<Reply> {
  const form = await readForm(visit.req, [...FIELDS, "topic", "undo"], MOST_FORM, ROWS);
  if ("problem" in form) return { unread: form.problem };
  const { account, lang, params, frame } = visit;
  const space = params["space"]!;
  const part = content.parts.find((one) => one.space === space);
  const back = listOf(space);
  if (!part || !hasTopics(part)) return { to: back };
  const words = wordsIn(lang);
  const { title } = words;
  const rows = rowsIn(form.fields);
  const topic = frame.topics.find(({ id }) => id === form.fields.topic);
  const page = (main: ReturnType<typeof SeveralRefused>) =>
    deskPage({ account, lang, part: back, title, main });
  if (!topic || rows.length === 0 || rows.length > MOST) {
    const why = topic ? {} : { why: words.topics.which };
    const main = SeveralRefused({ title, rows, lang, back, ...why });
    return { status: 422, page: page(main) };
  }
  const isIn = form.fields.do === "in";
  const isUndo = form.fields.undo === "yes";
  const outcome = await inTurn(() =>
    change(content, { part, topic: topic.id, isIn, isUndo, rows, by: account.name }),
  );
  const n = outcome.done.length;
  const said = isUndo
    ? words.undone(n)
    : isIn
      ? words.topics.putIn(n, topic.name)
      : words.topics.takenOut(n, topic.name);
  const undo = {
    action: visit.path,
    fields: { topic: topic.id, do: isIn ? "out" : "in", undo: "yes" },
  };
  const main = SeveralDone({ title, said, outcome, lang, back, ...(!isUndo && { undo }) });
  const detail = `${isIn ? "in" : "out"} ${topic.id} ${n}`;
  return { page: page(main), noted: n > 0 && { about: space, detail } };
}

interface Changing {
  readonly part: FolderPart;
  readonly topic: string;
  readonly isIn: boolean;
  readonly isUndo: boolean;
  readonly rows: readonly Row[];
  readonly by: string;
}

/** All of them in one append, and none where somebody else was quicker: then what they stand at now is read. */
async function change({ serving }: Content, changing: Changing): Promise<Outcome> {
  const { speaker, instance } = serving;
  for (let round = 0; round < ROUNDS; round++) {
    const { size, found } = await speaker.snapshot(async (db) => {
      const all = [];
      for (const row of changing.rows) {
        const standing = await standingAt(db, changing.part, row.id);
        const called = standing && (await namesOf(db, [standing.subject])).get(standing.subject);
        all.push({ row, standing, called });
      }
      return { size: (await logHead(db))?.size ?? 0, found: all };
    });
    const batch = batchOf(speaker);
    const done: { id: string; name: string; was: string; said: string }[] = [];
    const left: Outcome["left"][number][] = [];
    let already = 0;
    for (const { row, standing, called } of found) {
      const body = standing?.known.body;
      const name = (body && nameIn(body)) ?? called?.name ?? row.id;
      if (!standing || !body || isGone(standing)) {
        left.push({ name, why: "gone" });
        continue;
      }
      const next = withTopic(body, changing, row);
      if (!next) already += 1;
      else if (called?.at !== row.stamp) left.push({ name, why: "changed" });
      else {
        const { subject, slug, known } = standing;
        batch.add({ kind: changing.part.edit, body: next.body, subject }, known.at);
        done.push({ id: slug, name, was: next.was, said: batch.records.at(-1)!.id });
      }
    }
    const about = batch.records.map(({ envelope }) => envelope.subject!);
    if (!(await appendUnless(speaker, batch.records, { about, size }))) continue;
    await askContent(instance.log.private).changed(
      batch.records.map(({ id, envelope }) => ({
        record: id,
        subject: envelope.subject!,
        author: changing.by,
      })),
    );
    const stamps = new Map(batch.records.map(({ id, envelope }) => [id, envelope.at]));
    return {
      done: done.map(({ said, ...one }) => ({ ...one, stamp: stamps.get(said)! })),
      already,
      left,
    };
  }
  throw new NotSaid("Expected the ticked rows to rest while one thing of all of them is changed.");
}

/** Undefined where it is so already. An undo puts it where it stood among the others. Pure. */
export function withTopic(
  body: JsonObject,
  { topic, isIn, isUndo }: Pick<Changing, "topic" | "isIn" | "isUndo">,
  { was }: Pick<Row, "was">,
): { readonly body: JsonObject; readonly was: string } | undefined {
  const topics = (body["topics"] as readonly string[] | undefined) ?? [];
  const at = topics.indexOf(topic);
  if (at >= 0 === isIn) return undefined;
  const { topics: _, ...rest } = body;
  const place = isUndo && /^\d{1,3}$/.test(was) ? Number(was) : topics.length;
  const next = isIn ? topics.toSpliced(place, 0, topic) : topics.toSpliced(at, 1);
  return { body: next.length === 0 ? rest : { ...rest, topics: next }, was: String(at) };
}
