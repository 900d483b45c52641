/** A form that was sent: one entry more or less, something made first, or saved. Nothing that was typed is lost. Rules KO3 to KO6. */
import { join } from "node:path";
import type { Fields } from "../../platform/folder/thing.ts";
import { bookLines } from "../../platform/texts/book-lines.ts";
import type { Reply } from "../../platform/web/reply.ts";
import { mediaRefused } from "../contributions/api.ts";
import { conflictReply } from "./conflict-desk.tsx";
import type { FormVisit } from "./coming.ts";
import { formPage, LEFT } from "./form-desk.tsx";
import { withAddress } from "./form/licences.ts";
import { pick } from "./form/picking.ts";
import { problemsIn, unpickedProblems } from "./form/problems.ts";
import { everyField, shapeOf, type Field } from "./form/shape.ts";
import { nextRow, patternOf, rowsIn, tidied, valueOf, type Typed } from "./form/typed.ts";
import { readPosted, type Posted } from "./posted.ts";
import { askContent } from "./private.ts";
import { saveThing } from "./saving.ts";
import { shortName } from "../../platform/addresses/short-name.ts";
import { TableRefused } from "./tables/intake.ts";
import { tableRefused, withCounts } from "./tables/preview.tsx";
import { isMadeHere, PART, pathOfThing } from "./visit.ts";

const MOST_LINE = 20_000; // characters of which sentences are found; a longer line stays as it is

interface Sent {
  readonly typed: Typed;
  readonly base: string;
  readonly back: string;
}

export async function postForm(at: FormVisit): Promise<Reply> {
  const { visit, serving, words } = at;
  await using open = new AsyncDisposableStack();
  const all = everyField(shapeOf(at.part));
  const tables = all.filter((f) => f.is === "media" && f.what === "table");
  const documents = new Set(all.flatMap((f) => (f.is === "hash" ? [`${f.at}_new`] : [])));
  const sortOf = (name: string) => {
    if (tables.some((field) => name === `${field.at}_new`)) return "table";
    return documents.has(patternOf(name)) ? "document" : "picture";
  };
  const blocks = new Set(all.flatMap((f) => (f.is === "markdown" ? [f.at] : [])));
  const work = join(serving.instance.folder.dir, "work");
  const posted = await readPosted(visit.req, open, work, sortOf, (name) =>
    blocks.has(patternOf(name)),
  );
  if ("status" in posted) return { unread: posted };
  const { do: deed = "", base = "", back = "", ...rest } = await withFiles(at, posted);
  const refused = Object.fromEntries(
    [...posted.refused].map(([field, error]) => [
      field.replace(/_new$/, ""),
      error instanceof TableRefused ? tableRefused(error, words) : mediaRefused(visit.lang, error),
    ]),
  );
  const sent: Sent = { typed: rest, base, back };
  if (posted.refused.size > 0)
    return { status: 422, page: await formPage(at, { ...sent, problems: refused }) };
  const [what = "", ...more] = deed.split(":");
  if (what === "add" || what === "drop")
    return { page: await formPage(at, { ...sent, typed: withRow(all, rest, what, more) }) };
  if (what === "up" || what === "down")
    return { page: await formPage(at, { ...sent, typed: withMoved(rest, what, more.join(":")) }) };
  if (what === "sentences") {
    const [field = ""] = more;
    const lang = rest["language"] || visit.lang;
    const text = (rest[field] ?? "").split("\n");
    const lines = text.flatMap((one) => (one.length > MOST_LINE ? one : bookLines(one, lang)));
    const typed = { ...rest, [field]: lines.join("\n") };
    return { page: await formPage(at, { ...sent, typed }) };
  }
  if (what === "make") return makeFirst(at, sent, more);
  if (posted.files.size > 0 && tables.length > 0)
    return { page: await formPage(at, { ...sent, trouble: words.look }) };
  return save(at, sent);
}

/** What was chosen is stored at once, so that it is there whatever else does not fit. */
async function withFiles(
  { serving, space, standing }: FormVisit,
  { typed, files, hashes }: Posted,
) {
  const { instance, now } = serving;
  const all: Record<string, string> = { ...typed };
  for (const [field, taken] of files) {
    const { media, bytes, width, height } = await instance.media.put(taken.path);
    const [hash = "", kind = ""] = media.split(".");
    const called = shortName(typed["name"] ?? typed["title"] ?? typed["properties.name"] ?? "");
    const name = `media/${called || space}-${hash.slice(0, 8)}.${kind}`;
    const file = { name, media, bytes, width: width ?? null, height: height ?? null, at: now() };
    const ask = askContent(instance.log.private);
    await ask.addFile(file);
    if (standing) await ask.shown({ subject: standing.subject, names: [name] });
    all[field.replace(/_new$/, "")] = name;
  }
  for (const field of Object.keys(all).filter((one) => one.endsWith("_out"))) {
    all[field.replace(/_out$/, "")] = "";
    delete all[field];
  }
  for (const [field, hash] of hashes) all[field.replace(/_new$/, "")] = hash;
  for (const field of Object.keys(all)) if (field.endsWith("_new")) delete all[field];
  return all;
}

