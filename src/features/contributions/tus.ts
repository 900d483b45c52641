/**
 * Files that arrive in pieces over a link that is cut: the core of tus 1.0 with creation, termination and expiration. The id is made by
 * the phone, so an announcement whose answer was lost can be said again; only who knows the contribution's secret may go on with a file.
 * Rules T3, T4 and T7; why not a library: docs/decisions/0017-uploads.md.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Serving } from "../../platform/feature.ts";
import { hashOf, isSecret } from "../../platform/private/submissions.ts";
import type { Upload } from "../../platform/private/uploads.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { openLimit } from "../../platform/web/limit.ts";
import { KEPT_UNSENT, MAX_FILE, megabytes, WHATS } from "./bounds.ts";
import type { Store } from "./store.ts";
import { en } from "./words/en.ts";

export const UPLOADS = "/take-part/story/files";
const VERSION = "1.0.0";
const AN_HOUR = { total: 2000, each: 300 }; // announcements; a village shares one address

export function uploadDoors(serving: Serving, store: Store): Readonly<Record<string, Extra>> {
  const limit = openLimit({ ...AN_HOUR, now: serving.now });
  /** Of each file the one request that writes it: a newer one ends the older, whose line is dead. */
  const writing = new Map<string, { end: () => void; ended: Promise<unknown> }>();

  async function own(req: IncomingMessage, path: string): Promise<Upload | number> {
    const id = path.slice(UPLOADS.length + 1);
    const key = String(req.headers["upload-key"] ?? "");
    const upload = isSecret(id) ? await store.get(id) : undefined;
    if (!upload) return 404;
    return isSecret(key) && hashOf(key) === upload.owner ? upload : 403;
  }

  async function freed(id: string): Promise<void> {
    const other = writing.get(id);
    other?.end();
    await other?.ended.catch(() => undefined);
  }

  function say(res: ServerResponse, status: number, line = "", more: Record<string, string> = {}) {
    res.setHeader("Cache-Control", "no-store");
    res.setHeader("Tus-Resumable", VERSION);
    const type = line === "" ? {} : { "Content-Type": "text/plain; charset=utf-8" };
    const length = status === 204 ? {} : { "Content-Length": String(Buffer.byteLength(line)) };
    res.writeHead(status, { ...type, ...length, ...more });
    res.end(line);
  }
  const refuse = (res: ServerResponse, status: number) =>
    say(res, status, status === 403 ? en.refused.foreign : en.refused.gone);

  /** All of it came: it is looked at, and whoever sent it hears at once what came of it. */
  async function finish(res: ServerResponse, upload: Upload): Promise<void> {
    const looked = await store.finish(upload);
    if (looked.state === "refused") return say(res, 422, looked.note ?? en.refused.broken);
    say(res, 204, "", { "Upload-Offset": String(upload.size) });
  }

  return {
    [`OPTIONS ${UPLOADS}`]: (_req, res) =>
      say(res, 204, "", {
        "Tus-Version": VERSION,
        "Tus-Extension": "creation,termination,expiration",
        "Tus-Max-Size": String(Math.max(...Object.values(MAX_FILE))),
      }),

    [`POST ${UPLOADS}`]: async (req, res) => {
      const key = String(req.headers["upload-key"] ?? "");
      const about = metadataOf(req);
      const size = Number(req.headers["upload-length"] ?? Number.NaN);
      const what = WHATS.find((one) => one === about["what"]);
      const id = about["id"] ?? "";
      if (!what || !isSecret(id) || !isSecret(key) || !Number.isSafeInteger(size) || size < 0)
        return say(res, 400, en.refused.form);
      if (size === 0) return say(res, 422, en.refused.empty);
      if (size > MAX_FILE[what]) return say(res, 413, en.refused.large(megabytes(MAX_FILE[what])));
      const known = await store.get(id);
      if (!known && !limit.take(req))
        return say(res, 429, en.refused.busy, { "Retry-After": "3600" });
      const opened = await store.begin({ id, owner: hashOf(key), what, size });
      if (opened === "another's") return say(res, 403, en.refused.foreign);
      if (opened === "too many") return say(res, 422, en.refused.many);
      if (opened === "full") return say(res, 503, en.refused.full, { "Retry-After": "3600" });
      say(res, 201, "", { Location: `${UPLOADS}/${id}`, "Upload-Expires": expires(opened) });
    },

    // HEAD: how much of it is here.
    [`GET ${UPLOADS}/*`]: async (req, res, { path }) => {
      const upload = await own(req, path);
      if (typeof upload === "number") return refuse(res, upload);
      await freed(upload.id);
      say(res, 204, "", {
        "Upload-Offset": String(await store.offset(upload)),
        "Upload-Length": String(upload.size),
        "Upload-Expires": expires(upload),
      });
    },

    [`PATCH ${UPLOADS}/*`]: async (req, res, { path }) => {
      const upload = await own(req, path);
      if (typeof upload === "number") return refuse(res, upload);
      if (req.headers["content-type"] !== "application/offset+octet-stream")
        return say(res, 415, en.refused.form);
      await freed(upload.id);
      const here = await store.offset(upload);
      if (Number(req.headers["upload-offset"] ?? Number.NaN) !== here)
        return say(res, 409, "", { "Upload-Offset": String(here) });
      if (here === upload.size) return finish(res, upload);
      const abort = new AbortController();
      const written = store.append(upload, req, abort.signal);
      const mine = {
        ended: written,
        end() {
          abort.abort();
          req.destroy();
        },
      };
      writing.set(upload.id, mine);
      let offset: number;
      try {
        offset = await written;
      } finally {
        if (writing.get(upload.id) === mine) writing.delete(upload.id);
      }
      if (res.destroyed || abort.signal.aborted) return;
      if (offset === upload.size) return finish(res, upload);
      say(res, 204, "", { "Upload-Offset": String(offset) });
    },

    [`DELETE ${UPLOADS}/*`]: async (req, res, { path }) => {
      const upload = await own(req, path);
      if (typeof upload === "number") return refuse(res, upload);
      if (upload.sent === 1) return refuse(res, 403); // it belongs to what was sent, and goes with it
      await freed(upload.id);
      await store.drop([upload.id]);
      say(res, 204);
    },
  };
}

const expires = ({ began }: Upload): string => new Date(began + KEPT_UNSENT).toUTCString();

/** `name base64, name base64` */
function metadataOf(req: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    String(req.headers["upload-metadata"] ?? "")
      .split(",")
      .map((pair) => pair.trim().split(" "))
      .map(([name = "", value = ""]) => [name, Buffer.from(value, "base64").toString("utf8")]),
  );
}
