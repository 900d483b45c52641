/** Earlier sites at the desk: an export is sent, its report is read, then it is taken in, given its pictures, and taken out again. Rules RN7, RN8 and RN14. */
import type { DeskVisit } from "../../platform/accounts/door.ts";
import { deskPage } from "../../platform/accounts/pages.tsx";
import type { Serving } from "../../platform/feature.ts";
import {
  forgetArrival,
  listArrivals,
  newArrival,
  noteArrival,
  readArrival,
  sourceOf,
  type Arrival,
} from "../../platform/process/arrivals.ts";
import type { Fields } from "../../platform/web/handler.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { receiveFile } from "../../platform/web/receive-file.ts";
import { lost, type Reply } from "../../platform/web/reply.ts";
import { LOOK, PICTURES, TAKE, UNDO } from "./arriving.ts";
import { ArrivalsMain, OneArrival, type Came } from "./pages/arrivals.tsx";
import { PART } from "./routes.ts";
import { wordsIn } from "./words.ts";

const AT = `${PART}/arrivals`;
const OPEN = ["waiting", "running"];

export function arrivalAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { door, instance, jobs, budgets, now } = serving;
  const { dir } = instance.folder;
  let isComing = false;

  function list({ account, lang }: DeskVisit, came: Came = {}) {
    const words = wordsIn(lang);
    const { title } = words.arrivals;
    const main = ArrivalsMain({ words, all: listArrivals(dir), ...came });
    return deskPage({ account, lang, part: PART, title, main });
  }

  const one = onePage(serving);
  const arrivalIn = arrivalsIn(dir);
  const about =
    (work: (visit: DeskVisit, of: Arrival) => Reply | Promise<Reply>) =>
    async (visit: DeskVisit): Promise<Reply> => {
      const of = arrivalIn(visit);
      return of ? work(visit, of) : lost(visit);
    };

  async function send(visit: DeskVisit): Promise<Reply> {
    const words = wordsIn(visit.lang).arrivals;
    const refuse = (status: number, why: keyof typeof words.why, field = "file"): Reply => ({
      status,
      page: list(visit, { problems: { [field]: words.why[why] } }),
    });
    if (isComing) return refuse(409, "busy");
    isComing = true;
    const id = newArrival(dir, now());
    let site = "";
    try {
      const received = await receiveFile(visit.req, {
        field: "file",
        to: sourceOf(dir, id),
        most: budgets.limits.files.bytes,
        refused(typed) {
          site = typed.get("site") ?? "";
          return site === "" || isSite(site) ? undefined : "site";
        },
      });
      if (received === "site") return refuse(422, "site", "site");
      if (typeof received === "string") return refuse(received === "large" ? 413 : 422, received);
      const { called, typed } = received;
      const wish = { fetch: typed.get("fetch") === "yes", ...(site !== "" && { site }) };
      noteArrival(dir, id, "about", { ...wish, called, made: now() });
      await jobs.add(LOOK, id, id);
      return { to: `${AT}/${id}` };
    } finally {
      isComing = false;
      if (!readArrival(dir, id)) forgetArrival(dir, id);
    }
  }

  const begin = (kind: string, may: (of: Arrival) => boolean) =>
    about(async (_visit, of) => {
      if (may(of)) await jobs.add(kind, of.id, of.id);
      return { to: `${AT}/${of.id}`, ...(!may(of) && { noted: false as const }) };
    });

  return {
    [`GET ${AT}`]: door.of("settings", (visit) => ({ page: list(visit) })),
    [`POST ${AT}`]: door.of("settings", send),
    [`GET ${AT}/:id`]: door.of(
      "settings",
      about(async (visit, of) => ({ page: await one(visit, of) })),
    ),
    [`GET ${AT}/:id/report`]: door.of(
      "settings",
      about((_visit, { taken, looked }) => ({ text: (taken ?? looked)?.report ?? "" })),
    ),
    [`POST ${AT}/:id/take`]: door.of(
      "settings",
      begin(TAKE, ({ looked, taken }) => looked?.problems.length === 0 && !taken),
    ),
    [`POST ${AT}/:id/pictures`]: door.of("settings", ["site"], latePictures(serving)),
    [`POST ${AT}/:id/undo`]: door.sure(
      "settings",
      AT,
      begin(UNDO, ({ taken, undone }) => taken !== undefined && undone === undefined),
    ),
    [`POST ${AT}/:id/forget`]: door.of(
      "settings",
      about(async (_visit, { id }) => {
        const [job] = await jobs.about(id);
        if (job?.state === "running") return { to: `${AT}/${id}`, noted: false };
        forgetArrival(dir, id);
        return { to: AT };
      }),
    ),
  };
}

const isSite = (text: string): boolean =>
  text.length <= 300 && /^https?:\/\//.test(text) && URL.canParse(text);

const arrivalsIn =
  (dir: string) =>
  ({ params }: DeskVisit): Arrival | undefined =>
    readArrival(dir, params["id"]!.split("/")[0]!);

const onePage =
  ({ jobs }: Serving) =>
  async ({ account, lang }: DeskVisit, of: Arrival, came: Came = {}) => {
    const words = wordsIn(lang);
    const [job] = await jobs.about(of.id);
    const main = OneArrival({ words, of, job, ...came });
    const { title } = words.arrivals;
    return deskPage({ account, lang, part: PART, title, main });
  };

/** Once more where some did not come; what is at work goes on. Rule RN14. */
function latePictures(serving: Serving) {
  const { jobs, instance } = serving;
  const { dir } = instance.folder;
  const [one, arrivalIn] = [onePage(serving), arrivalsIn(dir)];
  return async (visit: DeskVisit & Fields<"site">): Promise<Reply> => {
    const of = arrivalIn(visit);
    if (!of) return lost(visit);
    const { site } = visit.fields;
    if (site !== "" && !isSite(site)) {
      const problems = { site: wordsIn(visit.lang).arrivals.why.site };
      return { status: 422, page: await one(visit, of, { problems }) };
    }
    const to = `${AT}/${of.id}`;
    const isAtWork = (await jobs.about(of.id)).some(({ state }) => OPEN.includes(state));
    if (!of.taken || of.undone !== undefined || isAtWork) return { to, noted: false };
    if (site !== "") noteArrival(dir, of.id, "about", { ...of.about, site });
    await jobs.add(PICTURES, of.id, of.id);
    return { to };
  };
}
