/** What pages ask about the conversation. */
import type { Db } from "../../platform/db/store.ts";
import { LADDER_USE, rungsOf, type Ladder } from "../../platform/media/ladder/rungs-of.ts";
import { PAGE_SIZE, PAGE_WEIGHT } from "./bounds.ts";
import type { SaidComment } from "./fold.ts";
import type { ConversationTables } from "./projection.ts";

export const ORDERS = ["oldest", "newest", "helpful"] as const;
export type Order = (typeof ORDERS)[number];

/** A comment where it stands in its thread. */
export interface CommentLine {
  readonly subject: string;
  readonly id: string;
  /** How many it is away from the thing that all are about; 0 for those that answer none. */
  readonly depth: number;
  /** What it answers, where that is somebody's words. */
  readonly answers?: {
    readonly id: string;
    readonly name?: string;
    /** It stands on another page. */
    readonly isElsewhere?: true;
  };
  /** UTC milliseconds. */
  readonly said: number;
  /** Absent where it was taken back. */
  readonly comment?: SaidComment;
  readonly gone?: "author" | "desk";
  readonly helped: number;
}
export interface Thread {
  readonly lines: readonly CommentLine[];
  /** Comments that stand, on all pages. */
  readonly total: number;
  /** This one, and how many there are. */
  readonly page: number;
  readonly pages: number;
  /** What was made of its recordings. */
  readonly ladders: ReadonlyMap<string, Ladder>;
}

type Node = Pick<
  ConversationTables["comment"],
  "subject" | "id" | "answers" | "said" | "gone" | "weight"
> & { readonly helped: number | null };

interface Shape {
  readonly about: string;
  readonly nodes: readonly Node[];
}

/** Which page: by its number, or the one on which a comment stands. */
interface PageWanted {
  readonly order?: Order;
  readonly page?: number;
  readonly comment?: string | undefined;
  /** The thread’s shape where it is known: it is read otherwise. */
  readonly shape?: Shape;
}

/** One page of a thread: each answer stands below what it answers. A page that is not there has no lines. */
export async function threadPage(
  db: Db,
  about: string,
  { order = "oldest", page = 1, comment, shape }: PageWanted = {},
): Promise<Thread> {
  const { nodes } = shape?.about === about ? shape : await shapeOf(db, about);
  const pages = cut(flatten(nodes, order));
  const pageOf = new Map(pages.flatMap((all, i) => all.map(({ node }) => [node.id, i + 1])));
  const number = comment === undefined ? page : (pageOf.get(comment) ?? 0);
  const here = pages[number - 1] ?? [];
  const states = await statesOf(
    db,
    here.flatMap(({ node, parent }) => [node, parent ?? []].flat()),
  );
  const lines = here.map(({ node, parent, depth }): CommentLine => {
    const { subject, id, said } = node;
    const line = { subject, id, depth, said, helped: node.helped ?? 0, ...states.get(subject)! };
    if (!parent) return line;
    const { name } = states.get(parent.subject)?.comment ?? {};
    const answers = {
      id: parent.id,
      ...(name !== undefined && { name }),
      ...(pageOf.get(parent.id) !== number && { isElsewhere: true as const }),
    };
    return { ...line, answers };
  });
  const total = nodes.filter(({ gone }) => gone === null).length;
  const ladders = await rungsOf(
    db,
    lines.map((line) => line.comment?.recording?.file.media),
  );
  return { lines, total, page: number, pages: pages.length, ladders };
}

/** Into pages that stay light however long its comments are; one page at least, which may be empty. */
function cut(flat: readonly Placed[]): readonly Placed[][] {
  const pages: Placed[][] = [[]];
  let weight = 0;
  for (const placed of flat) {
    const last = pages.at(-1)!;
    weight += placed.node.weight;
    if (last.length > 0 && (last.length >= PAGE_SIZE || weight > PAGE_WEIGHT)) {
      pages.push([placed]);
      ({ weight } = placed.node);
    } else last.push(placed);
  }
  return pages;
}

/** What a page that shows it rests on besides: lighter files come after the record. */
export const laddersIn = ({ lines }: Pick<Thread, "lines">): readonly string[] =>
  lines.some(({ comment }) => comment?.recording) ? [LADDER_USE] : [];

/** How many comments stand about each of these. */
export async function commentCounts(
  db: Db,
  abouts: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (abouts.length === 0) return new Map();
  const rows = await mine(db)
    .selectFrom("comment")
    .select((eb) => ["about", eb.fn.countAll<number>().as("count")])
    .where("about", "in", [...abouts])
    .where("state", "is not", null)
    .groupBy("about")
    .execute();
  return new Map(rows.map(({ about, count }) => [about, count]));
}

/** A comment by its own id, with its subject. */
export async function commentById(
  db: Db,
  id: string,
): Promise<{ readonly subject: string; readonly comment: SaidComment } | undefined> {
  const row = await mine(db)
    .selectFrom("comment")
    .select(["subject", "state"])
    .where("id", "=", id)
    .where("state", "is not", null)
    .executeTakeFirst();
  return row && { subject: row.subject, comment: JSON.parse(row.state!) as SaidComment };
}

