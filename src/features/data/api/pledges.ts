/** Pledges as the API gives them: each with its status and three numbers, and one with its whole ledger. */
import { pathIn } from "../../../platform/web/frame.ts";
import type { Answer, PageRequest } from "../../../platform/web/route.ts";
import type { PledgeLine } from "../../pledges/feature.ts";
import { figureState, numbersOf, type Figure, type Pledge } from "../figures.ts";
import { PLEDGE_USES, pledgeOf, pledgesOf } from "../queries.ts";
import { thingOf } from "../things.ts";
import { jsonFile, listOf, pageAsked, sliced } from "./answer.ts";

export async function pledgesAnswer(request: PageRequest): Promise<Answer> {
  const page = pageAsked(request);
  if (page === undefined) return undefined;
  const { frame, lang } = request;
  const { lines, until } = await pledgesOf(request);
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
    wordings: pledge.wordings.map(({ text, said }) => ({
      text,
      said: said.map(({ date, source }) => ({ date, source })),
    })),
    ledger: pledge.ledger.map(entryOf),
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
    ...(status && { status: { words: status.words, wanted: status.wanted } }),
    ...(pledge.searched && { searched: pledge.searched }),
    ...(claimed && { claimed: numberOf(claimed) }),
    ...(evidenced && { evidenced: numberOf(evidenced) }),
    ...(attested && { attested: numberOf(attested) }),
    wordedDifferently: pledge.wordings.length > 1,
    note: pledge.note,
  };
}

function numberOf({ id, value, atLeast = false, asOf, saidOn, saidBy }: Figure): object {
  return { claim: id, value, atLeast, asOf, saidOn, saidBy };
}

function entryOf(figure: Figure): object {
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
    state: figureState(figure),
    evidence: evidence.map((e: Pledge["ledger"][number]["evidence"][number]) => ({
      kind: e.kind,
      title: e.title,
      url: e.url,
      by: e.by,
      date: e.date,
    })),
    revises,
    revisedBy,
    counts,
    split,
    checked,
    note,
    source,
  };
}
