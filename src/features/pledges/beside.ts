/** What records beside the pledge's own body add to the lists of its file. Rule P31. */
import * as v from "valibot";
import type { FolderPart } from "../../platform/folder/part.ts";
import { canonical, type JsonObject } from "../../platform/records/jcs.ts";
import type { LogRecord } from "../../platform/records/record.ts";
import { notOwn } from "./not-own.ts";
import {
  AnswerBody,
  CLAIM_MADE,
  ClaimBody,
  DISPUTE_ANSWERED,
  DISPUTE_FILED,
  DisputeBody,
  EVIDENCE_FILED,
  EvidenceBody,
} from "./records.ts";

export const besidePledge: NonNullable<FolderPart["beside"]> = {
  kinds: [CLAIM_MADE, EVIDENCE_FILED, DISPUTE_FILED, DISPUTE_ANSWERED],
  notOwn,

  /** Only what a folder may say: a figure, evidence or an answer that leads nowhere is left in the log. */
  entries(body, said) {
    const bodies = (kind: string, form: v.GenericSchema): JsonObject[] =>
      said.flatMap((r: LogRecord) =>
        r.kind === kind && v.is(form, r.body) ? [r.body as JsonObject] : [],
      );
    const claims = fresh(own(body, "claims"), bodies(CLAIM_MADE, ClaimBody), idOf);
    const figures = idsOf([...own(body, "claims"), ...claims]);
    const disputes = fresh(own(body, "disputes"), bodies(DISPUTE_FILED, DisputeBody), idOf);
    const disputed = idsOf([...own(body, "disputes"), ...disputes]);
    const evidence = bodies(EVIDENCE_FILED, EvidenceBody).filter((e) => figures.has(e["claim"]));
    const answers = bodies(DISPUTE_ANSWERED, AnswerBody).filter((a) => disputed.has(a["dispute"]));
    return {
      claims: claims.map((claim) => {
        const revises = claim["revises"];
        const leads = figures.has(revises) && revises !== claim["id"];
        return leads ? claim : without(claim, "revises"); // P3: it revises nothing
      }),
      evidence: fresh(own(body, "evidence"), evidence, canonical),
      disputes: disputes.map((d) => (figures.has(d["claim"]) ? d : without(d, "claim"))),
      answers: fresh(own(body, "answers"), answers, canonical),
    };
  },
};

const own = (body: JsonObject, list: string): JsonObject[] => (body[list] ?? []) as JsonObject[];
const idOf = ({ id }: JsonObject): string => id as string; // the form was checked
const idsOf = (all: readonly JsonObject[]): Set<unknown> => new Set(all.map(idOf));

function without(one: JsonObject, field: string): JsonObject {
  const { [field]: _, ...rest } = one;
  return rest;
}

/** What was not said before, each once. */
function fresh(
  before: readonly JsonObject[],
  said: readonly JsonObject[],
  keyOf: (one: JsonObject) => string,
): JsonObject[] {
  const seen = new Set(before.map(keyOf));
  return said.filter((one) => {
    const key = keyOf(one);
    return !seen.has(key) && seen.add(key);
  });
}
