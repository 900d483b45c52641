/** Where sensors speak: each with its own key, within its own share, once each by the ids of their messages. Rules LE1 to LE4. */
import type { IncomingMessage } from "node:http";
import type { Kind } from "../../../platform/budget/limits.ts";
import type { Serving } from "../../../platform/feature.ts";
import type { Extra } from "../../../platform/web/extra.ts";
import { plainly, type Plain } from "../../../platform/web/handler.ts";
import { isBody, readBody, throwAway } from "../../../platform/web/read-body.ts";
import type { PlainReply } from "../../../platform/web/reply.ts";
import type { NotTaken } from "../private/hear.ts";
import { askListening } from "../private/listening.ts";
import type { Sensor } from "../private/forms.ts";
import { keyHash } from "./key.ts";
import { ID, isRefusal, readMessage, type Refusal } from "./message.ts";
import { take } from "./taking.ts";

const SECOND_OF_DRAWING = 24 * 4; // bytes
const AGAIN = 30; // seconds

type Given = Plain & { readonly sensor: Sensor; readonly body: Buffer };
type Refused = Refusal & { readonly status: number };

export function sensorAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  return {
    "POST /listening/heard": withKey(serving, "sensor", (given) => heard(serving, given)),
    "POST /listening/drawing": withKey(serving, "sensorDrawing", (given) => drawn(serving, given)),
  };
}

const no = (status: number, code: string, why: string): Refused => ({ status, code, why });
const BUSY = no(429, "busy", "Too much at once. Please say it again in half a minute.");

/** The sensor of the key, and a body that is not too long; everything else is refused in one line. */
function withKey(
  { budgets, instance, clock }: Serving,
  kind: "sensor" | "sensorDrawing",
  work: (given: Given) => Promise<object | Refused>,
): Extra {
  const stranger = (req: IncomingMessage): Refused =>
    budgets.take("sensorKey", req)
      ? no(401, "key", "Expected the key of a sensor: Authorization: Bearer KEY.")
      : BUSY;
  async function answer(plain: Plain): Promise<object | Refused> {
    const { req } = plain;
    const [, key = ""] = /^Bearer ([^\s].{0,99})$/i.exec(req.headers.authorization ?? "") ?? [];
    const key_hash = keyHash(key);
    const sensor =
      key_hash === undefined ? undefined : await askListening(instance.log.private).byKey(key_hash);
    if (!sensor) return stranger(req);
    if (!budgets.take(kind, req, sensor.id)) return BUSY;
    const body = await readBody(req, bytesOf(kind, budgets.limits));
    if (!isBody(body))
      return no(body.status, body.status === 413 ? "bytes" : "again", `${body.message}.`);
    return work({ ...plain, sensor, body });
  }
  return plainly(async (plain): Promise<PlainReply> => {
    const said = await answer(plain);
    const now = new Date(clock.aged()).toISOString();
    if (!("status" in said)) return { json: { ...said, now } };
    await throwAway(plain.req, plain.res);
    const { status, ...why } = said;
    const headers = status === 401 ? { "WWW-Authenticate": "Bearer" } : {};
    return {
      status,
      headers,
      json: { ...why, now },
      ...(status === 429 || status === 503 ? { retryAfter: AGAIN } : {}),
    };
  });
}

const bytesOf = (kind: Kind, limits: Serving["budgets"]["limits"]): number =>
  (limits[kind] as { readonly bytes?: number }).bytes ?? 0;

async function heard(serving: Serving, { sensor, body }: Given): Promise<object | Refused> {
  const message = readMessage(body);
  if (isRefusal(message)) return { ...message, status: 422 };
  if (message.sensor !== sensor.name)
    return no(403, "sensor", `This is the key of another sensor than ${message.sensor}.`);
  const { heard: what, threshold } = await take(serving, sensor.id, message);
  if (what === "kept" || what === "known") return { kept: true, threshold: threshold / 1000 };
  if (what === "reused")
    return no(
      409,
      "id",
      `${sensor.name}: another message had this id. This one was heard all the same and is kept, so do not send it again; go on with ids that were never used.`,
    );
  const [code, why] = WHY[what];
  return no(code === "key" ? 401 : 422, code, `${sensor.name}: ${why}`);
}

const WHY: Readonly<Record<NotTaken, readonly [code: string, why: string]>> = {
  clock: ["clock", "the clock is wrong: see what time it is here (now), and say it again."],
  old: ["old", "what is older than a week is not taken any more."],
  key: ["key", "this sensor was taken down."],
};

async function drawn(serving: Serving, { sensor, body, search }: Given): Promise<object | Refused> {
  const { instance, clock } = serving;
  if (body.length === 0 || body.length % SECOND_OF_DRAWING > 0)
    return no(422, "form", "Expected whole seconds: 24 bands, four columns a second, a byte each.");
  if (search.get("sensor") !== sensor.name)
    return no(403, "sensor", "This is the key of another sensor, or of none that is named.");
  const said = search.get("id") ?? "";
  const isKept =
    ID.test(said) && // PostgreSQL knows no text with a NUL in it
    (await askListening(instance.log.private).draw({
      sensor: sensor.id,
      said,
      bands: body.toString("base64"),
      at: clock.aged(),
    }));
  return isKept
    ? { kept: true }
    : no(404, "alarm", "No alarm began of a message with this id, so no drawing is kept.");
}
