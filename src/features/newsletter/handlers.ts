/** Where people subscribe, confirm and stop. A look at an address does nothing; a press of its button does. Rules U1, U2. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { dayAt } from "../../engines/calendar/day.ts";
import type { Serving } from "../../platform/feature.ts";
import { besideData } from "../../platform/process/data-folder.ts";
import { keepWithdrawn } from "../../platform/process/kept.ts";
import { comesBack, sendUnread } from "../../platform/web/comes-back.ts";
import type { Asked, Extra } from "../../platform/web/extra.ts";
import { readForm } from "../../platform/web/form-body.ts";
import { pathIn, type Frame } from "../../platform/web/frame.ts";
import { askSubscribers, isStop, isThread } from "./private/subscribers.ts";
import type { Page } from "../../platform/web/route.ts";
import { sendPage } from "../../platform/web/send-page.ts";
import { choicesIn, FIELDS, readChoice, type Typed } from "./choice.ts";
import { ownPage, Step, Subscribe } from "./pages/subscribe.tsx";
import { redacted } from "../../platform/mail/redacted.ts";
import { hashOf, isToken, newId, newToken, stopToken } from "./secrets.ts";
import { OF_THREAD, threadWordsIn } from "./threads/words.ts";
import { wordsIn } from "./words.ts";
import type { Words } from "./words.ts";

const ONE_CLICK = 10_000; // bytes of a body that says nothing

export function subscribeHandlers(serving: Serving): Readonly<Record<string, Extra>> {
  const { instance, mail, now, base } = serving;

  /** @param path where it stands, for a page that other languages have too */
  async function send(
    { req, res, asked, frame, lang, to }: Visit,
    status: number,
    page: Page,
    path?: string,
  ) {
    const place = path === undefined ? undefined : { lang, path: to(path) };
    return sendPage(req, res, { status, page, frame, asked: { ...asked, lang }, place });
  }
  /** Every address, in the language that it was asked for in. */
  const visit =
    (answer: (visit: Visit) => Promise<void>): Extra =>
    async (req, res, asked) => {
      const frame = await instance.snapshot(serving.frame);
      const lang = asked.lang ?? mailLanguage(frame, asked.search) ?? frame.language;
      const to = (path: string) => pathIn(frame, lang, path);
      return answer({ req, res, asked, frame, lang, to, words: wordsIn(lang) });
    };
  /** The address holds a secret. */
  const secretly = ({ res }: Visit) => {
    res.setHeader("Referrer-Policy", "no-referrer");
    res.setHeader("X-Robots-Tag", "noindex");
  };
  const step = ({ words }: Visit, about: Parameters<typeof Step>[0]) =>
    ownPage(words.lang, about.title, Step(about));
  const again = ({ words, to }: Visit) => ({ to: to("/updates"), words: words.askAgain });

  const form = async (
    { words, to }: Visit,
    typed: Typed,
    more: { problems?: Readonly<Record<string, string>>; trouble?: string } = {},
  ): Promise<Page> => {
    const choices = await choicesNow(words, typed.what);
    const main = Subscribe({ words, to, choices, typed, mails: mail !== undefined, ...more });
    const { title, description, lang } = words;
    return { kind: "page", uses: {}, title, description, lang, current: "/take-part", main };
  };
  const choicesNow = (words: Words, what = "") => {
    const today = dayAt(now());
    return instance.snapshot(async (db) =>
      choicesIn(db, await serving.frame(db), words, { what, today }),
    );
  };

  async function ask(at: Visit): Promise<void> {
    const { req, res, frame, words } = at;
    const posted = await readForm(req, FIELDS);
    if ("problem" in posted)
      return sendUnread(req, res, { status: posted.problem.status, frame, asked: at.asked });
    const typed = posted.fields;
    comesBack(req, async (status, trouble) => send(at, status, await form(at, typed, { trouble })));
    if (!mail) return send(at, 503, await form(at, typed));
    const read = readChoice(typed, await choicesNow(words, typed.what), words);
    if ("problems" in read) return send(at, 422, await form(at, typed, read));
    if (!serving.budgets.take("subscription", req)) {
      res.setHeader("Retry-After", "3600");
      return send(at, 429, await form(at, typed, { trouble: words.often429 }));
    }
    const token = newToken();
    const asked = { ...read.choice, confirm_hash: hashOf(token), asked: now() };
    const chosen = read.choice.lang;
    const letter = wordsIn(chosen).mail;
    const of = isThread(read.choice.what) ? `?of=${OF_THREAD}` : "";
    const link = base + pathIn(frame, chosen, `/updates/confirm/${token}${of}`);
    // What is answered does not tell whether the address is known, nor whether its server takes mail.
    if (await askSubscribers(instance.log.private).ask(asked))
      mail
        .send({
          to: read.choice.address,
          subject: letter.confirmSubject(frame.name),
          text: letter.confirm(frame.name, link),
          headers: { "Auto-Submitted": "auto-generated", "Content-Language": chosen },
        })
        .catch((error: Error) => console.error(`A confirmation was not sent: ${redacted(error)}`));
    const page = step(at, { title: words.askedTitle, text: words.asked, onward: again(at) });
    return send(at, 200, page);
  }

  async function confirm(at: Visit, token: string): Promise<Page> {
    const { words } = at;
    const id = newId();
    const stop_hash = hashOf(stopToken(instance.folder.keys.secrets, id));
    const confirmation = { confirm_hash: hashOf(token), now: now(), id, stop_hash };
    const held =
      isToken(token) && (await askSubscribers(instance.log.private).confirm(confirmation));
    return held
      ? step(at, { title: words.confirmedTitle, text: wordsOf(at).confirmed })
      : step(at, { title: words.confirmTitle, text: words.confirmLost, onward: again(at) });
  }

  /** Whether or not it was known: a second press, and a mail program that presses twice, find it done. */
  async function stop(at: Visit, token: string): Promise<Page> {
    const { words } = at;
    const hash = hashOf(token);
    // One that was made up, or pressed before, adds no line to a list that is kept for ever.
    if (isToken(token) && (await instance.snapshot((db) => isStop(db, hash)))) {
      keepWithdrawn(besideData(instance.folder.dir).withdrawn, hash); // for a restore of an older backup
      await askSubscribers(instance.log.private).stop(hash);
    }
    return step(at, { title: words.stoppedTitle, text: words.stopped, onward: again(at) });
  }

  return {
    "GET /updates": visit(async (at) =>
      send(at, 200, await form(at, { ...CHOSEN, ...whatAsked(at), lang: at.lang }), "/updates"),
    ),
    "POST /updates": visit(ask),
    "GET /updates/confirm/*": visit(async (at) => {
      secretly(at);
      const { confirmTitle: title, confirmButton: button } = at.words;
      const { confirmText: text } = wordsOf(at);
      return send(at, 200, step(at, { title, text, button }));
    }),
    "POST /updates/confirm/*": visit(async (at) => {
      secretly(at);
      return send(at, 200, await confirm(at, at.asked.path.slice("/updates/confirm/".length)));
    }),
    "GET /updates/stop/*": visit(async (at) => {
      secretly(at);
      const { stopTitle: title, stopText: text, stopButton: button } = wordsOf(at);
      return send(at, 200, step(at, { title, text, button }));
    }),
    // RFC 8058: a mail program posts here by itself, in one of two forms; what it says is always the same.
    "POST /updates/stop/*": visit(async (at) => {
      secretly(at);
      let length = 0;
      for await (const part of at.req) if ((length += (part as Buffer).length) > ONE_CLICK) break;
      return send(at, 200, await stop(at, at.asked.path.slice("/updates/stop/".length)));
    }),
  };
}

interface Visit {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly asked: Asked;
  readonly frame: Frame;
  readonly lang: string;
  readonly to: (path: string) => string;
  readonly words: Words;
}

/** The way to stop names its language apart from the path: it holds for as long as the mail is kept, also when the site has that language no more. */
function mailLanguage({ languages }: Frame, search: URLSearchParams): string | undefined {
  const lang = search.get("lang");
  return languages.find((one) => one === lang);
}

const wordsOf = ({ asked, lang, words }: Visit) =>
  asked.search.get("of") === OF_THREAD ? threadWordsIn(lang) : words;

/** The page of a conversation leads here with it chosen. */
function whatAsked({ asked }: Visit): Typed {
  const what = asked.search.get("what") ?? "";
  return isThread(what) ? { what } : {};
}

/** What most choose stands chosen. */
const CHOSEN: Typed = { what: "all", often: "each" };
