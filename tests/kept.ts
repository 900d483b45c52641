/**
 * What clients were told is kept, and what is kept in truth: the database read beside the program, and the files in its
 * data folder. What was asked for without an answer may be there or not, but whole.
 */
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { ConversationTables } from "../src/features/conversation/projection.ts";
import type { LogTables } from "../src/platform/log/tables.ts";
import type { DraftFile } from "../src/features/stories/private/draft-rows.ts";
import type { Remark } from "../src/features/conversation/private/remark.ts";
import type { Signature } from "../src/features/open-letter/private.ts";
import type { Submission } from "../src/platform/private/submissions.ts";
import type { Upload } from "../src/features/contributions/private/uploads.ts";
import { openReader } from "../src/platform/db/reader.ts";

type Tables = LogTables &
  ConversationTables & {
    remark: Remark;
    signature: Signature;
    submission: Submission;
    upload: Upload;
    signature_said: { id: string; state: string };
    draft: { id: string; source: string | null };
    draft_file: DraftFile & { draft: string };
  };

export interface Truth {
  readonly records: ReadonlySet<string>;
  /** All that the log and the desk hold as text. */
  readonly text: string;
  /** By the hash of their secret. */
  readonly remarks: ReadonlyMap<string, Remark>;
  readonly submissions: ReadonlyMap<string, Submission>;
  readonly signatures: ReadonlyMap<string, Signature>;
  /** By their own id: what is shown, null where it was taken back. */
  readonly comments: ReadonlyMap<string, string | null>;
  readonly signed: readonly string[];
  readonly shown: readonly string[];
  readonly uploads: ReadonlyMap<string, Upload>;
  /** By the id of the submission. */
  readonly drafts: ReadonlyMap<string, readonly string[]>;
  /** Bytes of what lies in `uploads/` and `media/`, by its name. */
  readonly lying: ReadonlyMap<string, number>;
}

/** @param database as `CND_DATABASE` names it, or the path of the SQLite file */
export async function readTruth(data: string, database: string): Promise<Truth> {
  const { db, snapshot } = openReader(database);
  try {
    return await snapshot(async (any) => {
      const at = any.withTables<Tables>();
      const records = await at.selectFrom("record").select(["id", "document"]).execute();
      const remarks = await at.selectFrom("remark").selectAll().execute();
      const submissions = await at.selectFrom("submission").selectAll().execute();
      const signatures = await at.selectFrom("signature").selectAll().execute();
      const comments = await at.selectFrom("comment").select(["id", "state"]).execute();
      const signed = await at.selectFrom("signature_said").select(["id", "state"]).execute();
      const uploads = await at.selectFrom("upload").selectAll().execute();
      const drafts = await at.selectFrom("draft").select(["id", "source"]).execute();
      const files = await at.selectFrom("draft_file").select(["draft", "media"]).execute();
      const documents = records.map(({ document }) => Buffer.from(document ?? []).toString());
      return {
        records: new Set(records.map(({ id }) => id)),
        text: [...documents, ...remarks.map(({ text }) => text), JSON.stringify(submissions)].join(
          "\n",
        ),
        remarks: new Map(remarks.map((one) => [one.secret_hash ?? "", one])),
        submissions: new Map(submissions.map((one) => [one.secret_hash, one])),
        signatures: new Map(signatures.map((one) => [one.secret_hash, one])),
        comments: new Map(comments.map(({ id, state }) => [id, state])),
        signed: signed.map(({ id }) => id),
        shown: comments.map(({ id }) => id),
        uploads: new Map(uploads.map((one) => [one.id, one])),
        drafts: new Map(
          drafts.map(({ id, source }) => [
            source ?? "",
            files.filter(({ draft }) => draft === id).map(({ media }) => media),
          ]),
        ),
        lying: new Map([...lyingIn(join(data, "uploads")), ...lyingIn(join(data, "media"))]),
      };
    });
  } finally {
    await db.destroy();
  }
}

const lyingIn = (folder: string): [string, number][] =>
  readdirSync(folder).map((name) => [name, statSync(join(folder, name)).size]);

/** What is there by half, in words. */
export function halves(truth: Truth): string[] {
  const { uploads, lying, drafts, signed, shown, submissions } = truth;
  const twice = (ids: readonly string[], what: string) =>
    ids.length === new Set(ids).size ? [] : [`${what} stands twice`];
  const files = [...uploads.values()].filter(({ state }) => state === "here");
  return [
    ...twice(signed, "a signature"),
    ...twice(shown, "a comment"),
    ...files
      .filter(({ id, kept }) => lying.get(id) !== kept)
      .map(
        ({ id, kept }) => `of the file ${id} ${kept} bytes are kept, ${lying.get(id)} are there`,
      ),
    ...[...drafts].flatMap(([source, media]) =>
      media.filter((one) => !lying.has(one)).map((one) => `the draft of ${source} lacks ${one}`),
    ),
    ...[...submissions.values()]
      .filter(({ id, state }) => state === "accepted" && !drafts.has(id))
      .map(({ id }) => `${id} is accepted and has no draft`),
  ];
}

export type Holds = (truth: Truth) => boolean;

/** What was acknowledged, by a name for each thing: it is as it was told last, or as it was asked to be since. */
export class Ledger {
  readonly #things = new Map<string, Holds>();
  acknowledged = 0;

  /** @param act whether it was acknowledged @returns the same */
  async change(name: string, holds: Holds, act: () => Promise<boolean>): Promise<boolean> {
    const before = this.#things.get(name) ?? (() => true);
    this.#things.set(name, (truth) => before(truth) || holds(truth));
    if (!(await act())) return false;
    this.#things.set(name, holds);
    this.acknowledged += 1;
    return true;
  }

  /** It is to be erased: that it still stands is promised no more. */
  release(name: string): void {
    this.#things.set(name, () => true);
  }

  lost(truth: Truth): string[] {
    return [...this.#things].filter(([, holds]) => !holds(truth)).map(([name]) => name);
  }
}
