/** The addresses of saying how many finished, at the desk, and of the files behind it, in public. */
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import { deskPage } from "../../../platform/accounts/pages.tsx";
import { dayAt } from "../../../engines/calendar/day.ts";
import { openTurn } from "../../../platform/db/in-turn.ts";
import type { Serving } from "../../../platform/feature.ts";
import type { Extra } from "../../../platform/web/extra.ts";
import { plainly } from "../../../platform/web/handler.ts";
import type { Reply } from "../../../platform/web/reply.ts";
import { pledgeAt, pledgeNames, pledgesBySubject } from "../../pledges/api.ts";
import { askBadges } from "../private.ts";
import { EvidenceMain, type Chosen } from "./page.tsx";
import { countable, countsIn, EVIDENCE, sayCount } from "./say.ts";
import { evidenceWordsIn } from "./words.ts";

export const PART = "/desk/classes/evidence";
const KEPT = "public, max-age=3600"; // seconds; erased evidence is gone as soon

export function evidenceAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { door } = serving;
  const inTurn = openTurn(); // a form that is sent twice at once finds what its first copy said
  return {
    [`GET ${PART}`]: door.of("publish", (visit) => {
      const { search } = visit;
      const chosen = { of: search.get("of") ?? "", pledge: search.get("pledge") ?? "" };
      return show(serving, visit, chosen);
    }),
    [`POST ${PART}`]: door.of("publish", ["of", "pledge"], async (visit) => {
      const { fields, lang, frame } = visit;
      const found = await foundIn(serving, fields);
      if (!found) return { to: PART };
      const { course, month } = found;
      const { pledge } = fields;
      const by = frame.name;
      const to = await inTurn(() => sayCount(serving, { course, month, pledge, by, lang }));
      if (to !== undefined) return { to };
      return show(serving, visit, fields, evidenceWordsIn(lang).notSaid);
    }),
    [`GET ${EVIDENCE}/:id`]: plainly(async ({ params }) => {
      const id = params["id"]?.replace(/\.json$/, "") ?? "";
      const said = await saidFile(serving, id);
      if (!said) return { empty: true, status: 404, headers: { "Content-Length": "0" } };
      return { file: Buffer.from(said.file), type: "application/json", cache: KEPT };
    }),
  };
}

/** The file behind a figure; nothing where it was never said, or its evidence was erased since. */
async function saidFile({ instance, now }: Serving, id: string) {
  const kept = await askBadges(instance.log.private).countFile(id);
  if (!kept) return undefined;
  const today = dayAt(now());
  const found = await instance.snapshot(async (db) => {
    const { pledges } = await pledgesBySubject(db, [kept.pledge], today, "en");
    return pledges[0] && pledgeAt(db, pledges[0].slug, today, "en");
  });
  const ledger = found && "pledge" in found ? found.pledge.ledger : [];
  return ledger.some((one) => one.id === id && one.evidence.length > 0) ? kept : undefined;
}

async function foundIn(serving: Serving, { of }: Chosen) {
  const [slug, month] = of.split(" ");
  const all = await countable(serving);
  const one = all.find(({ course }) => course.slug === slug);
  const at = one?.months.find((each) => each.month === month);
  return one && at && { course: one.course, ...at };
}

async function show(
  serving: Serving,
  { account, lang, frame }: Pick<DeskVisit, "account" | "lang" | "frame">,
  chosen: Chosen,
  trouble?: string,
): Promise<Reply> {
  const words = evidenceWordsIn(lang);
  const { snapshot } = serving.instance;
  const all = await countable(serving);
  const pledges = await snapshot((db) => pledgeNames(db, lang));
  const found = pledges.some(({ slug }) => slug === chosen.pledge)
    ? await foundIn(serving, chosen)
    : undefined;
  const rule = found?.course.thing.badge;
  const isNew = found && rule && !found.said;
  const counts = isNew && (await countsIn(serving, found.course.subject, found.month));
  const main = EvidenceMain({
    words,
    part: PART,
    countable: all,
    pledges,
    chosen,
    trouble: trouble ?? (found?.said ? words.said(found.said.id) : undefined),
    shown: counts && rule ? { counts, by: frame.name, rule } : undefined,
  });
  return {
    ...(trouble !== undefined && { status: 409 }),
    page: deskPage({ account, lang, part: PART, title: words.title, main }),
  };
}
