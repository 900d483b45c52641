/** The form is posted, with files or after they were sent ahead: what fits is kept once, what does not comes back as it was typed. */
import { rm } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Serving } from "../../platform/feature.ts";
import { hashOf, isSecret, newSecret } from "../../platform/private/submissions.ts";
import type { Upload } from "../../platform/private/uploads.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { openLimit } from "../../platform/web/limit.ts";
import { sendPage } from "../../platform/web/send-page.ts";
import { keepContribution, knownAt } from "./keep.ts";
import { readMultipart, type Came } from "./multipart.ts";
import type { TellProps } from "./pages/tell.tsx";
import { tellPage } from "./routes.ts";
import { COMING, type Store } from "./store.ts";
import { readTold } from "./told.ts";
import { en } from "./words/en.ts";

const AN_HOUR = { total: 200, each: 20 }; // as for everything that is sent without an account
const MAX_FORMS = 8; // at once; each may write 300 MB before it is looked at

export function receiver(serving: Serving, store: Store): Extra {
  const { instance, now } = serving;
  const limit = openLimit({ ...AN_HOUR, now });
  let running = 0;

  async function own(came: readonly Came[], owner: string, refused: Record<string, string>) {
    for (const { id, what, size } of came) {
      const from = store.path(id) + COMING;
      const opened = await store.begin({ id, owner, what, size }, from);
      if (typeof opened !== "object") {
        refused[what] = opened === "full" ? en.refused.full : en.refused.many;
        await rm(from, { force: true });
        continue;
      }
      const looked = await store.finish(opened);
      if (looked.state !== "refused") continue;
      refused[what] = looked.note ?? en.refused.broken;
      await store.drop([id]);
    }
  }

  async function take(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const answer = answering(serving, req, res);
    const form = await readMultipart(req, store);
    if ("status" in form) return answer.line(form.status, form.message);
    const typed = form.fields;
    const secret = isSecret(typed["id"] ?? "") ? typed["id"]! : newSecret();
    const again = { ...typed, id: secret };
    if (await knownAt(serving, secret)) {
      for (const { id } of form.came) await rm(store.path(id) + COMING, { force: true }); // sent twice: the first one stands
      return answer.done(secret);
    }
    const owner = hashOf(secret);
    const problems: Record<string, string> = { ...form.refused };
    await own(form.came, owner, problems);
    const all = (await instance.log.private("uploads.of", owner)) as Upload[];
    const named = (typed["uploads"] ?? "").split(" ").filter(Boolean);
    const files = all.filter(
      ({ id, state }) => state === "here" && (named.length === 0 || named.includes(id)),
    );
    if (named.length > files.length)
      return answer.again(409, { typed: again, files, trouble: en.refused.missing });
    const today = new Date(now()).toISOString().slice(0, 10);
    const read = readTold(typed, new Set(files.map(({ what }) => what)), today);
    if ("problems" in read) Object.assign(problems, { ...read.problems, ...problems });
    if ("problems" in read || Object.keys(problems).length > 0)
      return answer.again(422, { typed: again, files, problems });
    if (!limit.take(req)) {
      res.setHeader("Retry-After", "3600");
      return answer.again(429, { typed: again, files, trouble: en.refused.busy });
    }
    if (!(await keepContribution(serving, store, { secret, ...read, files, today })))
      return answer.again(503, { typed: again, files, trouble: en.refused.desk });
    return answer.done(secret);
  }

  return async (req, res) => {
    if (running >= MAX_FORMS) {
      res.setHeader("Retry-After", "60");
      return answering(serving, req, res).line(503, en.refused.full);
    }
    running += 1;
    try {
      await take(req, res);
    } finally {
      running -= 1;
    }
  };
}

/** To a browser a page, to our own script JSON. */
function answering(serving: Serving, req: IncomingMessage, res: ServerResponse) {
  const isScript = req.headers.accept === "application/json";
  function send(status: number, type: string, body: string): void {
    res.setHeader("Cache-Control", "no-store");
    res.writeHead(status, { "Content-Type": type, "Content-Length": Buffer.byteLength(body) });
    res.end(body);
  }
  const json = (status: number, body: object) =>
    send(status, "application/json", JSON.stringify(body));
  return {
    line(status: number, message: string): void {
      if (status === 413) lingerOn(req, res);
      if (isScript) return json(status, { trouble: message });
      send(status, "text/plain; charset=utf-8", `${message}\n`);
    },
    async again(status: number, form: TellProps): Promise<void> {
      const { problems = {}, trouble } = form;
      if (isScript) return json(status, { problems, trouble });
      const page = tellPage(form);
      const frame = await serving.instance.snapshot(serving.frame);
      await sendPage(req, res, { status, page, frame });
    },
    done(secret: string): void {
      const to = `/o/${secret}`;
      if (isScript) return json(200, { to });
      res.setHeader("Cache-Control", "no-store");
      res.writeHead(303, { Location: to, "Content-Length": "0" });
      res.end();
    },
  };
}

const LINGER = 3000; // ms; a browser that is still sending reads the answer only if the line is not cut at once

function lingerOn(req: IncomingMessage, res: ServerResponse): void {
  res.setHeader("Connection", "close");
  req.resume();
  setTimeout(() => req.destroy(), LINGER).unref();
}
