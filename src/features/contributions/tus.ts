/**
 * Files that arrive in pieces over a link that is cut: the core of tus 1.0 with creation, termination and expiration. The id is made by
 * the phone, so an announcement whose answer was lost can be said again; only who knows the contribution's secret may go on with a file.
 * Rules T3, T4 and T7; why not a library: docs/decisions/0017-uploads.md.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Serving } from "../../platform/feature.ts";
import { hashOf, isSecret } from "../../platform/private/submissions.ts";
import { MediaError } from "../../platform/media/media-error.ts";
import type { Upload } from "./private/uploads.ts";
import { isFull } from "../../platform/db/away.ts";
import { unmarked } from "../../platform/words/fallback.ts";
import type { Asked, Extra } from "../../platform/web/extra.ts";
import { leaving } from "../../platform/web/leaving.ts";
import { formatBytes } from "../../platform/web/words.ts";
import { KEPT_UNSENT, LARGEST, maxFile, TELL, WHATS } from "./bounds.ts";
import type { Store } from "./store.ts";
import { refusal, refusalIn } from "./noted.ts";
import { wordsIn, type TellWords } from "./words.ts";

const UPLOADS = `${TELL}/files`;
const VERSION = "1.0.0";

interface Adding {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly words: TellWords;
  readonly signal: AbortSignal;
}

export function uploadDoors(serving: Serving, store: Store): Readonly<Record<string, Extra>> {
  const { budgets, instance } = serving;
  /** Of each file the one request that writes it: a newer one ends the older, whose line is dead. */
  const writing = new Map<string, { readonly end: () => void; readonly ended: Promise<void> }>();

  /** Refusals are in the language that was asked for. */
  const wordsFor = async ({ lang }: Asked): Promise<TellWords> =>
    wordsIn(lang ?? (await instance.snapshot(serving.frame)).language);

  async function own(req: IncomingMessage, { params }: Asked): Promise<Upload | number> {
    const { id = "" } = params;
    const key = String(req.headers["upload-key"] ?? "");
    const upload = isSecret(id) ? await store.get(id) : undefined;
    if (!upload) return 404;
    return isSecret(key) && hashOf(key) === upload.owner ? upload : 403;
  }

  /** One after the other: whoever comes ends the request before, and waits until it has let go of the file. */
  async function alone(id: string, end: () => void, work: () => Promise<void>): Promise<void> {
    const before = writing.get(id);
    before?.end();
    const ended = Promise.resolve(before?.ended).then(work);
    const mine = { end, ended: ended.catch(() => undefined) };
    writing.set(id, mine);
    try {
      await ended;
    } finally {
      if (writing.get(id) === mine) writing.delete(id);
    }
  }

  function say(res: ServerResponse, status: number, said = "", more: Record<string, string> = {}) {
    const line = unmarked(said);
    res.setHeader("Cache-Control", "no-store");
    res.setHeader("Tus-Resumable", VERSION);
    const type = line === "" ? {} : { "Content-Type": "text/plain; charset=utf-8" };
    const length = status === 204 ? {} : { "Content-Length": String(Buffer.byteLength(line)) };
    res.writeHead(status, { ...type, ...length, ...more });
    res.end(line);
  }
  const refuse = (res: ServerResponse, status: number, { refused }: TellWords) =>
    say(res, status, status === 403 ? refused.foreign : refused.gone);

  /** All of it came: it is looked at, and whoever sent it hears at once what came of it. */
  async function finish({ req, res, words }: Adding, upload: Upload): Promise<void> {
    using left = leaving(req);
    const asker = { by: budgets.from(req), leaving: left.signal };
    const looked = await store.finish(upload, asker).catch((error: unknown) => {
      if (error instanceof MediaError) return error;
      throw error;
    });
    if (looked instanceof MediaError)
      return say(res, 503, refusalIn(words, refusal(looked)), { "Retry-After": "60" });
    if (looked.state === "refused") return say(res, 422, refusalIn(words, looked.note));
    say(res, 204, "", { "Upload-Offset": String(upload.size) });
  }

  /** What comes joins at its end, where it says that it does. */
  async function addTo(upload: Upload, adding: Adding): Promise<void> {
    const { req, res, words, signal } = adding;
    if (signal.aborted) return;
    const here = await store.offset(upload);
    if (Number(req.headers["upload-offset"] ?? Number.NaN) !== here)
      return say(res, 409, "", { "Upload-Offset": String(here) });
    if (here === upload.size) return finish(adding, upload);
    const from = { bytes: req.iterator({ destroyOnReturn: false }), by: budgets.from(req) };
    const offset = await store.append(upload, from, signal).catch((error: unknown) => {
      if (isFull(error)) return "disk full" as const;
      throw error;
    });
    if (res.destroyed || signal.aborted) return;
    if (typeof offset === "string") {
      const more = { "Retry-After": "3600", Connection: "close" };
      return say(res, offset === "full" ? 503 : 507, words.refused.full, more);
    }
    if (offset === upload.size) return finish(adding, upload);
    say(res, 204, "", { "Upload-Offset": String(offset) });
  }

  return {
    [`OPTIONS ${UPLOADS}`]: (_req, res) =>
      say(res, 204, "", {
        "Tus-Version": VERSION,
        "Tus-Extension": "creation,termination,expiration",
        "Tus-Max-Size": String(LARGEST),
      }),

    [`POST ${UPLOADS}`]: async (req, res, asked) => {
      const words = await wordsFor(asked);
      const { refused } = words;
      const key = String(req.headers["upload-key"] ?? "");
      const about = metadataOf(req);
      const size = Number(req.headers["upload-length"] ?? Number.NaN);
      const what = WHATS.find((one) => one === about["what"]);
      const id = about["id"] ?? "";
      if (!what || !isSecret(id) || !isSecret(key) || !Number.isSafeInteger(size) || size < 0)
        return say(res, 400, refused.form);
      if (size === 0) return say(res, 422, refused.empty);
      if (size > maxFile(what))
        return say(res, 413, refused.large(formatBytes(maxFile(what), words.lang)));
      const known = await store.get(id);
      if (!known && !budgets.take("upload", req))
        return say(res, 429, refused.busy, { "Retry-After": "3600" });
      const opened = await store.begin({ id, owner: hashOf(key), what, size });
      if (opened === "another's") return say(res, 403, refused.foreign);
      if (opened === "too many") return say(res, 422, refused.many);
      say(res, 201, "", { Location: `${UPLOADS}/${id}`, "Upload-Expires": expires(opened) });
    },

    // HEAD: how much of it is here.
    [`GET ${UPLOADS}/:id`]: async (req, res, asked) => {
      const words = await wordsFor(asked);
      const upload = await own(req, asked);
      if (typeof upload === "number") return refuse(res, upload, words);
      await alone(upload.id, nothing, async () =>
        say(res, 204, "", {
          "Upload-Offset": String(await store.offset(upload)),
          "Upload-Length": String(upload.size),
          "Upload-Expires": expires(upload),
        }),
      );
    },

    [`PATCH ${UPLOADS}/:id`]: async (req, res, asked) => {
      const words = await wordsFor(asked);
      const upload = await own(req, asked);
      if (typeof upload === "number") return refuse(res, upload, words);
      if (req.headers["content-type"] !== "application/offset+octet-stream")
        return say(res, 415, words.refused.form);
      const abort = new AbortController();
      const end = () => {
        abort.abort();
        res.destroy();
      };
      await alone(upload.id, end, () => addTo(upload, { req, res, words, signal: abort.signal }));
    },

    [`DELETE ${UPLOADS}/:id`]: async (req, res, asked) => {
      const words = await wordsFor(asked);
      const upload = await own(req, asked);
      if (typeof upload === "number") return refuse(res, upload, words);
      if (upload.sent === 1) return refuse(res, 403, words); // it belongs to what was sent, and goes with it
      await alone(upload.id, nothing, async () => {
        await store.drop([upload.id]);
        say(res, 204);
      });
    },
  };
}

const nothing = (): void => undefined;
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
