/** The addresses of saying under a pledge how right listeners were, at the desk, and of the file behind it, in public. */
import { createHash } from "node:crypto";
import type { DeskVisit } from "../../../../platform/accounts/door.ts";
import { deskPage } from "../../../../platform/accounts/pages.tsx";
import { dayAt } from "../../../../engines/calendar/day.ts";
import { openTurn } from "../../../../platform/db/in-turn.ts";
import type { Serving } from "../../../../platform/feature.ts";
import { sayAbout } from "../../../../platform/sent/speaker.ts";
import type { Extra } from "../../../../platform/web/extra.ts";
import { plainly } from "../../../../platform/web/handler.ts";
import type { Reply } from "../../../../platform/web/reply.ts";
import { CLAIM_MADE, EVIDENCE_FILED, pledgeAt, pledgeNames } from "../../../pledges/api.ts";
import { wordsIn } from "../../words.ts";
import { placesTold } from "../places-told.ts";
import { chosenFrom, claimText, fileOf, type Chosen } from "./file.ts";
import { EvidenceMain } from "./page.tsx";
import { evidenceWordsIn } from "./words.ts";

export const EVIDENCE_PART = "/desk/listening/evidence";
const EVIDENCE = "/listening/evidence";
const KEPT = "public, max-age=3600"; // seconds

interface Typed {
  /** `slug month` */
  readonly of: string;
  readonly pledge: string;
}

export function evidenceAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { door } = serving;
  const inTurn = openTurn(); // a form that is sent twice at once finds what its first copy said
  return {
    [`GET ${EVIDENCE_PART}`]: door.of("publish", (visit) => {
      const { search } = visit;
      return show(serving, visit, {
        of: search.get("of") ?? "",
        pledge: search.get("pledge") ?? "",
      });
    }),
    [`POST ${EVIDENCE_PART}`]: door.of("publish", ["of", "pledge"], async (visit) => ({
      to: await inTurn(() => say(serving, visit, visit.fields)),
    })),
    [`GET ${EVIDENCE}/:id`]: plainly(async ({ params }) => {
      const [, slug = "", month = ""] =
        /^listening-(.+)-(\d{4}-\d{2})\.json$/.exec(params["id"] ?? "") ?? [];
      const found = await chosenIn(serving, `${slug} ${month}`, "en");
      if (!found) return { empty: true, status: 404, headers: { "Content-Length": "0" } };
      return { file: Buffer.from(fileOf(found)), type: "application/json", cache: KEPT };
    }),
  };
}

async function chosenIn({ instance }: Serving, of: string, lang: string) {
  const [slug = "", month = ""] = of.split(" ");
  const places = await instance.snapshot((db) => placesTold(db, lang));
  const place = places.find((one) => one.slug.slice(0, 60) === slug.slice(0, 60));
  return place && chosenFrom(place, month);
}

/** The pledge, and the claim that says this there already. */
async function pledgeOf({ instance, now }: Serving, slug: string, lang: string, id?: string) {
  const found = await instance.snapshot((db) => pledgeAt(db, slug, dayAt(now()), lang));
  if (!found || !("pledge" in found)) return undefined;
  return { ...found, isSaid: found.pledge.ledger.some((one) => one.id === id) };
}

/** @returns where it stands now; the page itself where there is nothing to say */
async function say(
  serving: Serving,
  { frame, lang }: Pick<DeskVisit, "frame" | "lang">,
  typed: Typed,
): Promise<string> {
  const chosen = await chosenIn(serving, typed.of, frame.language);
  const pledge = await pledgeOf(serving, typed.pledge, lang, chosen?.id);
  if (!chosen || !pledge) return EVIDENCE_PART;
  const { id, month } = chosen;
  const there = `/pledges/${pledge.slug}#${id}`;
  if (pledge.isSaid) return there;
  await sayAbout(serving.speaker, pledge.subject, ...sentences(serving, chosen, frame.name));
  return there;

  function sentences({ base, now }: Serving, of: Chosen, by: string) {
    const today = dayAt(now());
    const url = `${base}${EVIDENCE}/${id}.json`;
    const title = `How right the listeners at ${of.name} were up to ${month}, as it was signed`;
    const source = { title: title.slice(0, 500), url, publisher: by, date: today };
    const sha256 = createHash("sha256").update(fileOf(of)).digest("hex");
    return [
      {
        kind: CLAIM_MADE,
        body: {
          id,
          ...claimText(of),
          unit: "alarms",
          measure: "other",
          asOf: month,
          saidOn: today,
          saidBy: by,
          by: "other",
          source,
        },
      },
      {
        kind: EVIDENCE_FILED,
        body: {
          claim: id,
          kind: "measurement",
          title: source.title,
          url,
          by,
          date: today,
          sha256,
        },
      },
    ];
  }
}

async function show(
  serving: Serving,
  { account, lang, frame }: Pick<DeskVisit, "account" | "lang" | "frame">,
  typed: Typed,
): Promise<Reply> {
  const words = evidenceWordsIn(lang);
  const { snapshot } = serving.instance;
  const places = await snapshot((db) => placesTold(db, lang));
  const pledges = await snapshot((db) => pledgeNames(db, lang));
  const chosen = await chosenIn(serving, typed.of, frame.language);
  const pledge = chosen && (await pledgeOf(serving, typed.pledge, lang, chosen.id));
  const main = EvidenceMain({
    words,
    right: wordsIn(lang),
    part: EVIDENCE_PART,
    places,
    pledges,
    typed,
    by: frame.name,
    chosen: pledge && !pledge.isSaid ? chosen : undefined,
    trouble: chosen && pledge?.isSaid ? words.said(chosen.id) : undefined,
  });
  return { page: deskPage({ account, lang, part: EVIDENCE_PART, title: words.title, main }) };
}
