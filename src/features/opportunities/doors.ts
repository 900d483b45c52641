/** Where the form is posted, and the secret address of its sender. Rules O1–O5. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { slugsOf } from "../../platform/addresses/addresses.ts";
import type { Db } from "../../platform/db/store.ts";
import type { Privately } from "../../platform/private/part.ts";
import { isSecret, newSecret, type Submission } from "../../platform/private/submissions.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { readForm, type FormProblem } from "../../platform/web/form-body.ts";
import type { Frame } from "../../platform/web/frame.ts";
import { openLimit } from "../../platform/web/limit.ts";
import { notePage } from "../../platform/web/pages.ts";
import type { Page } from "../../platform/web/route.ts";
import { sendPage } from "../../platform/web/send-page.ts";
import { SentMain } from "./pages/sent.tsx";
import { formPage } from "./routes.ts";
import { FIELDS, readSent } from "./sent.ts";
import { takeBack, type Speaker } from "./speak.ts";

const AN_HOUR = { total: 200, each: 20 }; // a desk reads no more in a day; a village shares one address

export interface DoorOptions {
  readonly speaker: Speaker;
  readonly private: Privately;
  readonly frame: (db: Db) => Promise<Frame>;
  /** Note it where a restore of an older backup will find it. */
  readonly keepWithdrawn: (secretHash: string) => void;
  readonly now: () => number;
}

export function opportunityDoors(options: DoorOptions): Readonly<Record<string, Extra>> {
  const { speaker } = options;
  const limit = openLimit({ ...AN_HOUR, now: options.now });

  async function answer(
    req: IncomingMessage,
    res: ServerResponse,
    status: number,
    page: Page,
  ): Promise<void> {
    const frame = await speaker.snapshot(options.frame);
    return sendPage(req, res, { status, page, frame });
  }

  async function receive(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const form = await readForm(req, FIELDS);
    if ("problem" in form) return refuse(res, form.problem);
    const typed = form.fields;
    const read = readSent(typed);
    if ("problems" in read)
      return answer(req, res, 422, formPage({ typed, problems: read.problems }));
    if (!limit.take(req)) {
      res.setHeader("Retry-After", "3600");
      const trouble =
        "So many were sent in this hour that no more are taken. Please try again later.";
      return answer(req, res, 429, formPage({ typed, trouble }));
    }
    const secret = newSecret();
    const received = new Date(options.now()).toISOString().slice(0, 10);
    const about = JSON.stringify(read.sent);
    const kept = await options.private("submissions.add", {
      secret,
      received,
      about,
      contact: read.contact,
    });
    if (kept === undefined) {
      const trouble = "The desk has more to read than it can. Please try again in some days.";
      return answer(req, res, 503, formPage({ typed, trouble }));
    }
    res.setHeader("Cache-Control", "no-store");
    res.writeHead(303, { Location: `/o/${secret}`, "Content-Length": "0" });
    res.end();
  }

  async function find(path: string): Promise<[string, Submission] | undefined> {
    const secret = path.slice("/o/".length);
    if (!isSecret(secret)) return undefined;
    const found = await options.private("submissions.bySecret", secret);
    return found === undefined ? undefined : [secret, found as Submission];
  }

  async function show(
    req: IncomingMessage,
    res: ServerResponse,
    found: [string, Submission] | undefined,
    unsure = false,
  ): Promise<void> {
    res.setHeader("Referrer-Policy", "no-referrer"); // the address is the secret
    res.setHeader("X-Robots-Tag", "noindex");
    if (!found) return answer(req, res, 404, notePage("en", "lost"));
    const [secret, submission] = found;
    const { base } = await speaker.snapshot(options.frame);
    const became = await speaker.snapshot((db) => pathOf(db, submission));
    const main = SentMain({
      submission,
      address: `${base}/o/${secret}`,
      unsure,
      ...(became !== undefined && { became }),
    });
    const title = "What you sent";
    const page: Page = { kind: "page", uses: {}, title, description: title, main };
    return answer(req, res, unsure ? 422 : 200, page);
  }

  return {
    "POST /take-part/opportunity": receive,
    "GET /o/*": async (req, res, { path }) => show(req, res, await find(path)),
    "POST /o/*": async (req, res, { path }) => {
      const form = await readForm(req, ["sure"]);
      if ("problem" in form) return refuse(res, form.problem);
      const found = await find(path);
      if (!found || form.fields.sure !== "yes") return show(req, res, found, found !== undefined);
      const [secret, { space, subject, made, secret_hash }] = found;
      // In public first: if the machine stops in between, the sender still sees it here and can say it again.
      if (space === "opportunities" && subject !== null) await takeBack(speaker, subject);
      for (const one of made?.split(" ") ?? []) await takeBack(speaker, one);
      options.keepWithdrawn(secret_hash);
      await options.private("submissions.withdraw", secret);
      res.setHeader("Cache-Control", "no-store");
      res.writeHead(303, { Location: path, "Content-Length": "0" });
      res.end();
    },
  };
}

/** The path of what it became; undefined where that has no address or stands no more. */
async function pathOf(db: Db, { space, subject }: Submission): Promise<string | undefined> {
  if (space === null || subject === null) return undefined;
  const slug = (await slugsOf(db, [subject])).get(subject);
  return slug === undefined ? undefined : `/${space}/${slug}`;
}

function refuse(res: ServerResponse, { status, message }: FormProblem): void {
  const body = `${message}\n`;
  res.setHeader("Cache-Control", "no-store");
  if (status === 413) res.setHeader("Connection", "close");
  res.writeHead(status, {
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Length": Buffer.byteLength(body),
  });
  res.end(body);
}
