/** Pledges as the API gives them: each with its status and three numbers, and one with its whole ledger. */
import { pathIn } from "../../../platform/web/frame.ts";
import type { Answer, PageRequest } from "../../../platform/web/route.ts";
import { pledgeLedger, type PledgeLine, stateWord } from "../../pledges/api.ts";
import { numbersOf, type Figure } from "../figures.ts";
import { PLEDGE_USES, pledgeOf } from "../queries.ts";
import { thingOf } from "../things.ts";
import { jsonFile, listOf, pageAsked, sliced } from "./answer.ts";

export async function pledgesAnswer(request: PageRequest): Promise<Answer> {
  const page = pageAsked(request);
  if (page === undefined) return undefined;
  const { db, today, frame, lang } = request;
  const { pledges, series, until } = await pledgeLedger(db, today, lang);
  const lines = [...pledges, ...series];
  const items = sliced(lines, page).map((line) => ({
    ...lineOf(request, line),
    api: `${frame.base}${pathIn(frame, lang, `/api/pledges/${line.slug}`)}`,
  }));
  const body = listOf(request, "/api/pledges", { items, total: lines.length, page });
  return body && jsonFile(body, PLEDGE_USES, until);
}

export async function pledgeAnswer(request: PageRequest): Promise<Answer> {
  const found = await pledgeOf(request, request.params["slug"]!);
  if (!found) return undefined;
  if ("moved" in found)
    return { kind: "redirect", uses: PLEDGE_USES, to: `/api/pledges/${found.moved.slug}` };
  const { pledge } = found.line;
  const body = {
    ...lineOf(request, found.line),
    milestones: (pledge.milestones ?? []).map(({ title, due, reached }) => ({
      title,
      due,
      reached,
    })),
    wordings: pledge.wordings.map(({ text, said }) => ({
      text,
      said: said.map(({ date, source }) => ({ date, source })),
    })),
    ledger: pledge.ledger.map((figure) => entryOf(figure, found.line, request.frame.base)),
    changes: pledge.changes.map(({ on, field, before, after }) => ({ on, field, before, after })),
    disputes: pledge.disputes.map(({ id, claim, text, by, date, source, answer }) => ({
      id,
      claim,
      text,
      by,
      date,
      source,
      ...(answer && {
        answer: { text: answer.text, by: answer.by, date: answer.date, source: answer.source },
      }),
    })),
    evidenceWithdrawn: pledge.withdrawn.filter((w) => w.what === "evidence").map((w) => w.on),
    withdrawn: pledge.withdrawn.map(({ what, on }) => ({ what, on })),
  };
  return jsonFile(body, PLEDGE_USES, found.until);
}

/** Fields are named one by one, so that what is described is what is given. */
function lineOf(request: PageRequest, line: PledgeLine): object {
  const { pledge, status, pledger } = line;
  const { frame, lang } = request;
  const party = ({ name, path }: PledgeLine["pledger"], subject: string | undefined) => ({
    name,
    subject,
    ...(path !== undefined && { page: `${frame.base}${pathIn(frame, lang, path)}` }),
  });
  const { claimed, evidenced, attested } = numbersOf(pledge);
  return {
    ...thingOf(request, "pledges", line),
    title: pledge.title,
    kind: pledge.kind,
    summary: pledge.summary,
    pledger: party(pledger, pledge.pledger),
    with: line.with.map((one, i) => party(one, pledge.with[i])),
    metric: pledge.metric,
    unit: pledge.unit,
    target: pledge.target,
    baseline: pledge.baseline,
    from: pledge.from,
    by: pledge.by,
    goal: pledge.goal,
    historical: pledge.historical,
    ...(line.towards && {
      countsTowards: {
        ...thingOf(request, "pledges", line.towards),
        name: line.towards.title,
      },
    }),
    ...(status && { status: { state: status.state, words: status.words, wanted: status.wanted } }),
    ...(pledge.searched && { searched: pledge.searched }),
    ...(claimed && { claimed: numberOf(claimed) }),
    ...(evidenced && { evidenced: numberOf(evidenced) }),
    ...(attested && { attested: numberOf(attested) }),
    wordedDifferently: pledge.wordings.length > 1,
    note: pledge.note,
    where: pledge.where,
    counting: pledge.counting,
    checking: pledge.checking,
  };
}

function numberOf({ id, value, atLeast = false, asOf, saidOn, saidBy }: Figure): object {
  return { claim: id, value, atLeast, asOf, saidOn, saidBy };
}

function entryOf(figure: Figure, { signers }: PledgeLine, base: string): object {
  const { id, value, atLeast = false, unit, text, measure, asOf, saidOn, saidBy, by } = figure;
  const { evidence, revises, revisedBy, counts, split, checked, note, source } = figure;
  return {
    claim: id,
    value,
    atLeast,
    unit,
    text,
    measure,
    asOf,
    saidOn,
    saidBy,
    by,
    state: stateWord(figure),
    proof: `${base}/log/records/${figure.record}`,
    evidence: evidence.map((one) => ({
      kind: one.kind,
      title: one.title,
      url: one.url,
      by: one.by,
      date: one.date,
      sha256: one.sha256,
      archived: one.archived,
    })),
    attestations: figure.signed.map(({ key, on, statement }) => ({
      by: signers.get(key)?.name ?? key,
      key,
      on,
      statement,
    })),
    joint: figure.joint,
    places: figure.places ?? [],
    revises,
    revisedBy,
    counts,
    split,
    checked,
    note,
    source,
  };
}
