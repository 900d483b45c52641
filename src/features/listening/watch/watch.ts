/** The addresses of the watch: who comes in by a PIN sees what waits, goes, and says what was there. Rules LW1 to LW6. */
import type { Account } from "../../../platform/accounts/account.ts";
import { may } from "../../../platform/accounts/roles.ts";
import { openNotes } from "../../../platform/accounts/trail.ts";
import type { Serving } from "../../../platform/feature.ts";
import type { Extra } from "../../../platform/web/extra.ts";
import { inPublic, type PublicVisit } from "../../../platform/web/handler.ts";
import { isOwnForm } from "../../../platform/web/own-form.ts";
import type { Reply } from "../../../platform/web/reply.ts";
import { answerEntry, TRAIL } from "../answering.ts";
import { entriesOf, entryOf } from "../entries.ts";
import { namesOf, reachOf, watchedIn, zoneOf } from "../house.ts";
import { listeningPart } from "../private/listening.ts";
import type { Alarm } from "../private/forms.ts";
import { isLack } from "../private/rows.ts";
import { fitting } from "./fitting.ts";
import { documentOf, sent } from "./frame.tsx";
import { listPage } from "./list.tsx";
import { Closed, ComeIn, OneMain, outcomeWord, whoOf, type Looking } from "./page.tsx";
import { cookiesAtWatch } from "./session.ts";
import { wordsIn, type WatchWords } from "./words.ts";

type Visit = PublicVisit<WatchWords>;

/** Of an alarm, as it stands in addresses and fields; empty for what is none. */
const idIn = (text = ""): string => (/^[\w-]{1,60}$/.test(text) ? text : "");

export function watchAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { accounts, instance } = serving;
  const at = inPublic(serving, { words: wordsIn, unlisted: true });
  const note = openNotes(instance.log.private);
  const alarmAt = ({ params }: Visit): Promise<Alarm | undefined> =>
    instance.snapshot((db) => listeningPart.questions.alarm(db, idIn(params["id"])));

  return {
    "GET /watch": at((visit) => watched(visit, (account) => showList(serving, visit, account))),
    "GET /watch/:id": at((visit) =>
      watched(visit, async (account) => {
        const alarm = await alarmAt(visit);
        return alarm ? showOne(serving, visit, account, { alarm }) : gone(visit);
      }),
    ),
    "POST /watch": at(["name", "pin", "alarm"], (visit) => comeIn(serving, visit)),
    "POST /watch/leave": at(async (visit) => {
      if (!isOwnForm(visit.req, visit.frame.base)) return refused(visit, 403, visit.words.foreign);
      const cookies = cookiesAtWatch(await accounts.leave(visit.req), visit.frame);
      return { to: visit.to("/watch"), cookies };
    }),
    "POST /watch/:id": at(["do", "seen", "of"], (visit) =>
      watched(visit, async (account) => {
        const { fields, to, words, frame } = visit;
        if (!isOwnForm(visit.req, frame.base)) return refused(visit, 403, words.foreign);
        const id = idIn(visit.params["id"]);
        const { do: does, seen, of } = fields;
        const done = await answerEntry(serving, account, { id, does, seen, of });
        if (done === "others") {
          const alarm = await alarmAt(visit);
          return alarm ? showOne(serving, visit, account, { alarm, others: true }) : gone(visit);
        }
        if (done === undefined || done === "unknown") return gone(visit);
        const { alarm, isSo, isNew } = done;
        for (const about of [...(isNew ? [id] : []), ...done.with])
          await note({ ...TRAIL, who: account.id, about, detail: does });
        if (!isSo) return showOne(serving, visit, account, { alarm, asked: does });
        return { to: to(fields.do === "go" ? `/watch/${id}` : `/watch?said=${id}`) };
      }),
    ),
  };

  /** For whoever may watch; others are asked to come in, or told why not. */
  async function watched(visit: Visit, work: (account: Account) => Promise<Reply>): Promise<Reply> {
    const { req, words, to, frame, params } = visit;
    const visitor = await accounts.who(req);
    if (!visitor) {
      const main = ComeIn({ words, to, alarm: idIn(params["id"]) });
      const html = await documentOf({ words, title: words.title, main });
      return sent(frame, html, { status: req.method === "POST" ? 401 : 200 });
    }
    if (!may(visitor.account.role, "watch")) return refused(visit, 403, words.role);
    if (visitor.must) return refused(visit, 403, words.must);
    return work(visitor.account);
  }
}

