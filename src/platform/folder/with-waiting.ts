/** The log as an export reads it, with what waits for its day as if it had been said. */
import type { JsonObject } from "../records/jcs.ts";
import { sha256, type LogRecord } from "../records/record.ts";
import { toBody } from "./body.ts";
import type { ExportLog, Standing } from "./folder-log.ts";
import { parseFile } from "./parse.ts";
import type { FolderPart } from "./part.ts";
import { withMarkdown } from "./thing.ts";
import type { WaitingFile, WaitingRoom } from "./waiting-room.ts";

interface WithWaiting extends ExportLog {
  /** What names something that no record has said yet, and so stands in no folder. */
  readonly leftOut: readonly {
    readonly space: string;
    readonly slug: string;
    readonly reason: string;
  }[];
}

export async function withWaiting(
  log: ExportLog,
  parts: readonly FolderPart[],
  read: WaitingRoom["read"],
): Promise<WithWaiting> {
  const more = new Map<string, Standing>();
  const leftOut: { space: string; slug: string; reason: string }[] = [];
  for (const part of parts) {
    const rows = part.dayOf ? await read(part) : [];
    if (rows.length === 0) continue;
    const { space } = part;
    const all = new Map(await log.things(space, kindsOf(part)));
    const subjectAt = await subjectsFor(part, log, parts);
    for (const [slug, files] of Map.groupBy(rows, (row) => row.slug)) {
      const known = all.get(slug) ?? { subject: sha256(`${space}/${slug}`), records: [] };
      try {
        const said = files.map((file) => saidBy(part, file, { known, subjectAt }));
        all.set(slug, { ...known, records: [...known.records, ...said] });
      } catch (error) {
        if (!(error instanceof Unsaid)) throw error;
        leftOut.push({ space, slug, reason: error.message });
      }
    }
    more.set(space, new Map([...all].toSorted(([a], [b]) => (a < b ? -1 : 1))));
  }
  return {
    leftOut,
    async things(space, kinds) {
      const all = more.get(space);
      if (!all) return log.things(space, kinds);
      const ofKinds = ({ records, ...thing }: Known) => ({
        ...thing,
        records: records.filter(({ kind }) => kinds.includes(kind)),
      });
      return new Map([...all].map(([slug, thing]) => [slug, ofKinds(thing)]));
    },
  };
}

type Known = Standing extends ReadonlyMap<string, infer Thing> ? Thing : never;
type SubjectAt = (space: string, slug: string) => string;

class Unsaid extends Error {}

const kindsOf = ({ opening, edit, withdrawal, translation, beside }: FolderPart): string[] => [
  opening,
  edit,
  withdrawal,
  ...(translation ? [translation.kind] : []),
  ...(beside?.kinds ?? []),
];

async function subjectsFor(
  { refs }: FolderPart,
  log: ExportLog,
  parts: readonly FolderPart[],
): Promise<SubjectAt> {
  const subjects = new Map<string, string>();
  for (const space of new Set(Object.values(refs))) {
    const { opening } = parts.find((one) => one.space === space)!;
    for (const [slug, { subject }] of await log.things(space, [opening]))
      subjects.set(`${space}/${slug}`, subject);
  }
  return (space, slug) => {
    const subject = subjects.get(`${space}/${slug}`);
    if (subject === undefined)
      throw new Unsaid(`it waits for its day and names ${space}/${slug}, which is said with it`);
    return subject;
  };
}

function saidBy(
  part: FolderPart,
  { slug, lang, text, files }: WaitingFile,
  { known, subjectAt }: { readonly known: Known; readonly subjectAt: SubjectAt },
): LogRecord {
  const media = new Map(files.map(({ name, ...file }) => [name, file]));
  const path = `${part.path}/${slug}${lang === "" ? "" : `.${lang}`}.md`;
  const { things, translations } = parseFile(part, path, text);
  const { subject, records } = known;
  const record = { id: "", subject, at: records.at(-1)?.at ?? "", author: "" };
  if (lang !== "") {
    const body = { ...withMarkdown(translations[0]!), lang } as JsonObject;
    return { ...record, kind: part.translation!.kind, body };
  }
  const body = toBody(part, things[0]!, { subjectAt, mediaAt: (name) => media.get(name)! });
  return { ...record, kind: records.length === 0 ? part.opening : part.edit, body };
}
