/** The moderators' queue: what waits as a list, and one of it beside. Rules MO1, MO2 and MO7 to MO12. */
import { dayAt } from "../../engines/calendar/day.ts";
import { idIn, type DeskVisit } from "../../platform/accounts/door.ts";
import { deskPage } from "../../platform/accounts/pages.tsx";
import { may } from "../../platform/accounts/roles.ts";
import type { Feature, Serving } from "../../platform/feature.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { openReports, remarkById, openRemarkCount } from "../conversation/model.ts";
import type { Reply } from "../../platform/web/reply.ts";
import { decide, type Done } from "./commands.ts";
import { isAlone, isFor, isIn, linesFor } from "./lines.ts";
import { QueueMain } from "./pages/queue.tsx";
import { NUMBERS_VERSION } from "./routes.ts";
import { queueScript } from "./script.ts";
import { wordsIn } from "./words.ts";

const PART = "/desk/conversation";
const AT_ONCE = 120; // lines of one list, each with its words: about as much as somebody reads before the next look

export function moderationAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { door, instance, accounts, now } = serving;
  const dayOf = () => dayAt(now());

  async function show(
    visit: DeskVisit,
    came: { readonly id?: string; readonly status?: number; readonly trouble?: string } = {},
  ): Promise<Reply> {
    const { account, lang, frame, search } = visit;
    const words = wordsIn(lang);
    const everybody = await accounts.list();
    const today = dayOf();
    const all = await instance.snapshot((db) =>
      linesFor({ db, frame, lang, today, account, accounts: everybody }),
    );
    const filter = search.get("only") ?? "";
    const chosen = all.filter((line) => isIn(line, filter));
    const current = chosen.find(({ id }) => id === came.id) ?? chosen.find((one) => !one.isHeld);
    const main = QueueMain({
      all,
      lines: chosen.slice(0, AT_ONCE),
      beyond: Math.max(0, chosen.length - AT_ONCE),
      current: current ?? chosen[0],
      filter,
      done: doneOf(search.get("done")),
      trouble: came.trouble,
      words,
    });
    const { title } = words;
    return {
      ...(came.status !== undefined && { status: came.status }),
      page: deskPage({ account, lang, part: PART, title, main, script: queueScript.path }),
    };
  }

  const settle = door.of("moderate", ["do", "version", "reason", "note"], async (visit) => {
    const { account, search, params } = visit;
    const { id = "" } = params;
    const words = wordsIn(visit.lang);
    const remark = await instance.snapshot((db) => remarkById(db, id));
    const everybody = await accounts.list();
    const day = dayOf();
    const decider = { by: account.id, day, alone: isAlone(everybody, account.id) };
    const isMine = !remark || isFor({ account, accounts: everybody, today: day }, remark);
    const done: Done =
      isMine || visit.fields.do === "note"
        ? await decide(serving, words, { id, remark, deed: visit.fields, decider })
        : { trouble: words.held, status: 409 };
    if ("done" in done && done.done !== "noted") await instance.log.touch([NUMBERS_VERSION]);
    if (visit.req.headers.accept === "application/json")
      return "trouble" in done
        ? { status: done.status, json: { error: done.trouble } }
        : { json: done };
    if ("trouble" in done) return show(visit, { id, ...done });
    const query = new URLSearchParams({
      ...(search.has("only") && { only: search.get("only")! }),
      done: done.done,
    });
    return { to: `${PART}${done.done === "noted" ? `/${id}` : ""}?${query}` };
  });

  return {
    [`GET ${PART}`]: door.of("moderate", (visit) => show(visit)),
    [`GET ${PART}/:id`]: door.of("moderate", (visit) => show(visit, { id: idIn(visit) })),
    [`POST ${PART}/:id/decide`]: settle,
  };
}

type DoneWord = Extract<Done, { done: unknown }>["done"];
const DONE: readonly DoneWord[] = ["shown", "refused", "asked", "left", "taken", "noted"];
const doneOf = (text: string | null): DoneWord | undefined => DONE.find((one) => one === text);

export const moderationWaits: NonNullable<Feature["waits"]> = async (
  { instance },
  account,
  lang,
) => {
  if (!may(account.role, "moderate")) return [];
  const count = await instance.snapshot(async (db) => {
    const reported = new Set((await openReports(db)).map(({ about }) => about));
    return (await openRemarkCount(db)) + reported.size;
  });
  return count === 0 ? [] : [{ words: wordsIn(lang).waiting, count, path: PART }];
};
