/** The addresses of pledges. */
import { pathIn } from "../../platform/web/frame.ts";
import type { Answer, PageRequest, Route } from "../../platform/web/route.ts";
import { PledgesMain } from "./pages/list.tsx";
import { PledgeMain } from "./pages/pledge.tsx";
import { pledgeAt, pledgeLedger, type PledgeLine } from "./queries.ts";
import { claimsCsv, pledgesCsv } from "./tables.ts";

const USES = { projections: ["pledges", "partners", "addresses"] };

export const pledgeRoutes: readonly Route[] = [
  { path: "/pledges", answer: ledgerPage },
  { path: "/pledges/:slug", answer: pledgePage },
  {
    path: "/data/pledges.csv",
    answer: (request) => table(request, (lines) => pledgesCsv(lines, request.frame.base)),
  },
  { path: "/data/claims.csv", answer: (request) => table(request, claimsCsv) },
];

async function ledgerPage({ db, frame, lang, today }: PageRequest): Promise<Answer> {
  const ledger = await pledgeLedger(db, today, lang);
  const description =
    "Promises made in public, in the same form and the same words: what was said, by whom, by when, and what proves it.";
  return {
    kind: "page",
    uses: USES,
    ...(ledger.until !== undefined && { until: ledger.until }),
    title: "Pledges",
    description,
    current: "/pledges",
    main: PledgesMain({ ledger, lang, to: (path) => pathIn(frame, lang, path) }),
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

async function pledgePage({ db, frame, lang, today, params }: PageRequest): Promise<Answer> {
  const to = (path: string) => pathIn(frame, lang, path);
  const slug = params["slug"]!;
  const line = await pledgeAt(db, slug, today, lang);
  if (!line) return undefined;
  if (!("pledge" in line))
    return {
      kind: "redirect",
      uses: { subjects: [line.subject] },
      to: `/pledges/${line.slug}`,
    };
  const { subject, pledge, status, pledger } = line;
  return {
    kind: "page",
    uses: { subjects: [subject, pledge.pledger, ...pledge.with] },
    ...(status?.until !== undefined && { until: status.until }),
    title: pledge.title,
    description: pledge.summary,
    current: "/pledges",
    main: PledgeMain({ line, lang, to }),
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