const BEGUN = 4; // answers of a new question: those that nobody fills in are left out when it is saved

/** One entry more, with some in each list that it needs, or one less. */
function withRow(
  all: readonly Field[],
  typed: Typed,
  what: "add" | "drop",
  [name = "", kind = ""]: readonly string[],
): Typed {
  if (what === "add") {
    const next = nextRow(typed, name);
    const field = all.find(({ at }) => at === patternOf(name));
    if (field?.is !== "rows") return { ...typed, [next]: "" };
    const lists = (field.kinds.get(kind) ?? []).filter((f) => f.is === "rows" && !f.optional);
    const begun = lists.flatMap(({ key }) =>
      Array.from({ length: BEGUN }, (_, i) => [`${next}.${key}.${i}`, "row"] as const),
    );
    return { ...typed, [next]: field.kinds.has(kind) ? kind : "row", ...Object.fromEntries(begun) };
  }
  const rest = Object.entries(typed).filter(([key]) => key !== name && !key.startsWith(`${name}.`));
  return Object.fromEntries(rest);
}

/** An entry changes places with the one before or after it. */
export function withMoved(typed: Typed, what: "up" | "down", row: string): Typed {
  const dot = row.lastIndexOf(".");
  const [name, own] = [row.slice(0, dot), Number(row.slice(dot + 1))];
  const rows = rowsIn(typed, name);
  const other = rows[rows.indexOf(own) + (what === "up" ? -1 : 1)];
  if (!rows.includes(own) || other === undefined) return typed;
  const [from, to] = [`${name}.${own}`, `${name}.${other}`];
  const swapped = (key: string): string => {
    for (const [a, b] of [
      [from, to],
      [to, from],
    ] as const)
      if (key === a || key.startsWith(`${a}.`)) return b + key.slice(a.length);
    return key;
  };
  return Object.fromEntries(Object.entries(typed).map(([key, value]) => [swapped(key), value]));
}

/** The form is kept while something is made that it names. */
async function makeFirst(at: FormVisit, sent: Sent, [space = "", field = ""]: readonly string[]) {
  const { visit, serving, words, part, standing } = at;
  if (!isMadeHere(words, space)) return { to: PART };
  const { typed, base, back } = sent;
  const whole = { ...typed, base, back, [LEFT.field]: field, [LEFT.space]: space };
  const id = await askContent(serving.instance.log.private).keep({
    owner: visit.account.id,
    space: part.space,
    slug: standing?.slug ?? "",
    typed: JSON.stringify(whole),
    at: serving.now(),
  });
  await finish(at);
  const query = new URLSearchParams({ name: typed[field] ?? "", back: id });
  return { to: `${PART}/${space}/new?${query}` };
}

async function save(at: FormVisit, sent: Sent): Promise<Reply> {
  const { visit, serving, words, part, standing } = at;
  const fields = shapeOf(part);
  const counted = part.space === "datasets" ? await withCounts(at, sent.typed) : sent.typed;
  const stands = standing?.known.body?.["licence"] as { readonly name?: unknown } | undefined;
  const typed = tidied(fields, withAddress(counted, stands?.name));
  const picked = await serving.instance.snapshot((db) => pick(db, fields, typed));
  const value: Fields = valueOf(fields, typed, { lang: visit.lang, slugAt: picked.slugAt });
  const unsure = unpickedProblems(picked, words);
  const saved =
    picked.unpicked.length > 0
      ? { problems: [] }
      : await saveThing(serving, {
          part,
          slug: standing?.slug,
          base: sent.base,
          fields: value,
          frame: visit.frame,
          by: visit.account.name,
        });
  if ("conflict" in saved)
    return conflictReply(at, { ...sent, typed, mine: value }, saved.conflict);
  if ("problems" in saved) {
    const problems = { ...problemsIn(fields, typed, saved.problems, words), ...unsure };
    return { status: 422, page: await formPage(at, { ...sent, typed, picked, problems }) };
  }
  await finish(at);
  const noted = { about: `${part.space}/${saved.slug}` };
  return { to: await nextAfter(at, sent.back, saved.slug), noted };
}

/** The form that waited is saved, or waits with more in it under another id. */
async function finish({ visit, serving, part }: FormVisit): Promise<void> {
  const id = visit.search.get("form");
  if (id === null) return;
  const ask = askContent(serving.instance.log.private);
  const left = await ask.left({ id, owner: visit.account.id });
  if (left?.space === part.space) await ask.drop(id);
}

const DRAFT = /^[0-9a-f]{12}$/;

/** Where somebody goes on: in the form or the draft that they left, or at the thing. */
async function nextAfter({ visit, serving, part }: FormVisit, back: string, slug: string) {
  const own = `${pathOfThing(part.space, slug)}?done`;
  if (back === "") return own;
  if (DRAFT.test(back)) return `/desk/stories/${back}`;
  const owner = visit.account.id;
  const left = await askContent(serving.instance.log.private).left({ id: back, owner });
  if (!left) return own;
  const to = pathOfThing(left.space, left.slug === "" ? "new" : left.slug);
  return `${to}?${new URLSearchParams({ form: back, made: slug })}`;
}
