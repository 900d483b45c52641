/**
 * Records of others that name somebody who is erased. What others said goes on standing without the name: it is said anew with
 * a mark in its place, and the bodies that hold the name are erased. Where it cannot be said anew, as what another key signed,
 * or what is the person's own statement, the body is erased alone. Rule HD5.
 */
import * as v from "valibot";
import { SLUG_BOUND } from "../../platform/addresses/addresses.ts";
import type { Db } from "../../platform/db/store.ts";
import type { FolderPart } from "../../platform/folder/part.ts";
import { LASTING } from "../../platform/log/kinds.ts";
import type { LogTables } from "../../platform/log/tables.ts";
import type { JsonObject } from "../../platform/records/jcs.ts";
import type { Kinds } from "../../platform/records/kind.ts";
import type { Sentence } from "../../platform/sent/speaker.ts";
import type { FoundRecord } from "./found.ts";
import { MARK, type Matching } from "./matching.ts";

/** How kinds of record are said anew. */
export interface Forms {
  readonly kinds: Kinds;
  readonly parts: readonly FolderPart[];
}

export interface Anew {
  readonly subject: string;
  /** What stands from now on, in place of what named the person. */
  readonly says: readonly Sentence[];
  /** The bodies that go. */
  readonly bodies: readonly string[];
  /** Kinds of which the last word goes and nothing takes its place. */
  readonly ends: readonly string[];
}

const WITHDRAWN = /\.withdrawn\//;
const MARKS = [MARK, "erased"]; // the second where a form wants letters

export async function sayingAnew(
  db: Db,
  matching: Matching,
  records: readonly FoundRecord[],
  { own, forms }: { readonly own: string; readonly forms: Forms },
): Promise<Anew[]> {
  const naming = records.filter(
    ({ isWaiting, kind, hits }) =>
      !isWaiting && !LASTING.has(kind) && hits.some((hit) => !hit.isExact),
  );
  const anew: Anew[] = [];
  for (const [subject, found] of Map.groupBy(naming, (one) => one.subject)) {
    const about = await saidAbout(db, subject);
    const says: Sentence[] = [];
    const ends: string[] = [];
    for (const record of found) {
      if (!stands(record, about, forms)) continue;
      const sentence = record.isOwn ? undefined : without(record, matching, { own, forms });
      if (sentence) says.push(sentence);
      else ends.push(record.kind);
    }
    anew.push({ subject, says, bodies: found.map(({ bodyHash }) => bodyHash), ends });
  }
  return anew;
}

interface Said {
  readonly id: string;
  readonly kind: string;
  readonly lang: unknown;
}

/** In reading order. */
async function saidAbout(db: Db, subject: string): Promise<Said[]> {
  const rows = await db
    .withTables<LogTables>()
    .selectFrom("record")
    .select(["id", "kind", "document"])
    .where("subject", "=", subject)
    .orderBy("at")
    .orderBy("id")
    .execute();
  return rows.map(({ id, kind, document }) => {
    const say =
      document && (JSON.parse(Buffer.from(document).toString("utf8")) as { say: JsonObject }).say;
    return { id, kind, lang: say?.["lang"] };
  });
}

/** Whether it is what is read today, and no earlier word or one about what was taken back. */
function stands(
  { id, kind, body }: FoundRecord,
  about: readonly Said[],
  { parts }: Forms,
): boolean {
  const part = partOf(kind, parts);
  if (!part) return true;
  const { opening, edit, withdrawal, translation } = part;
  const last = (kinds: readonly string[], lang?: unknown) =>
    about.findLast((one) => kinds.includes(one.kind) && (lang === undefined || one.lang === lang));
  if (last([opening, edit, withdrawal])?.kind === withdrawal) return kind === withdrawal;
  return (
    last(
      kind === translation?.kind ? [kind] : [opening, edit],
      kind === translation?.kind ? body["lang"] : undefined,
    )?.id === id
  );
}

const partOf = (kind: string, parts: readonly FolderPart[]): FolderPart | undefined =>
  parts.find(({ opening, edit, withdrawal, translation }) =>
    [opening, edit, withdrawal, translation?.kind].includes(kind),
  );

/** The same without the name; undefined where it cannot be said so. */
function without(
  record: FoundRecord,
  matching: Matching,
  { own, forms }: { readonly own: string; readonly forms: Forms },
): Sentence | undefined {
  const { kind, body, author, hits } = record;
  const part = partOf(kind, forms.parts);
  const isThing = part !== undefined && kind === part.opening;
  const to = isThing ? part.edit : kind;
  if (part === undefined && !WITHDRAWN.test(kind) && kind !== SLUG_BOUND) {
    const isTheirs = hits.some(({ isWhole }) => isWhole); // the person's own name under it
    if (author !== own || isTheirs || forms.kinds[kind]?.opens) return undefined;
  }
  const schema = forms.kinds[to]?.body;
  if (!schema) return undefined;
  for (const mark of kind === SLUG_BOUND ? [record.subject.slice(0, 8)] : MARKS) {
    const said = matching.without(body, mark) as JsonObject;
    if (v.safeParse(schema, said).success) return { kind: to, body: said };
  }
  return undefined;
}
