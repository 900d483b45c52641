/** The form is posted, with files or after they were sent ahead: what fits is kept once, what does not comes back as it was typed. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { openTurns } from "../../platform/db/in-turn.ts";
import type { Serving } from "../../platform/feature.ts";
import { MediaError } from "../../platform/media/media-error.ts";
import { hashOf, isSecret, newSecret } from "../../platform/private/submissions.ts";
import type { Upload } from "../../platform/private/uploads.ts";
import { comesBack, isProgram, sendJson, sendUnread } from "../../platform/web/comes-back.ts";
import { withOwnId } from "../../platform/web/own-form.ts";
import type { Asked, Extra } from "../../platform/web/extra.ts";
import { leaving } from "../../platform/web/leaving.ts";
import { throwAway } from "../../platform/web/read-body.ts";
import { sendPage } from "../../platform/web/send-page.ts";
import { tongueOf, type Tongue } from "./asked.ts";
import type { What } from "./bounds.ts";
import { FIELDS } from "./form.ts";
import { keepContribution, knownAt } from "./keep.ts";
import { refusal, refusalIn } from "./noted.ts";
import { readMultipart, troubleOf, type Came, type Form, type NotTaken } from "./multipart.ts";
import type { TellProps } from "./pages/tell.tsx";
import { tellPage } from "./routes.ts";
import type { Store } from "./store.ts";
import { readTold } from "./told.ts";
import type { TellWords } from "./words.ts";

/** One form that was read, and the ways to answer it. */
interface Posted {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly words: TellWords;
  readonly answer: ReturnType<typeof answering>;
  readonly form: Exclude<Form, { readonly status: unknown }>;
  readonly secret: string;
}

export function receiver(serving: Serving, store: Store): Extra {
  const { instance, now, budgets } = serving;
  const inTurn = openTurns(); // sent twice, the second waits until the first is kept

  async function take(
    req: IncomingMessage,
    res: ServerResponse,
    { asked, hasPlace }: { readonly asked: Asked; readonly hasPlace: boolean },
  ): Promise<void> {
    const tongue = await tongueOf(serving, asked);
    const { words } = tongue;
    const answer = answering(req, res, asked, tongue);
    const most = { whole: budgets.limits.files.bytes };
    const form = await readMultipart(req, hasPlace ? store : undefined, {
      names: FIELDS,
      words,
      most,
      by: budgets.from(req),
    });
    const { id = "" } = withOwnId(req, serving.base, form.fields);
    const secret = isSecret(id) ? id : newSecret();
    const typed = { ...form.fields, id: secret };
    if ("status" in form) return answer.notTaken(form, typed);
    comesBack(req, (status, trouble) => answer.again(status, { typed, trouble }));
    return inTurn(secret, () => keep({ req, res, words, answer, form, secret }));
  }

  async function keep({ req, res, words, answer, form, secret }: Posted): Promise<void> {
    const typed = form.fields;
    const again = { ...typed, id: secret };
    if (await knownAt(serving, secret)) {
      for (const { id } of form.came) await store.discard(id); // sent twice: the first one stands
      return answer.done(secret);
    }
    const owner = hashOf(secret);
    const tooOften = async (files: NonNullable<TellProps["files"]>) => {
      res.setHeader("Retry-After", "3600");
      return answer.again(429, { typed: again, files, trouble: words.refused.busy });
    };
    const isCounted = form.came.length > 0; // before they are looked at, which costs more than words
    if (isCounted && !budgets.take("form", req)) {
      for (const { id } of form.came) await store.discard(id);
      return tooOften([]);
    }
    const problems: Record<string, string> = { ...form.refused };
    await ownFiles(store, form.came, owner, {
      req,
      by: budgets.from(req),
      refused: problems,
      words,
    });
    const all = (await instance.log.private("uploads.of", owner)) as Upload[];
    const named = (typed["uploads"] ?? "").split(" ").filter(Boolean);
    const files = all
      .filter(({ id, state }) => state === "here" && (named.length === 0 || named.includes(id)))
      .toSorted((a, b) => named.indexOf(a.id) - named.indexOf(b.id)); // as they were chosen
    if (named.length > files.length)
      return answer.again(409, { typed: again, files, trouble: words.refused.missing });
    const today = new Date(now()).toISOString().slice(0, 10);
    const read = readTold(typed, files.map(ofUpload), today, words);
    if ("problems" in read) Object.assign(problems, { ...read.problems, ...problems });
    if ("problems" in read || Object.keys(problems).length > 0)
      return answer.again(422, { typed: again, files, problems });
    if (!isCounted && !budgets.take("form", req)) return tooOften(files);
    if (!(await keepContribution(serving, store, { secret, ...read, files, today })))
      return answer.again(503, { typed: again, files, trouble: words.refused.desk });
    return answer.done(secret);
  }

  return async (req, res, asked) => {
    using place = budgets.enter("files", req, res);
    if (!place) res.setHeader("Retry-After", "60");
    await take(req, res, { asked, hasPlace: place !== undefined });
  };
}

