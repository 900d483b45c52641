/** The addresses that are no pages: the log, media, health, metrics, and the door for records. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import type { HeldBack } from "./held-back.ts";
import type { Budgets } from "./platform/budget/budget.ts";
import { kindsOf } from "./platform/budget/limits.ts";
import { acceptPosted, logAnswer } from "./platform/log/http.ts";
import { isAway } from "./platform/db/away.ts";
import { answerProbe, isProbe, PROBE } from "./platform/doctor/probe.ts";
import { logCounts } from "./platform/log/reading.ts";
import { checkScript } from "./platform/log/script.ts";
import { lighterOf } from "./platform/media/ladder/rungs-of.ts";
import { isMediaName } from "./platform/media/reading.ts";
import { sendMedia } from "./platform/media/serve.ts";
import type { Instance } from "./platform/process/instance.ts";
import type { SteadyClock } from "./platform/process/steady-clock.ts";
import type { Extra } from "./platform/web/extra.ts";
import { isForItself } from "./platform/web/network.ts";
import { codingFor, type Coding } from "./platform/web/headers.ts";
import { faultOf } from "./platform/web/failure.ts";
import { metricsText, type Counters } from "./platform/web/metrics.ts";
import { isBody, readBody, throwAway } from "./platform/web/read-body.ts";
import { compressFast } from "./platform/web/weigh.ts";
import { clockTrouble, machineNow } from "./platform/process/steady-clock.ts";

/** Where a file that is held back is asked for by a page of the desk. */
const DESK_FILES = "/desk/files/";

interface Refusals {
  [code: string]: number;
}

/** What the log answers itself; other addresses below /log are pages. */
const LOG_FILES = [
  "/log/vkey",
  "/log/checkpoint",
  "/log/tile/*",
  "/log/body/*",
  "/log/proof/*",
  checkScript.path,
];

/** A picture in a page; who follows a link to a larger one has read its weight. */
const savesData = ({ headers }: IncomingMessage): boolean =>
  headers["save-data"] === "on" && headers["sec-fetch-dest"] !== "document";

/** @param budgets what posted records may take
 * @param counters asked for when /metrics is: the web server that counts is made with these very handlers */
export function machineRoutes(
  instance: Instance,
  budgets: Budgets,
  counters: () => Counters,
  clock: Pick<SteadyClock, "isSettled" | "behindBy" | "now">,
  held: HeldBack,
  gaugesOf: () => Promise<Readonly<Record<string, number>>>,
): Readonly<Record<string, Extra>> {
  const refused: Refusals = {};
  const logFile: Extra = async (req, res, { path }) => {
    const name = instance.folder.keys.log.name;
    const found = await instance.snapshot((db) =>
      logAnswer(db, path.slice("/log/".length), name, held),
    );
    if (!found) return text(res, 404, "The log has nothing at this address\n");
    const isText = /json|javascript/.test(found.type);
    const coding = isText ? codingFor(req.headers["accept-encoding"]) : "identity";
    const body = encoded(Buffer.from(found.body as string), coding);
    if (isText) res.setHeader("Vary", "Accept-Encoding");
    if (coding !== "identity") res.setHeader("Content-Encoding", coding);
    res.setHeader("Cache-Control", found.cache);
    res.writeHead(found.status, {
      "Content-Type": found.type,
      "Content-Length": body.length,
    });
    res.end(body);
  };
  const mediaFile = mediaFiles(instance, held);
  return {
    "GET /healthz": async (_req, res) => {
      const counts = await unlessAway(() => instance.snapshot(logCounts));
      if (!counts) return text(res, 503, "the database is away\n");
      const { records } = counts;
      if (records === 0) return text(res, 503, "no campaign yet\n");
      const wrong = clockTrouble(clock);
      text(res, 200, wrong ? `ok, but ${wrong}\n` : "ok\n");
    },
    // For `cnd doctor`, which has just written the name into the data folder.
    [`POST ${PROBE}:name`]: async (req, res, { params }) => {
      const { dir } = instance.folder;
      if (isProbe(dir, params["name"]!, machineNow())) return answerProbe(dir, req, res);
      await throwAway(req, res);
      text(res, 404, "Nothing stands at this address\n");
    },
    "GET /metrics": async (req, res) => {
      if (!isForItself(req)) return text(res, 404, "Nothing stands at this address\n");
      const counts = await unlessAway(() => instance.snapshot(logCounts));
      const gauges = {
        cnd_database_away: counts ? 0 : 1,
        cnd_clock_settled: clock.isSettled() ? 1 : 0,
        cnd_clock_behind_seconds: Math.round(clock.behindBy() / 1000),
        ...(counts && { cnd_log_records: counts.records, cnd_bodies_erased: counts.erased }),
        ...(counts && (await unlessAway(gaugesOf))),
      };
      const more = [
        ...(counts ? labelled("cnd_records_held", "gauge", "reason", counts.held) : []),
        ...labelled("cnd_records_refused_total", "counter", "code", refused),
        ...budgetMetrics(budgets),
      ];
      text(res, 200, `${metricsText(counters(), gauges)}${more.map((l) => `${l}\n`).join("")}`);
    },
    ...Object.fromEntries(LOG_FILES.map((pattern) => [`GET ${pattern}`, logFile])),
    "GET /log/records": async (_req, res) => {
      res.setHeader("Allow", "POST");
      text(res, 405, "Records are posted to this address\n");
    },
    "GET /media/*": mediaFile,
    [`GET ${DESK_FILES}*`]: mediaFile,
    "POST /log/records": async (req, res) => {
      using place = budgets.enter("records", req, res);
      const body = place ? await readBody(req, budgets.limits.records.bytes) : NO_PLACE;
      if (!isBody(body)) {
        await throwAway(req, res);
        if (body.status === 503) res.setHeader("Retry-After", "60");
        return text(res, body.status, `${body.message}\n`);
      }
      const { status, answer } = await acceptPosted(body.toString("utf8"), (records) =>
        instance.log.append(records),
      ).catch(unkept);
      if (status === 503) res.setHeader("Retry-After", "10");
      if (status !== 200) {
        const { error } = answer as { error: string };
        refused[error] = (refused[error] ?? 0) + 1;
      }
      res.setHeader("Cache-Control", "no-store");
      res.writeHead(status, { "Content-Type": "application/json" });
      res.end(`${JSON.stringify(answer)}\n`);
    },
  };
}