async function comeIn(
  { accounts }: Serving,
  visit: Visit & { readonly fields: Readonly<Record<"name" | "pin" | "alarm", string>> },
): Promise<Reply> {
  const { fields, words, to, frame, req } = visit;
  if (!isOwnForm(req, frame.base)) return refused(visit, 403, words.foreign);
  const { name } = fields;
  const alarm = idIn(fields.alarm);
  const pin = fields.pin.replaceAll(/\s/g, "");
  const cookies = await accounts.enterByPin(name, pin, req);
  if (cookies && cookies !== "busy")
    return {
      to: to(`/watch/${alarm}`.replace(/\/$/, "")),
      cookies: cookiesAtWatch(cookies, frame),
    };
  const trouble = cookies === "busy" ? words.busy : words.wrong;
  const main = ComeIn({ words, to, alarm, name: name.slice(0, 60), trouble });
  const html = await documentOf({ words, title: words.title, main });
  return sent(frame, html, { status: cookies === "busy" ? 503 : 403 });
}

async function lookingOf(serving: Serving, visit: Visit, { id: me }: Account): Promise<Looking> {
  const { accounts, instance, clock, mail } = serving;
  const { frame, lang, words, to } = visit;
  const all = await accounts.list();
  const now = clock.aged();
  const { watched, why } = await instance.snapshot(async (db) => ({
    watched: await watchedIn(db, lang),
    why: await reachOf(db, { hasMail: mail !== undefined, accounts: all, now }),
  }));
  const unreached = why && words.unreached[why];
  return { words, to, now, zone: zoneOf(frame), me, names: namesOf(all), watched, unreached };
}

async function showList(serving: Serving, visit: Visit, account: Account): Promise<Reply> {
  const { search, frame } = visit;
  const looking = await lookingOf(serving, visit, account);
  const n = search.get("n") ?? "";
  const from = /^\d{1,6}$/.test(n) ? Number(n) : 0;
  const id = idIn(search.get("said") ?? "");
  const kind = search.get("kind") ?? "";
  const { alarm: alarmOf, told: toldOf } = listeningPart.questions;
  const said = await serving.instance.snapshot(async (db) => {
    const alarm = id === "" ? undefined : await alarmOf(db, id);
    if (alarm?.outcome !== null) return alarm?.outcome_by === account.id ? alarm : undefined;
    const told = await toldOf(db, id);
    return told.some((one) => one.account === account.id && one.trouble === "cannot")
      ? alarm
      : undefined;
  });
  return sent(frame, await listPage(looking, from, said, isLack(kind) ? kind : undefined));
}

/** @param about.asked what this person wanted to say, where another was quicker @param about.others more are silent by now */
async function showOne(
  serving: Serving,
  visit: Visit,
  account: Account,
  about: { readonly alarm: Alarm; readonly asked?: string; readonly others?: boolean },
): Promise<Reply> {
  const { words, frame } = visit;
  const { alarm, asked, others = false } = about;
  const looking = await lookingOf(serving, visit, account);
  const { alarms, sensors } = looking.watched;
  const entry = entryOf(entriesOf(alarms, sensors), alarm.id);
  const { html } = await fitting(looking, (as) => {
    const why = others
      ? words.othersBy
      : asked === undefined
        ? undefined
        : quicker(alarm, asked, as);
    const trouble = why === undefined ? {} : { trouble: why };
    return {
      words,
      title: words.kinds[alarm.kind],
      main: OneMain({ ...as, alarm, entry, ...trouble }),
    };
  });
  return sent(frame, html, { status: others || asked !== undefined ? 409 : 200 });
}

export function quicker(alarm: Alarm, asked: string, looking: Looking): string {
  const { words } = looking;
  if (asked === "go" && alarm.outcome === null)
    return words.goesAlready(whoOf(alarm.taken_by, looking));
  const said = alarm.outcome === null ? words.none : outcomeWord(alarm.outcome, alarm, words);
  return words.meanwhile(whoOf(alarm.outcome_by, looking), said);
}

async function refused(visit: Visit, status: number, why: string): Promise<Reply> {
  const { words, frame } = visit;
  const html = await documentOf({ words, title: words.title, main: Closed({ words, why }) });
  return sent(frame, html, { status });
}

const gone = (visit: Visit): Promise<Reply> => refused(visit, 404, visit.words.gone);
