/** The addresses of pledges. */
import * as v from "valibot";
import { day as dayField } from "../../platform/folder/fields.ts";
import { pathIn } from "../../platform/web/frame.ts";
import type { Answer, PageRequest, Route } from "../../platform/web/route.ts";
import { PledgesMain } from "./pages/list.tsx";
import { PledgeMain } from "./pages/pledge.tsx";
import { goalHistory, pledgeAt, pledgeLedger, pledgePart, type PledgeLine } from "./queries.ts";
import { claimsCsv, pledgesCsv } from "./tables.ts";

const USES = { projections: ["pledges", "partners", "addresses"] };

export const pledgeRoutes: readonly Route[] = [
  { path: "/pledges", query: ["on", "page"], answer: ledgerPage },
  { path: "/pledges/:slug", query: ["on"], answer: pledgePage },
  {
    path: "/data/pledges.csv",
    answer: (request) => table(request, (lines) => pledgesCsv(lines, request.frame.base)),
  },
  { path: "/data/claims.csv", answer: (request) => table(request, claimsCsv) },
];

const A_PAGE = 50; // pledges

async function ledgerPage(request: PageRequest): Promise<Answer> {
  const { db, frame, lang, query } = request;
  const day = dayAsked(request);
  const page = Math.max(1, Number(query["page"] ?? 1) || 1);
  const part = { from: (page - 1) * A_PAGE, most: A_PAGE };
  const ledger = await pledgePart(db, day, lang, part);
  if (page > 1 && ledger.pledges.length === 0) return undefined;
  const goal = await goalHistory(db, day, lang);
  const description =
    "Promises made in public, in the same form and the same words: what was said, by whom, by when, and what proves it.";
  const asked = query["on"] === day ? `on=${day}&` : "";
  const pages = Math.ceil(ledger.count / A_PAGE);
  return {
    kind: "page",
    uses: USES,
    ...earliest([ledger.until, goal.until]),
    title: "Pledges",
    description,
    current: "/pledges",
    main: PledgesMain({
      ledger,
      goal,
      lang,
      to: (path) => pathIn(frame, lang, path),
      ...(asked !== "" && { asOf: day }),
      ...(page < pages && { next: `/pledges?${asked}page=${page + 1}` }),
    }),
    jsonLd: {
      "@context": "https://schema.org",
      "@type": "Dataset",
      name: `Pledges · ${frame.name}`,
      description,
      distribution: ["pledges", "claims"].map((name) => ({
        "@type": "DataDownload",
        encodingFormat: "text/csv",
        contentUrl: `${frame.base}/data/${name}.csv`,
      })),
    },
  };
}

/** The day that the reader asks about with `?on=2028-12-24`; today where none, or none that is one, is asked for. */
function dayAsked({ query, today }: PageRequest): string {
  return v.is(dayField, query["on"]) ? query["on"] : today;
}

const earliest = (days: readonly (string | undefined)[]): { until?: string } => {
  const [first] = days.filter((d) => d !== undefined).toSorted();
  return first === undefined ? {} : { until: first };
};

async function pledgePage(request: PageRequest): Promise<Answer> {
  const { db, frame, lang, params } = request;
  const day = dayAsked(request);
  const to = (path: string) => pathIn(frame, lang, path);
  const slug = params["slug"]!;
  const line = await pledgeAt(db, slug, day, lang);
  if (!line) return undefined;
  if (!("pledge" in line))
    return {
      kind: "redirect",
      uses: { subjects: [line.subject] },
      to: `/pledges/${line.slug}`,
    };
  const { pledge, status, pledger } = line;
  return {
    kind: "page",
    uses: USES, // attestations rest on the keys of any partner
    ...(status?.until !== undefined && { until: status.until }),
    title: pledge.title,
    description: pledge.summary,
    current: "/pledges",
    main: PledgeMain({ line, today: day, isAsked: request.query["on"] === day, lang, to }),
    jsonLd: {
      "@context": "https://schema.org",
      "@type": pledge.kind === "pledge" ? "Claim" : "Dataset",
      name: pledge.title,
      description: pledge.summary,
      url: `${frame.base}${to(`/pledges/${slug}`)}`,
      creator: { "@type": "Organization", name: pledger.name },
    },
  };
}

async function table(
  { db, today, lang }: PageRequest,
  write: (lines: readonly PledgeLine[]) => string,
): Promise<Answer> {
  const { pledges, series, until } = await pledgeLedger(db, today, lang);
  return {
    kind: "file",
    uses: USES,
    ...(until !== undefined && { until }),
    type: "text/csv; charset=utf-8",
    body: write([...pledges, ...series]),
  };
}
