/**
 * Files that arrive in pieces over a link that is cut: the core of tus 1.0 with creation, termination and expiration. The id is made by
 * the phone, so an announcement whose answer was lost can be said again; only who knows the contribution's secret may go on with a file.
 * Rules T3, T4 and T7; why not a library: docs/decisions/0017-uploads.md.
 */
import type { IncomingMessage } from "node:http";
import { isFull } from "../../platform/db/away.ts";
import type { Serving } from "../../platform/feature.ts";
import { MediaError } from "../../platform/media/media-error.ts";
import { hashOf, isSecret } from "../../platform/private/submissions.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { inPublic } from "../../platform/web/handler.ts";
import { leaving } from "../../platform/web/leaving.ts";
import type { Reply } from "../../platform/web/reply.ts";
import { formatBytes } from "../../platform/web/words.ts";
import { FILES, KEPT_UNSENT, LARGEST, maxFile, WHATS } from "./bounds.ts";
import { refusal, refusalIn } from "./file-notes.ts";
import type { Upload } from "./private/uploads.ts";
import type { TellVisit } from "./receive.ts";
import type { Store } from "./store.ts";
import { wordsIn, type TellWords } from "./words.ts";

const VERSION = "1.0.0";

export function uploadHandlers(serving: Serving, store: Store): Readonly<Record<string, Extra>> {
  const at = inPublic(serving, { words: wordsIn });
  const alone = openWriters();

  /** What is asked of a file that was announced. */
  const ofOwn = (work: (visit: TellVisit, upload: Upload) => Promise<Reply>): Extra =>
    at(async (visit) => {
      const upload = await ownUpload(store, visit);
      return typeof upload === "number" ? refuse(upload, visit.words) : work(visit, upload);
    });

  return {
    [`OPTIONS ${FILES}`]: at(() =>
      answer(204, "", {
        "Tus-Version": VERSION,
        "Tus-Extension": "creation,termination,expiration",
        "Tus-Max-Size": String(LARGEST),
      }),
    ),
    [`POST ${FILES}`]: at((visit) => announce(serving, store, visit)),
    // HEAD: how much of it is here.
    [`GET ${FILES}/:id`]: ofOwn((_, upload) =>
      alone(upload.id, nothing, async () =>
        answer(204, "", {
          "Upload-Offset": String(await store.offset(upload)),
          "Upload-Length": String(upload.size),
          "Upload-Expires": expires(upload),
        }),
      ),
    ),
    [`PATCH ${FILES}/:id`]: ofOwn(async (visit, upload) => {
      if (visit.req.headers["content-type"] !== "application/offset+octet-stream")
        return answer(415, visit.words.refused.form);
      const abort = new AbortController();
      const end = () => {
        abort.abort();
        visit.res.destroy();
      };
      return alone(upload.id, end, () => addTo(serving, store, upload, visit, abort.signal));
    }),
    [`DELETE ${FILES}/:id`]: ofOwn(async ({ words }, upload) => {
      if (upload.sent === 1) return refuse(403, words); // it belongs to what was sent, and goes with it
      return alone(upload.id, nothing, async () => {
        await store.drop([upload.id]);
        return answer(204);
      });
    }),
  };
}

/** A phone says what it will send. */
async function announce(
  { budgets }: Serving,
  store: Store,
  { req, words }: TellVisit,
): Promise<Reply> {
  const { refused } = words;
  const key = String(req.headers["upload-key"] ?? "");
  const about = metadataOf(req);
  const size = Number(req.headers["upload-length"] ?? Number.NaN);
  const what = WHATS.find((one) => one === about["what"]);
  const id = about["id"] ?? "";
  if (!what || !isSecret(id) || !isSecret(key) || !Number.isSafeInteger(size) || size < 0)
    return answer(400, refused.form);
  if (size === 0) return answer(422, refused.empty);
  if (size > maxFile(what))
    return answer(413, refused.large(formatBytes(maxFile(what), words.lang)));
  const known = await store.get(id);
  if (!known && !budgets.take("upload", req))
    return answer(429, refused.busy, { "Retry-After": "3600" });
  const opened = await store.begin({ id, owner: hashOf(key), what, size });
  if (opened === "another's") return answer(403, refused.foreign);
  if (opened === "too many") return answer(422, refused.many);
  return answer(201, "", { Location: `${FILES}/${id}`, "Upload-Expires": expires(opened) });
}

