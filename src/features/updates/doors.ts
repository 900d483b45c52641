/** Where people subscribe, confirm and stop. A look at an address does nothing; a press of its button does. Rules U1, U2. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Serving } from "../../platform/feature.ts";
import { besideData } from "../../platform/process/data-folder.ts";
import { keepWithdrawn } from "../../platform/process/kept.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { readForm } from "../../platform/web/form-body.ts";
import { openLimit } from "../../platform/web/limit.ts";
import type { Page } from "../../platform/web/route.ts";
import { sendPage } from "../../platform/web/send-page.ts";
import { choicesIn, FIELDS, readChoice, type Typed } from "./choice.ts";
import { ownPage, Step, Subscribe } from "./pages/subscribe.tsx";
import { hashOf, isToken, newId, newToken, stopToken } from "./secrets.ts";
import { wordsIn } from "./words.ts";

const AN_HOUR = { total: 300, each: 20 }; // each is a mail to an address that a stranger typed
const ONE_CLICK = 10_000; // bytes of a body that says nothing

export function subscribeAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { instance, mail, now, base } = serving;
  const limit = openLimit({ ...AN_HOUR, now });
  const words = wordsIn("en");

  async function send(req: IncomingMessage, res: ServerResponse, status: number, page: Page) {
    const frame = await instance.snapshot(serving.frame);
    return sendPage(req, res, { status, page, frame });
  }
  /** The address holds a secret. */
  const secretly = (res: ServerResponse) => {
    res.setHeader("Referrer-Policy", "no-referrer");
    res.setHeader("X-Robots-Tag", "noindex");
  };
  const step = (...about: Parameters<typeof Step>) => ownPage(about[0].title, Step(...about));
  const again = { to: "/updates", words: words.askAgain };

  const form = async (
    typed: Typed,
    more: { problems?: Readonly<Record<string, string>>; trouble?: string } = {},
  ): Promise<Page> => {
    const choices = await choicesNow();
    const main = Subscribe({ words, choices, typed, mails: mail !== undefined, ...more });
    return { kind: "page", uses: {}, title: words.title, description: words.description, main };
  };
  const choicesNow = () =>
    instance.snapshot(async (db) => choicesIn(db, await serving.frame(db), words));

  async function ask(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const posted = await readForm(req, FIELDS);
    if ("problem" in posted)
      return send(
        req,
        res,
        posted.problem.status,
        await form({}, { trouble: posted.problem.message }),
      );
    const typed = posted.fields;
    if (!mail) return send(req, res, 503, await form(typed));
    const read = readChoice(typed, await choicesNow(), words);
    if ("problems" in read) return send(req, res, 422, await form(typed, read));
    if (!limit.take(req)) {
      res.setHeader("Retry-After", "3600");
      return send(req, res, 429, await form(typed, { trouble: words.often429 }));
    }
    const token = newToken();
    const asked = { ...read.choice, confirm_hash: hashOf(token), asked: now() };
    const { name } = await instance.snapshot(serving.frame);
    // What is answered does not tell whether the address is known, nor whether its server takes mail.
    if ((await instance.log.private("subscribers.ask", asked)) === true)
      mail
        .send({
          to: read.choice.address,
          subject: words.mail.confirmSubject(name),
          text: words.mail.confirm(name, `${base}/updates/confirm/${token}`),
          headers: { "Auto-Submitted": "auto-generated" },
        })
        .catch((error: Error) => console.error(`A confirmation was not sent: ${redacted(error)}`));
    const page = step({ title: words.askedTitle, text: words.asked, onward: again });
    return send(req, res, 200, page);
  }

  async function confirm(token: string): Promise<Page> {
    const id = newId();
    const stop_hash = hashOf(stopToken(instance.folder.keys.owner, id));
    const confirmation = { confirm_hash: hashOf(token), now: now(), id, stop_hash };
    const held =
      isToken(token) && (await instance.log.private("subscribers.confirm", confirmation)) === true;
    return held
      ? step({ title: words.confirmedTitle, text: words.confirmed })
      : step({ title: words.confirmTitle, text: words.confirmLost, onward: again });
  }

  /** Whether or not it was known: a second press, and a mail program that presses twice, find it done. */
  async function stop(token: string): Promise<Page> {
    if (isToken(token)) {
      const hash = hashOf(token);
      keepWithdrawn(besideData(instance.folder.dir).withdrawn, hash); // for a restore of an older backup
      await instance.log.private("subscribers.stop", hash);
    }
    return step({ title: words.stoppedTitle, text: words.stopped, onward: again });
  }

  const { confirmTitle, confirmText, confirmButton, stopTitle, stopText, stopButton } = words;
  return {
    "GET /updates": async (req, res) => send(req, res, 200, await form(CHOSEN)),
    "POST /updates": ask,
    "GET /updates/confirm/*": async (req, res) => {
      secretly(res);
      const page = step({ title: confirmTitle, text: confirmText, button: confirmButton });
      return send(req, res, 200, page);
    },
    "POST /updates/confirm/*": async (req, res, { path }) => {
      secretly(res);
      const page = await confirm(path.slice("/updates/confirm/".length));
      return send(req, res, 200, page);
    },
    "GET /updates/stop/*": async (req, res) => {
      secretly(res);
      const page = step({ title: stopTitle, text: stopText, button: stopButton });
      return send(req, res, 200, page);
    },
    // RFC 8058: a mail program posts here by itself, in one of two forms; what it says is always the same.
    "POST /updates/stop/*": async (req, res, { path }) => {
      secretly(res);
      let length = 0;
      for await (const part of req) if ((length += (part as Buffer).length) > ONE_CLICK) break;
      return send(req, res, 200, await stop(path.slice("/updates/stop/".length)));
    },
  };
}

/** What most choose stands chosen. */
const CHOSEN: Typed = { what: "all", often: "each", lang: "en" };

/** An error of a mail server may repeat the address. */
const redacted = ({ message }: Error): string => message.replace(/\S+@\S+/g, "…");
