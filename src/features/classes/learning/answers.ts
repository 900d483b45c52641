/** Where a device hands in what it holds: `{learner, send, device, holds, answers}` → `{kept, refused, gone}`. No cookie is looked at. */
import type { Serving } from "../../../platform/feature.ts";
import type { Extra } from "../../../platform/web/extra.ts";
import { plainly } from "../../../platform/web/handler.ts";
import { isBody, readBody, throwAway } from "../../../platform/web/read-body.ts";
import type { PlainReply } from "../../../platform/web/reply.ts";
import { isToken } from "../secrets.ts";
import { keepAnswers, whoSends, type Given } from "./keeping.ts";

const MOST = 50; // answers at once
const MOST_HELD = 1_000_000;

interface Sent {
  readonly learner?: unknown;
  readonly send?: unknown;
  readonly device?: unknown;
  readonly holds?: unknown;
  readonly answers?: unknown;
}

export const answersAddress = (serving: Serving): Extra =>
  plainly(async ({ req, res, lang }): Promise<PlainReply> => {
    const { budgets, instance, frame } = serving;
    const no = async (status: number, why: string, retryAfter?: number): Promise<PlainReply> => {
      await throwAway(req, res);
      return { status, json: { why }, ...(retryAfter && { retryAfter }) };
    };
    const type = (req.headers["content-type"] ?? "").split(";")[0]!.trim().toLowerCase();
    if (type !== "application/json") return no(415, "Expected JSON.");
    if (!budgets.take("classAnswers", req)) return no(429, "busy", 30);
    const body = await readBody(req, budgets.limits.classAnswers.bytes ?? 0);
    if (!isBody(body)) return no(body.status, body.message);
    const sent = readSent(body);
    if (!sent) return no(422, `Expected a device, what it holds, and at most ${MOST} answers.`);
    const who = await whoSends(serving, sent.learner, sent.send);
    if (who === "gone") return no(410, "gone");
    if (who === "key") return no(403, "key");
    const { device, holds, answers } = sent;
    const own = lang ?? (await instance.snapshot(frame)).language;
    return { json: await keepAnswers(serving, who, answers, { device, holds, lang: own }) };
  });

function readSent(body: Buffer) {
  let sent: Sent | null;
  try {
    sent = JSON.parse(body.toString("utf8")) as Sent | null;
  } catch {
    return undefined; // no JSON
  }
  const { device, holds, answers, learner, send } = sent ?? {};
  if (typeof device !== "string" || !isToken(device)) return undefined;
  if (!Number.isInteger(holds) || (holds as number) < 0) return undefined;
  if (!Array.isArray(answers) || answers.length > MOST) return undefined;
  const all = (answers as readonly unknown[]).map((one) =>
    typeof one === "object" && one !== null ? (one as Given) : {},
  );
  return {
    learner,
    send,
    device,
    holds: Math.min(holds as number, MOST_HELD),
    answers: all,
  };
}
