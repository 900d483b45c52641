/** `POST /measurements`: a result, from the script as JSON or typed into the form. Rules MR1 to MR5. */
import { randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { dayAt } from "../../engines/calendar/day.ts";
import type { Budgets } from "../../platform/budget/budget.ts";
import { subjectAt } from "../../platform/addresses/addresses.ts";
import { askMeasurements, type RawRow } from "./private.ts";
import type { Instance } from "../../platform/process/instance.ts";
import { sha256 } from "../../platform/records/record.ts";
import { isBody, readBody } from "../../platform/web/read-body.ts";
import { numberIn } from "../../platform/web/typed-number.ts";
import { placesBySubject } from "../places/api.ts";
import { cellAt } from "./cell.ts";
import { readSent, type Sent } from "./raw.ts";
import { sayIfDue } from "./commands.ts";
import { wordsIn } from "./words.ts";

interface Taken {
  readonly status: number;
  readonly line: string;
  /** Of the page on which somebody typed it in; absent where a script sent it. */
  readonly lang?: string;
}

/** One door for one instance. */
export function openIntake(instance: Instance, budgets: Budgets, now: () => number) {
  const most = budgets.limits.result.bytes;
  const day = () => dayAt(now());
  return async (req: IncomingMessage): Promise<Taken> => {
    const body = await readBody(req, most);
    if (!isBody(body)) return refuse(body.status, body.message);
    const text = body.toString("utf8");
    const mayCome = () => budgets.take("result", req);
    const isForm = req.headers["content-type"]?.startsWith("application/x-www-form-urlencoded");
    if (!isForm) return take(jsonOf(text), mayCome);
    const form = new URLSearchParams(text);
    const { lang } = wordsIn(form.get("lang") ?? "en"); // whatever the form says, a language of ours
    return { ...(await take(typedIn(form, day(), lang), mayCome)), lang };
  };

  async function take(said: unknown, mayCome: () => boolean): Promise<Taken> {
    const sent = readSent(said, day());
    if (typeof sent === "string") return refuse(400, sent);
    const cell = await cellOf(instance, sent.where);
    if (cell === undefined) return refuse(400, "where.place: expected a place of this campaign.");
    if (!mayCome()) return refuse(429, "Too many results this minute. Please try again.");
    const row = rowOf(sent, cell);
    const kept = await askMeasurements(instance.log.private).keep(row);
    if (kept === "full")
      return refuse(429, "Enough was measured here this month. Nothing was kept.");
    if (kept === "kept") await sayIfDue(instance, cell, sent.month);
    return { status: 200, line: `Kept for ${cell}, ${sent.month}.` };
  }
}

const refuse = (status: number, line: string): Taken => ({ status, line });

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a person saw elsewhere and typed in: no phone made a token for it, so it only counts as typed. */
function typedIn(form: URLSearchParams, today: string, lang: string): unknown {
  const number = (name: string) => {
    const text = form.get(name)?.trim() ?? "";
    if (text === "") return undefined;
    const read = numberIn(text, lang);
    return typeof read === "number" ? read : Number(text.replace(",", ".")); // 2,5 is one wherever it is typed
  };
  const rate = (name: string) => {
    const mbps = number(name);
    return mbps === undefined ? {} : { [name]: { kbps: mbps * 1000, says: "about", error: 1 } };
  };
  const ms = number("latency");
  return {
    id: randomBytes(16).toString("hex"),
    month: today.slice(0, 7),
    where: { place: form.get("place") ?? "" },
    result: {
      budget: 0,
      used: 0,
      sent: 0,
      lost: 0,
      failures: [],
      ...(ms !== undefined && { latency: { median: ms, low: ms, high: ms, n: 1 } }),
      ...rate("down"),
      ...rate("up"),
    },
  };
}

async function cellOf(instance: Instance, where: Sent["where"]): Promise<string | undefined> {
  if ("cell" in where) return where.cell;
  if ("near" in where) return cellAt(...where.near);
  return instance.snapshot(async (db) => {
    const address = await subjectAt(db, "places", where.place);
    if (!address) return undefined;
    const card = (await placesBySubject(db, [address.subject])).get(address.subject);
    return card && cellAt(card.lat, card.lon);
  });
}

/** What is kept: the cell and the month, no day, no position, and the token only as a hash of this cell and month. */
function rowOf({ id, token, month, result }: Sent, cell: string): RawRow {
  return {
    id,
    cell,
    month,
    token: token === undefined ? null : sha256(`${token} ${cell} ${month}`),
    latency: result.latency?.median ?? null,
    down: result.down?.kbps ?? null,
    down_says: result.down?.says ?? null,
    up: result.up?.kbps ?? null,
    up_says: result.up?.says ?? null,
    sent: result.sent,
    lost: result.lost,
    failures: JSON.stringify(result.failures),
  };
}
