/** Where people subscribe, confirm and stop. A look at an address does nothing; a press of its button does. Rules U1, U2. */
import type { Serving } from "../../platform/feature.ts";
import { besideData } from "../../platform/process/data-folder.ts";
import { keepWithdrawn } from "../../platform/process/kept.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { pathIn, type Frame } from "../../platform/web/frame.ts";
import { inPublic, type Fields, type PublicVisit } from "../../platform/web/handler.ts";
import { tooOften, unkeptPage, type PageReply, type Reply } from "../../platform/web/reply.ts";
import { askSubscribers, EVERYTHING, isStop, isThread } from "./private/subscribers.ts";
import { choicesIn, FIELDS, readChoice, type Typed } from "./choice.ts";
import { Step, Subscribe } from "./pages/subscribe.tsx";
import { redacted } from "../../platform/mail/redacted.ts";
import { hashOf, isToken, newId, newToken, stopToken } from "./secrets.ts";
import { OF_THREAD, threadWordsIn } from "./threads/words.ts";
import { wordsIn } from "./words.ts";
import type { Words } from "./words.ts";

const ONE_CLICK = 10_000; // bytes of a body that says nothing

type Visit = PublicVisit<Words>;

export function subscribeHandlers(serving: Serving): Readonly<Record<string, Extra>> {
  const { instance, mail, now, base } = serving;
  const at = inPublic(serving, { words: wordsIn, langOf: mailLanguage });
  const secretly = inPublic(serving, { words: wordsIn, langOf: mailLanguage, secret: true });

  const form = async (
    { words, to, today }: Visit,
    typed: Typed,
    more: {
      readonly problems?: Readonly<Record<string, string>>;
      readonly trouble?: string;
      readonly status?: number;
    } = {},
  ): Promise<PageReply> => {
    const { status = 200, ...came } = more;
    const choices = await choicesOn(today, words, typed.what);
    const main = Subscribe({ words, to, choices, typed, mails: mail !== undefined, ...came });
    const { title, description, lang } = words;
    const page = { uses: {}, title, description, lang, current: "/take-part", main } as const;
    return { status, page: { kind: "page", ...page } };
  };
  const choicesOn = (today: string, words: Words, what = "") =>
    instance.snapshot(async (db) => choicesIn(db, await serving.frame(db), words, { what, today }));

  async function ask(visit: Visit & Fields<(typeof FIELDS)[number]>): Promise<Reply> {
    const { req, frame, words, today, fields: typed } = visit;
    visit.comesBack((status, trouble) => form(visit, typed, { status, trouble }));
    if (!mail) return form(visit, typed, { status: 503 });
    const read = readChoice(typed, await choicesOn(today, words, typed.what), words);
    if ("problems" in read) return form(visit, typed, { ...read, status: 422 });
    if (!serving.budgets.take("subscription", req))
      return tooOften(await form(visit, typed, { trouble: words.often429 }));
    const token = newToken();
    const asked = { ...read.choice, confirm_hash: hashOf(token), asked: now() };
    const chosen = read.choice.lang;
    const of = isThread(read.choice.what) ? `?of=${OF_THREAD}` : "";
    const link = base + pathIn(frame, chosen, `/updates/confirm/${token}${of}`);
    // What is answered does not tell whether the address is known, nor whether its server takes mail.
    if (await askSubscribers(instance.log.private).ask(asked))
      sendConfirmation(mail, read.choice, { link, site: frame.name });
    const passOn = { frame, lang: words.lang };
    const about = { title: words.askedTitle, text: words.asked, passOn };
    return step(visit, { ...about, onward: again(visit) });
  }

  async function confirm(visit: Visit): Promise<Reply> {
    const { words, params } = visit;
    const { token = "" } = params;
    const id = newId();
    const stop_hash = hashOf(stopToken(instance.folder.keys.secrets, id));
    const confirmation = { confirm_hash: hashOf(token), now: now(), id, stop_hash };
    const held =
      isToken(token) && (await askSubscribers(instance.log.private).confirm(confirmation));
    return held
      ? step(visit, {
          title: words.confirmedTitle,
          text: wordsOf(visit).confirmed,
          passOn: { frame: visit.frame, lang: words.lang },
        })
      : step(visit, { title: words.confirmTitle, text: words.confirmLost, onward: again(visit) });
  }

  /** Whether or not it was known: a second press, and a mail program that presses twice, find it done. */
  async function stop(visit: Visit): Promise<Reply> {
    const { req, words, params } = visit;
    // RFC 8058: a mail program posts here by itself, in one of two forms; what it says is always the same.
    let length = 0;
    for await (const part of req) if ((length += (part as Buffer).length) > ONE_CLICK) break;
    const { token = "" } = params;
    const hash = hashOf(token);
    // One that was made up, or pressed before, adds no line to a list that is kept for ever.
    if (isToken(token) && (await instance.snapshot((db) => isStop(db, hash)))) {
      keepWithdrawn(besideData(instance.folder.dir).withdrawn, hash); // for a restore of an older backup
      await askSubscribers(instance.log.private).stop(hash);
    }
    return step(visit, { title: words.stoppedTitle, text: words.stopped, onward: again(visit) });
  }

  return {
    "GET /updates": at(async (visit) => {
      const { lang, to } = visit;
      const typed = { ...CHOSEN, ...whatAsked(visit), lang };
      return { ...(await form(visit, typed)), place: { lang, path: to("/updates") } };
    }),
    "POST /updates": at(FIELDS, ask),
    "GET /updates/confirm/:token": secretly((visit) => {
      const { confirmTitle: title, confirmButton: button } = visit.words;
      const { confirmText: text } = wordsOf(visit);
      return step(visit, { title, text, button });
    }),
    "POST /updates/confirm/:token": secretly(confirm),
    "GET /updates/stop/:token": secretly((visit) => {
      const { stopTitle: title, stopText: text, stopButton: button } = wordsOf(visit);
      return step(visit, { title, text, button });
    }),
    "POST /updates/stop/:token": secretly(stop),
  };
}

/** Nobody waits for it. */
function sendConfirmation(
  mail: NonNullable<Serving["mail"]>,
  { address, lang }: { readonly address: string; readonly lang: string },
  { link, site }: { readonly link: string; readonly site: string },
): void {
  const letter = wordsIn(lang).mail;
  mail
    .send({
      to: address,
      subject: letter.confirmSubject(site),
      text: letter.confirm(site, link),
      headers: { "Content-Language": lang },
    })
    .catch((error: Error) => console.error(`A confirmation was not sent: ${redacted(error)}`));
}

const step = ({ words }: Visit, about: Parameters<typeof Step>[0]): Reply => ({
  page: unkeptPage(words.lang, { title: about.title, main: Step(about) }),
});
const again = ({ words, to }: Visit) => ({ to: to("/updates"), words: words.askAgain });

/** The way to stop names its language apart from the path: it holds for as long as the mail is kept, also when the site has that language no more. */
function mailLanguage({ languages }: Frame, search: URLSearchParams): string | undefined {
  const lang = search.get("lang");
  return languages.find((one) => one === lang);
}

const wordsOf = ({ search, lang, words }: Visit) =>
  search.get("of") === OF_THREAD ? threadWordsIn(lang) : words;

/** The page of a conversation leads here with it chosen. */
function whatAsked({ search }: Visit): Typed {
  const what = search.get("what") ?? "";
  return isThread(what) ? { what } : {};
}

/** What most choose stands chosen. */
const CHOSEN: Typed = { what: EVERYTHING, often: "each" };
