/** The addresses of the board of a class: the board, what of it changes, a tap, and the lists to print. Rules CL21 to CL27. */
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import type { Serving } from "../../../platform/feature.ts";
import { namesTag } from "../../../platform/web/etag.ts";
import type { Extra } from "../../../platform/web/extra.ts";
import type { Fields } from "../../../platform/web/handler.ts";
import { codingFor, HTML } from "../../../platform/web/headers.ts";
import { laidIn, markup } from "../../../platform/web/inlay.ts";
import type { Reply } from "../../../platform/web/reply.ts";
import { sendScript } from "../../../platform/web/script.ts";
import { bytesOf, compressFast, contentTag } from "../../../platform/web/weigh.ts";
import { askClasses } from "../private/classes.ts";
import { uuidOf } from "../xapi/uuid.ts";
import { boardOf } from "./board.ts";
import { isDayOf } from "./days.ts";
import { ListPage } from "./list.tsx";
import { BoardPage, BoardPart, inlayOf } from "./page.tsx";
import { boardScript } from "./script.ts";
import { placeKey } from "./tallies.ts";
import { PART } from "../path.ts";
import { pageOf } from "../roster/visit.tsx";
import { atClass, type BoardVisit } from "./visit.tsx";

export function boardAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { of } = serving.door;
  const at = `${PART}/:id`;
  return {
    [`GET ${boardScript.path}`]: sendScript(boardScript),
    [`GET ${at}`]: of(
      "teach",
      atClass(serving, async (visit) => showBoard(visit)),
    ),
    [`GET ${at}/now`]: of("teach", atClass(serving, showNow)),
    [`GET ${at}/list`]: of("teach", atClass(serving, showList, "all days")),
    [`GET ${at}/tap`]: of(
      "teach",
      atClass(serving, async ({ path }) => ({ to: path })),
    ),
    [`POST ${at}/tap`]: of("teach", ["day", "tap"], atClass(serving, takeTap)),
  };
}

function showBoard(at: BoardVisit, trouble?: string): Reply {
  const { held, visit, day } = at;
  const board = boardOf(held, visit.lang, day);
  const main = <BoardPage {...at} board={board} trouble={trouble} />;
  const page = pageOf(visit, held.room.name, main, { script: boardScript.path });
  const inlay = inlayOf({ ...at, board });
  return {
    page,
    ...(inlay && { inlay }),
    ...(trouble !== undefined && { status: 409, noted: false as const }),
  };
}

/** What changes, with a tag: a board on which nothing happened costs a line. */
async function showNow(at: BoardVisit): Promise<Reply> {
  const { visit, held, day } = at;
  const board = boardOf(held, visit.lang, day);
  const html = markup(String(await BoardPart({ ...at, board })));
  const parts = laidIn(html, inlayOf({ ...at, board }));
  const tag = `W/"${contentTag(...parts)}"`;
  const headers = { ETag: tag, Vary: "Accept-Encoding" };
  const { "if-none-match": known, "accept-encoding": codings } = visit.req.headers;
  if (namesTag(known, tag)) return { status: 304, empty: true, headers };
  const isBrotli = codingFor(codings) === "br";
  const plain = bytesOf(parts);
  return {
    file: isBrotli ? compressFast(plain, QUICK) : plain,
    type: HTML,
    cache: "no-store",
    headers: { ...headers, ...(isBrotli && { "Content-Encoding": "br" }) },
  };
}
const QUICK = 3; // of brotli: it is made for one request

async function showList(at: BoardVisit): Promise<Reply> {
  const { held, visit, day, words } = at;
  const main = <ListPage {...at} board={boardOf(held, visit.lang, day)} />;
  return { page: pageOf(visit, words.listTitle(held.room.name), main) };
}

/** `here LEARNER yes`, `open LEARNER`, `shown LEARNER LESSON EXERCISE 0 no`: what it is to be, not that it changes. */
async function takeTap(at: BoardVisit<DeskVisit & Fields<"day" | "tap">>): Promise<Reply> {
  const { visit, held, words, path } = at;
  const { day } = visit.fields;
  const [what, id = "", ...more] = visit.fields.tap.split(" ");
  const learner = held.learners.find((one) => one.id === id);
  if (!learner) return showBoard(at, words.goneLearner);
  let trouble: string | undefined;
  if (what === "here") trouble = await markHere(at, { learner: id, day, is: more[0] });
  else if (what === "open") await askClasses(at.serving.instance.log.private).openAgain(id);
  else trouble = await markShown(at, { learner: id, more });
  if (trouble !== undefined) return showBoard(at, trouble);
  const to = `${path}?day=${isDayOf(held.room, day) ? day : at.day}#l${learner.number}`;
  return { to, noted: { about: held.room.id } };
}

type Tapped = BoardVisit<DeskVisit & Fields<"day" | "tap">>;

/** @returns why nothing was kept */
async function markHere(
  { serving, visit, held, words, now }: Tapped,
  { learner, day, is }: { learner: string; day: string; is: string | undefined },
): Promise<string | undefined> {
  if (!isDayOf(held.room, day)) return words.otherDay;
  const classes = askClasses(serving.instance.log.private);
  const { name: by } = visit.account;
  if (is === "no") await classes.absent({ learner, day });
  else await classes.attend({ room: held.room.id, learner, day, by, at: now });
  return undefined;
}

/** @returns why nothing was kept */
async function markShown(
  { serving, visit, held, words, now }: Tapped,
  { learner, more }: { learner: string; more: readonly string[] },
): Promise<string | undefined> {
  const [lesson = "", exercise = "", said = "", is] = more;
  const step = held.steps.find((one) => one.lesson === lesson && one.exercise === exercise);
  if (!step?.isTask || !/^\d{1,6}$/.test(said)) return words.goneTask;
  const isShown = is !== "no";
  const before = held.tallies.get(learner)?.of.get(placeKey(step))?.said?.came ?? 0;
  const answer = {
    id: uuidOf("shown", held.room.id, learner, lesson, exercise, said),
    room: held.room.id,
    learner,
    lesson,
    exercise,
    answer: String(isShown),
    score: isShown ? 1000 : 0,
    by: visit.account.name,
    device: "desk",
    at: now,
    // What is said last counts, also where the clock was set back since.
    came: Math.max(now, before + 1),
  };
  const kept = await askClasses(serving.instance.log.private).keep({ answers: [answer] });
  return kept.length === 0 ? words.goneLearner : undefined;
}
