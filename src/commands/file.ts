/** `cnd file`: a figure, evidence, a dispute or an answer is said about a pledge, as a record of its own. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import * as v from "valibot";
import { parse } from "yaml";
import {
  CLAIM_MADE,
  DISPUTE_ANSWERED,
  DISPUTE_FILED,
  EVIDENCE_FILED,
  LATER,
} from "../features/pledges/api.ts";
import type { JsonObject } from "../platform/records/jcs.ts";
import { CommandError, switches, type Settings } from "./context.ts";
import { say, subjectOf } from "./append.ts";

export const help = `cnd file claim|evidence|dispute|answer FILE.yaml --pledge SLUG [--document FILE]
Add this to a pledge, as a record of its own that can be checked and erased (cnd erase). The fields are described
in docs/protocol/campaign-folder.md; a claim names its unit, and places by id. --document checks that the evidence
names this file's hash. Prints the record's id.`;

const KINDS = {
  claim: CLAIM_MADE,
  evidence: EVIDENCE_FILED,
  dispute: DISPUTE_FILED,
  answer: DISPUTE_ANSWERED,
} as const;

export async function run(settings: Settings, args: readonly string[]): Promise<void> {
  const { of, rest } = switches("file", args, [], ["pledge", "document"]);
  const [what = "", file] = rest;
  const kind = (KINDS as Readonly<Record<string, keyof typeof LATER>>)[what];
  if (!kind || file === undefined || of.pledge === undefined)
    throw new CommandError(
      "Expected cnd file claim|evidence|dispute|answer FILE.yaml --pledge SLUG.",
    );
  const body = bodyFrom(file, kind);
  if (of.document !== undefined) matchDocument(body, of.document);
  const [record] = await say(settings, async (db) => [
    { kind, subject: await subjectOf(db, "pledges", of.pledge!), body },
  ]);
  console.log(record!.id);
}

function bodyFrom(file: string, kind: keyof typeof LATER): JsonObject {
  let said: unknown;
  try {
    said = parse(readFileSync(file, "utf8"));
  } catch (error) {
    throw new CommandError(`${file}: expected YAML, ${(error as Error).message.split("\n")[0]}`, {
      cause: error,
    });
  }
  const parsed = v.safeParse(LATER[kind], said);
  if (parsed.success) return parsed.output as JsonObject;
  const [issue] = parsed.issues;
  throw new CommandError(
    `${file}: ${v.getDotPath(issue) ?? "the whole file"}: expected ${issue.message}, found ${issue.received}.`,
  );
}

function matchDocument(body: JsonObject, document: string): void {
  const hash = createHash("sha256").update(readFileSync(document)).digest("hex");
  const { sha256 } = body;
  if (sha256 !== hash)
    throw new CommandError(
      `${document}: expected a document with the hash ${typeof sha256 === "string" ? sha256 : "(none named)"}, found ${hash}.`,
    );
}
