/** The addresses of pledges. */
import * as v from "valibot";
import { day as dayField } from "../../platform/folder/fields.ts";
import { pathIn } from "../../platform/web/frame.ts";
import { isNumber, lookedUp, oneOf, pageAsked, unlessMeant } from "../../platform/web/means.ts";
import { openingOf } from "../../platform/web/opening.ts";
import type { Answer, PageRequest, Route } from "../../platform/web/route.ts";
import { PledgesMain } from "./pages/list.tsx";
import { PledgeMain } from "./pages/pledge.tsx";
import { skyOfSeveral } from "../places/api.ts";
import type { Pledge } from "./fold.ts";
import { pageUntil } from "./fresh.ts";
import { proofPath, recordAt } from "./proof-address.ts";
import { goalHistory, pledgeAt, pledgeLedger, pledgePart, type PledgeLine } from "./queries.ts";
import { prefilled } from "./prefilled.ts";
import { sendPage } from "./send-page.ts";
import { sendPath } from "./send-path.ts";
import { isWay } from "./sent.ts";
import { partsOf } from "./towards.ts";
import { wordsIn } from "./words.ts";
import { claimsCsv, pledgesCsv } from "./open-data.ts";

const USES = { projections: ["pledges", "partners", "addresses"] };

export const pledgeRoutes: readonly Route[] = [
  {
    path: "/pledges",
    query: { on: isDay, page: (page) => isNumber(page) && page !== "1", counted: oneOf("yes") },
    answer: ledgerPage,
  },
  { path: "/pledges/:slug", query: { on: isDay }, answer: pledgePage },
  { path: "/pledges/:slug/proof/:of", answer: proof },
  {
    path: "/pledges/:slug/send",
    query: { about: isWay, claim: lookedUp, dispute: lookedUp },
    answer: formPage,
  },
  {
    path: "/data/pledges.csv",
    answer: (request) => table(request, pledgesCsv),
    inOwnWords: true,
  },
  { path: "/data/claims.csv", answer: (request) => table(request, claimsCsv), inOwnWords: true },
];

/** Of this century: there is no end of days, and each is a page. */
function isDay(day: string): boolean {
  return v.is(dayField, day) && day.startsWith("20");
}

const A_PAGE = 50; // pledges

async function ledgerPage(request: PageRequest): Promise<Answer> {
  const { db, frame, lang, query } = request;
  const day = dayAsked(request);
  const page = pageAsked(query["page"]);
  const isCounted = query["counted"] === "yes";
  const part = { from: (page - 1) * A_PAGE, most: A_PAGE, counted: isCounted };
  const ledger = await pledgePart(db, day, lang, part);
  if (page > 1 && ledger.pledges.length === 0) return undefined;
  const goal = await goalHistory(db, day, lang);
  const words = wordsIn(lang);
  const { description } = words.list;
  const asked = query["on"] === day ? `on=${day}&` : "";
  const counted = `/pledges?${asked}counted=yes`;
  const pages = Math.ceil(ledger.count / A_PAGE);
  return {
    kind: "page",
    uses: USES,
    ...(asked === "" && earliest([ledger.until, goal.until])), // a day that was asked for stays as it is
    title: isCounted ? words.list.titleCounted : words.list.title,
    description,
    lang: words.lang,
    current: "/pledges",
    main: PledgesMain({
      ledger,
      goal,
      lang: words.lang,
      own: frame.own,
      to: (path) => pathIn(frame, lang, path),
      ...(asked !== "" && { asOf: day }),
      counted,
      isCounted,
      ...(page < pages && {
        next: `${isCounted ? `${counted}&` : `/pledges?${asked}`}page=${page + 1}`,
      }),
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

/** P42: the day that the reader asks about with `?on=2028-12-24`; today where none, or none that is one, is asked for. */
function dayAsked({ query, today }: PageRequest): string {
  return query["on"] ?? today;
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
  const { pledge, pledger } = line;
  const isAsked = request.query["on"] === day;
  const until = isAsked ? undefined : pageUntil(line, day);
  const parts = await partsOf(db, line.subject, lang);
  const opening = openingOf(pledge.summary, lang);
  return {
    kind: "page",
    uses: { projections: [...USES.projections, "places"] }, // attestations rest on the keys of any partner
    ...(until !== undefined && { until }),
    title: pledge.title,
    description: pledge.summary,
    lang: wordsIn(lang).lang,
    current: "/pledges",
    main: PledgeMain({
      line,
      today: day,
      isAsked,
      lang: wordsIn(lang).lang,
      own: frame.own,
      to,
      parts,
    }),
    share: true,
    card: {
      type: "website",
      shows: {
        ...(opening !== undefined && { title: opening }),
        line: [pledger.name, pledge.where].filter(Boolean).join(" · "),
        picture: await skyOfSeveral(request, placesOf(pledge)),
      },
    },
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

/** Where its figures say that people are. */
const placesOf = ({ ledger }: Pledge): readonly string[] =>
  ledger.flatMap(({ places = [] }) => places);

/** P30: from a figure to the record on which it rests. */
async function proof({ db, today, lang, params }: PageRequest): Promise<Answer> {
  const [slug, of] = [params["slug"]!, params["of"]!];
  const line = await pledgeAt(db, slug, today, lang);
  if (!line) return undefined;
  if (!("pledge" in line))
    return {
      kind: "redirect",
      uses: { subjects: [line.subject] },
      to: proofPath(line.slug, of),
    };
  const record = recordAt(line.pledge, of);
  return record === undefined
    ? undefined
    : { kind: "redirect", uses: USES, to: `/log/records/${record}` };
}

async function formPage(request: PageRequest): Promise<Answer> {
  const { db, frame, lang, params, query, today } = request;
  const line = await pledgeAt(db, params["slug"]!, today, lang);
  if (!line) return undefined;
  if (!("pledge" in line))
    return {
      kind: "redirect",
      uses: { subjects: [line.subject] },
      to: sendPath(line.slug, isWay(query["about"]) ? query["about"] : undefined),
    };
  const { ledger, disputes } = line.pledge;
  const odd = unlessMeant(request, {
    claim: ledger.some(({ id }) => id === query["claim"]),
    dispute: disputes.some(({ id }) => id === query["dispute"]),
  });
  if (odd) return odd;
  const to = (path: string) => pathIn(frame, lang, path);
  const typed = prefilled(line.pledge, query);
  return sendPage({ line, lang, own: frame.own, to, typed });
}

async function table(
  { db, frame, today, lang }: PageRequest,
  write: (lines: readonly PledgeLine[], base: string) => string,
): Promise<Answer> {
  const { pledges, series, until } = await pledgeLedger(db, today, lang);
  return {
    kind: "file",
    uses: USES,
    ...(until !== undefined && { until }),
    type: "text/csv; charset=utf-8",
    body: write([...pledges, ...series], frame.base),
  };
}