/** @returns the status where nobody has it, or somebody else */
async function ownUpload(store: Store, { req, params }: TellVisit): Promise<Upload | number> {
  const { id = "" } = params;
  const key = String(req.headers["upload-key"] ?? "");
  const upload = isSecret(id) ? await store.get(id) : undefined;
  if (!upload) return 404;
  return isSecret(key) && hashOf(key) === upload.owner ? upload : 403;
}

/** What comes joins at its end, where it says that it does. */
async function addTo(
  { budgets }: Serving,
  store: Store,
  upload: Upload,
  { req, res, words }: TellVisit,
  signal: AbortSignal,
): Promise<Reply> {
  const by = budgets.from(req);
  if (signal.aborted) return UNHEARD;
  const here = await store.offset(upload);
  if (Number(req.headers["upload-offset"] ?? Number.NaN) !== here)
    return answer(409, "", { "Upload-Offset": String(here) });
  if (here < upload.size) {
    const from = { bytes: req.iterator({ destroyOnReturn: false }), by };
    const offset = await store.append(upload, from, signal).catch((error: unknown) => {
      if (isFull(error)) return "disk full" as const;
      throw error;
    });
    if (res.destroyed || signal.aborted) return UNHEARD;
    if (typeof offset === "string") {
      const more = { "Retry-After": "3600", Connection: "close" };
      return answer(offset === "full" ? 503 : 507, words.refused.full, more);
    }
    if (offset < upload.size) return answer(204, "", { "Upload-Offset": String(offset) });
  }
  return finish(store, upload, { req, words, by });
}

/** All of it came: it is looked at, and whoever sent it hears at once what came of it. */
async function finish(
  store: Store,
  upload: Upload,
  { req, words, by }: Pick<TellVisit, "req" | "words"> & { readonly by: string },
): Promise<Reply> {
  using left = leaving(req);
  const looked = await store
    .finish(upload, { by, leaving: left.signal })
    .catch((error: unknown) => {
      if (error instanceof MediaError) return error;
      throw error;
    });
  if (looked instanceof MediaError)
    return answer(503, refusalIn(words, refusal(looked)), { "Retry-After": "60" });
  if (looked.state === "refused") return answer(422, refusalIn(words, looked.note));
  return answer(204, "", { "Upload-Offset": String(upload.size) });
}

type Alone = <T>(id: string, end: () => void, work: () => Promise<T>) => Promise<T>;

/** Of each file one request at a time: whoever comes ends the one before, whose line is dead, and waits until it has let go. */
function openWriters(): Alone {
  const writing = new Map<string, { readonly end: () => void; readonly ended: Promise<unknown> }>();
  return async (id, end, work) => {
    const before = writing.get(id);
    before?.end();
    const ended = Promise.resolve(before?.ended).then(work);
    const own = { end, ended: ended.catch(() => undefined) };
    writing.set(id, own);
    try {
      return await ended;
    } finally {
      if (writing.get(id) === own) writing.delete(id);
    }
  };
}

function answer(status: number, text = "", more: Readonly<Record<string, string>> = {}): Reply {
  const headers = { "Tus-Resumable": VERSION, ...more };
  if (text !== "") return { status, headers, text, bare: true };
  return { status, headers: { ...headers, ...(status !== 204 && NO_BODY) }, empty: true };
}
const NO_BODY = { "Content-Length": "0" };
/** To a line that is cut. */
const UNHEARD: Reply = { empty: true };

const refuse = (status: number, { refused }: TellWords): Reply =>
  answer(status, status === 403 ? refused.foreign : refused.gone);

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