/**
 * What a form brought belongs to somebody, once it was looked at.
 * @param answer.refused why some did not, by what they are
 * @throws SenderLeft when whoever sent the form does not wait for that; nothing of it is kept then
 */
export async function ownFiles(
  store: Store,
  came: readonly Came[],
  owner: string,
  answer: {
    readonly req: IncomingMessage;
    /** The network that sent it, salted. */
    readonly by: string;
    readonly refused: Record<string, string>;
    readonly words: TellWords;
  },
): Promise<void> {
  const { req, by, refused, words } = answer;
  using left = leaving(req);
  try {
    for (const one of came) await ownFile(one);
  } catch (error) {
    for (const { id } of came) await store.discard(id);
    await store.drop(came.map(({ id }) => id));
    throw error;
  }

  async function ownFile({ id, what, size }: Came): Promise<void> {
    left.signal.throwIfAborted();
    const opened = await store.begin({ id, owner, what, size }, true);
    if (typeof opened !== "object") {
      refused[what] = words.refused.many;
      await store.discard(id);
      return;
    }
    try {
      const looked = await store.finish(opened, { by, leaving: left.signal });
      if (looked.state !== "refused") return;
      refused[what] = refusalIn(words, looked.note);
    } catch (error) {
      if (!(error instanceof MediaError)) throw error;
      refused[what] = refusalIn(words, refusal(error));
    }
    await store.drop([id]);
  }
}

const ofUpload = ({ id, what }: Upload) => ({ id, what: what as What });

/** To a browser a page, to our own script JSON. */
function answering(req: IncomingMessage, res: ServerResponse, asked: Asked, tongue: Tongue) {
  const isScript = isProgram(req);
  return {
    async notTaken(form: NotTaken, typed: TellProps["typed"]): Promise<void> {
      const { status, message, fields } = form;
      const { frame, words } = tongue;
      if (isScript || Object.keys(fields).length === 0)
        return sendUnread(req, res, { status, why: message, frame, asked });
      await throwAway(req, res);
      return this.again(status, { typed, trouble: troubleOf(form, words.lang) });
    },
    async again(status: number, form: Omit<TellProps, "clips">): Promise<void> {
      const { problems = {}, trouble } = form;
      if (isScript) return sendJson(res, status, { problems, trouble });
      const page = tellPage(form, tongue);
      await sendPage(req, res, { status, page, frame: tongue.frame, asked });
    },
    done(secret: string): void {
      const to = tongue.to(`/o/${secret}`);
      if (isScript) return sendJson(res, 200, { to });
      res.setHeader("Cache-Control", "no-store");
      res.writeHead(303, { Location: to, "Content-Length": "0" });
      res.end();
    },
  };
}
