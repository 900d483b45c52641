/** `pledges/<slug>.yaml` of the campaign folder. */
import * as v from "valibot";
import { inFile } from "../../platform/folder/fields.ts";
import type { FolderPart } from "../../platform/folder/part.ts";
import { besidePledge } from "./beside.ts";
import { lastDay } from "./dates.ts";
import {
  PLEDGE_EDITED,
  PLEDGE_MADE,
  PLEDGE_WITHDRAWN,
  oddClaim,
  pledgeForm,
  PLEDGE_WORDING,
} from "./records.ts";

const PledgeFile = v.strictObject(pledgeForm(inFile));

export const pledgeFolder: FolderPart = {
  space: "pledges",
  form: "yaml-files",
  path: "pledges",
  schema: PledgeFile,
  opening: PLEDGE_MADE,
  edit: PLEDGE_EDITED,
  withdrawal: PLEDGE_WITHDRAWN,
  refs: {
    pledger: "partners",
    "with[]": "partners",
    countsTowards: "pledges",
    "claims[].places[]": "places",
  },
  wording: PLEDGE_WORDING,
  media: [],
  beside: besidePledge,

  check(thing, problem) {
    const pledge = thing as v.InferOutput<typeof PledgeFile>;
    const { kind, from, by, target, pledger, with: others = [] } = pledge;
    if (kind === "series" && target !== undefined)
      problem("target", "expected none, because a series is no promise");
    if (kind === "series" && pledge.goal) problem("goal", "expected a pledge, found a series");
    if (kind === "series" && pledge.countsTowards !== undefined)
      problem("countsTowards", "expected none, because a series is no promise");
    if (by !== undefined && lastDay(by) < lastDay(from))
      problem("by", `expected a date not before ${from}, found ${by}`);
    if (others.includes(pledger))
      problem("with", `expected others than the pledger, found ${pledger}`);
    const ids = (pledge.claims ?? []).map((c) => c.id);
    const known = (id: string) => ids.includes(id);
    for (const [i, claim] of (pledge.claims ?? []).entries()) {
      const odd = oddClaim(claim, pledge.unit);
      if (odd) problem(`claims.${i}.${odd.field}`, odd.message);
      if (ids.indexOf(claim.id) !== i)
        problem(`claims.${i}.id`, `expected an id of its own, found ${claim.id} twice`);
      if (claim.revises !== undefined && (!known(claim.revises) || claim.revises === claim.id))
        problem(`claims.${i}.revises`, `expected the id of another claim, found ${claim.revises}`);
    }
    for (const [i, { claim }] of (pledge.evidence ?? []).entries())
      if (!known(claim))
        problem(`evidence.${i}.claim`, `expected the id of a claim, found ${claim}`);
    checkDisputes(pledge, known, problem);
  },
};

function checkDisputes(
  { disputes = [], answers = [] }: v.InferOutput<typeof PledgeFile>,
  isClaim: (id: string) => boolean,
  problem: (field: string, message: string) => void,
): void {
  const ids = disputes.map(({ id }) => id);
  for (const [i, { id, claim }] of disputes.entries()) {
    if (ids.indexOf(id) !== i)
      problem(`disputes.${i}.id`, `expected an id of its own, found ${id} twice`);
    if (claim !== undefined && !isClaim(claim))
      problem(`disputes.${i}.claim`, `expected the id of a claim, found ${claim}`);
  }
  for (const [i, { dispute }] of answers.entries())
    if (!ids.includes(dispute))
      problem(`answers.${i}.dispute`, `expected the id of a dispute, found ${dispute}`);
}