/** A page of the desk names files as every page does; the cookie of the desk goes below /desk alone, so it is sent on there. */
function mediaFiles(instance: Instance, held: HeldBack): Extra {
  return async (req, res, { path }) => {
    const isAsked = path.startsWith(DESK_FILES);
    const name = path.slice((isAsked ? DESK_FILES : "/media/").length);
    const reach = isMediaName(name) ? await held.reachOf(name, req) : undefined;
    if (!reach) return text(res, 404, "No such file\n");
    const lighter =
      reach !== "nobody" &&
      savesData(req) &&
      (await instance.snapshot((db) => lighterOf(db, name)));
    if (lighter) {
      res.setHeader("Vary", "Save-Data");
      return sendOn(res, `${isAsked ? DESK_FILES : "/media/"}${lighter}`);
    }
    if (reach !== "nobody" && (await sendMedia(instance.media, name, req, res, reach))) return;
    if (reach === "year" || reach === "day") return text(res, 404, "This file is not here now\n");
    // Alike for what was withdrawn, what nobody is to see yet and what never was here: nobody learns which.
    if (!isAsked && isFromHere(req)) return sendOn(res, `${DESK_FILES}${name}`);
    text(res, 410, "Nothing shows this file, or nothing does any more\n");
  };
}

/** A browser that asks for it on a page of ours; over plain http only its `Referer` says so. */
const isFromHere = ({ headers }: IncomingMessage): boolean =>
  headers["sec-fetch-site"] === "same-origin" ||
  (headers["sec-fetch-site"] === undefined &&
    /^https?:\/\/[^/]+\/desk(?:\/|$)/.test(headers.referer ?? ""));

const sendOn = (res: ServerResponse, to: string): void => {
  res.writeHead(302, { Location: to, "Cache-Control": "no-store" }).end();
};

/** Undefined while the database is away. */
async function unlessAway<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (isAway(error)) return undefined;
    throw error;
  }
}

/** A record is known by its id, so that it can be sent again whatever became of it. */
function unkept(error: unknown): { status: number; answer: { error: string; message: string } } {
  const { status, about } = faultOf(error);
  if (about === "failed") throw error;
  const message =
    about === "away"
      ? "The database cannot be reached. Please send these records again in a minute: what is here already is known by its id."
      : "The disk is full, and these records were not kept. Please send them again later.";
  return { status, answer: { error: about, message } };
}

const encoded = (bytes: Buffer, coding: Coding): Buffer =>
  coding === "br" ? compressFast(bytes) : coding === "gzip" ? gzipSync(bytes) : bytes;

const NO_PLACE = {
  status: 503,
  message: "Too much at once; please try again in a minute",
} as const;

/** What strangers were refused, by kind of work and reason, and the places that are held. */
const budgetMetrics = (budgets: Budgets): string[] => [
  "# TYPE cnd_refused_total counter",
  ...[...budgets.refused].map(([which, n]) => {
    const [work, why] = which.split(" ");
    return `cnd_refused_total{work="${work}",why="${why}"} ${n}`;
  }),
  "# TYPE cnd_places_held gauge",
  ...kindsOf(budgets.limits).map((work) => `cnd_places_held{work="${work}"} ${budgets.held(work)}`),
];

function text(res: ServerResponse, status: number, body: string): void {
  res.setHeader("Cache-Control", "no-store");
  res.writeHead(status, {
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Length": Buffer.byteLength(body),
  });
  res.end(body);
}

const labelled = (
  name: string,
  type: "gauge" | "counter",
  label: string,
  values: Readonly<Record<string, number>>,
): string[] => [
  `# TYPE ${name} ${type}`,
  ...Object.entries(values).map(([value, n]) => `${name}{${label}="${value}"} ${n}`),
];