/** Whether a comment of this id was taken back, and none stands. */
export async function isGone(db: Db, id: string): Promise<boolean> {
  const rows = await mine(db).selectFrom("comment").select("gone").where("id", "=", id).execute();
  return rows.length > 0 && rows.every(({ gone }) => gone !== null);
}

/** A comment by the record that opened it. */
export async function commentOf(db: Db, subject: string): Promise<SaidComment | undefined> {
  const row = await mine(db)
    .selectFrom("comment")
    .select("state")
    .where("subject", "=", subject)
    .executeTakeFirst();
  return row?.state == null ? undefined : (JSON.parse(row.state) as SaidComment);
}

/** How often this was liked and helped, with the subject that says so. */
export async function countOf(db: Db, about: string) {
  const row = await mine(db)
    .selectFrom("reaction_count")
    .select(["subject", "likes", "boosts", "helped"])
    .where("about", "=", about)
    .orderBy("subject")
    .executeTakeFirst();
  if (!row) return undefined;
  const { subject, ...count } = row;
  return { subject, count };
}

/** Those of these that stand, by the records that opened them. */
export async function commentsBySubject(
  db: Db,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, SaidComment>> {
  if (subjects.length === 0) return new Map();
  const rows = await mine(db)
    .selectFrom("comment")
    .select(["subject", "state"])
    .where("subject", "in", [...subjects])
    .where("state", "is not", null)
    .execute();
  return new Map(rows.map(({ subject, state }) => [subject, JSON.parse(state!) as SaidComment]));
}

/** What stands below what in a whole thread, without the words, which may be many. */
export async function shapeOf(db: Db, about: string): Promise<Shape> {
  const rows = await mine(db)
    .selectFrom("comment")
    .select(["comment.subject", "comment.id", "comment.answers", "comment.said", "comment.gone"])
    .select((eb) => [
      "comment.weight",
      eb
        .selectFrom("reaction_count")
        .select(({ fn }) => fn.max<number>("reaction_count.helped").as("most"))
        .whereRef("reaction_count.about", "=", "comment.id")
        .as("helped"),
    ])
    .where("comment.about", "=", about)
    .orderBy("comment.at")
    .orderBy("comment.subject")
    .execute();
  // What was taken down and is shown again stands under its own id once more: its gap is filled.
  const shown = new Set(rows.filter(({ gone }) => gone === null).map(({ id }) => id));
  return { about, nodes: rows.filter(({ gone, id }) => gone === null || !shown.has(id)) };
}

interface Placed {
  readonly node: Node;
  readonly parent?: Node;
  readonly depth: number;
}

/** Depth first, without recursion: a chain of answers may be as long as the thread. What was taken back stays while something answers it. */
function flatten(nodes: readonly Node[], order: Order): Placed[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const answersTo = Map.groupBy(nodes, ({ id, answers }) =>
    answers !== null && answers !== id && byId.has(answers) ? answers : "",
  );
  const inOrder = sorted(answersTo.get("") ?? [], order);
  const stack: Placed[] = inOrder.toReversed().map((node) => ({ node, depth: 0 }));
  const flat: Placed[] = [];
  const left = new Set(nodes);
  for (let at = stack.pop(); at; at = stack.pop()) {
    if (!left.delete(at.node)) continue;
    flat.push(at);
    const { node, depth } = at;
    // Answers stand in the order in which they were said: they speak to one another.
    for (const next of (answersTo.get(node.id) ?? []).toReversed())
      stack.push({ node: next, parent: node, depth: depth + 1 });
  }
  flat.push(...[...left].map((node) => ({ node, depth: 0 }))); // which answer one another in a circle
  return flat.filter(({ node }) => node.gone === null || answersTo.has(node.id));
}

function sorted(nodes: readonly Node[], order: Order): readonly Node[] {
  if (order === "newest") return nodes.toReversed();
  if (order === "helpful") return nodes.toSorted((a, b) => (b.helped ?? 0) - (a.helped ?? 0));
  return nodes;
}

async function statesOf(db: Db, nodes: readonly Node[]) {
  const subjects = [...new Set(nodes.map(({ subject }) => subject))];
  if (subjects.length === 0) return new Map<string, Pick<CommentLine, "comment" | "gone">>();
  const rows = await mine(db)
    .selectFrom("comment")
    .select(["subject", "state", "gone"])
    .where("subject", "in", subjects)
    .execute();
  return new Map(
    rows.map(({ subject, state, gone }): [string, Pick<CommentLine, "comment" | "gone">] => [
      subject,
      state === null
        ? { gone: gone as "author" | "desk" }
        : { comment: JSON.parse(state) as SaidComment },
    ]),
  );
}

const mine = (db: Db) => db.withTables<ConversationTables>();
