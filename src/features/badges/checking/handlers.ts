/** Where a badge is checked without a script, and what a page that checks by itself asks for. Nothing that comes is kept. */
import { join } from "node:path";
import { dayAt } from "../../../engines/calendar/day.ts";
import type { Serving } from "../../../platform/feature.ts";
import type { Extra } from "../../../platform/web/extra.ts";
import { inPublic, plainly, type PublicVisit } from "../../../platform/web/handler.ts";
import { throwAway } from "../../../platform/web/read-body.ts";
import { unkeptPage, type PageReply, type Reply } from "../../../platform/web/reply.ts";
import { sendScript } from "../../../platform/web/script.ts";
import { formatDay } from "../../../platform/web/words.ts";
import { askBadges } from "../private.ts";
import { judge, type Verdict } from "./judge.ts";
import { knownHere } from "./known.ts";
import { CHECK, CheckMain } from "./page.tsx";
import { readCheck, type Posted } from "./posted.ts";
import { forScript, KNOWN } from "./routes.ts";
import { saidOf, type Said } from "./said.ts";
import { checkScript, readerScript } from "./script.ts";
import { checkWordsIn, type CheckWords } from "./words.ts";

type Visit = PublicVisit<CheckWords>;

export function checkingAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { instance, now } = serving;
  const at = inPublic(serving, { words: checkWordsIn, unlisted: true });
  return {
    [`POST ${CHECK}`]: at((visit) => check(serving, visit)),
    [`GET ${KNOWN}`]: plainly(async () => ({
      json: await instance.snapshot((db) => knownHere(db, dayAt(now()))),
    })),
    [`GET ${checkScript.path}`]: sendScript(checkScript),
    [`GET ${readerScript.path}`]: sendScript(readerScript),
  };
}

async function check(serving: Serving, visit: Visit): Promise<Reply> {
  const { budgets, instance } = serving;
  const { req, res, words } = visit;
  const { refused } = words;
  using place = budgets.enter("check", req, res);
  if (!place || !budgets.take("check", req)) {
    await throwAway(req, res);
    return again(visit, { status: 503, trouble: refused.busy });
  }
  const work = join(instance.folder.dir, "work");
  const most = budgets.limits.check.bytes;
  const posted = await readCheck(req, {
    work,
    most,
    signal: place.signal,
    whose: budgets.from(req),
  });
  if ("status" in posted) {
    await throwAway(req, res);
    const trouble = posted.status === 413 ? refused.large : refused.form;
    return again(visit, { status: posted.status, trouble });
  }
  visit.comesBack((status, trouble) => again(visit, { status, trouble, typed: posted }));
  if (posted.photo === "noCode" && posted.text.trim() === "")
    return again(visit, {
      typed: posted,
      said: { tone: "open", first: words.verdict.noCode, more: [] },
    });
  if (posted.photo !== undefined && posted.photo !== "noCode" && posted.text.trim() === "") {
    const { photo } = posted;
    const status = photo === "busy" ? 503 : photo === "large" ? 413 : 422;
    return again(visit, { status, trouble: refused[photo], typed: posted });
  }
  const verdict = await verdictOn(serving, posted);
  const said = saidOf(verdict, words.verdict, (day) => formatDay(day, words.lang));
  return again(visit, { typed: posted, said });
}

/** What was typed goes before a photo. */
async function verdictOn({ instance, now }: Serving, posted: Posted): Promise<Verdict> {
  const known = await instance.snapshot((db) => knownHere(db, dayAt(now())));
  const how = { name: posted.name, known, now: now() };
  const verdict = await judge(posted.text.trim() === "" ? (posted.code ?? "") : posted.text, how);
  if (verdict.is !== "address") return verdict;
  const badge = await askBadges(instance.log.private).given(verdict.id);
  return badge ? judge(badge.token, how) : verdict;
}

interface Again {
  readonly status?: number;
  readonly trouble?: string;
  readonly typed?: Pick<Posted, "name" | "text" | "code">;
  readonly said?: Said;
}

/** The code of a photo comes back as text, so that another name can be tried without the photo. */
function again({ words, to }: Visit, { status = 200, trouble, typed, said }: Again): PageReply {
  const text = typed && (typed.text.trim() === "" ? (typed.code ?? "") : typed.text);
  return {
    status,
    page: unkeptPage(words.lang, {
      title: words.title,
      description: words.description,
      current: "/do-good",
      script: checkScript.path,
      main: CheckMain({
        words,
        to,
        forScript: forScript(),
        ...(typed && text !== undefined && { typed: { name: typed.name, text } }),
        said,
        trouble,
      }),
    }),
    ...(status === 503 && { retryAfter: 60 }),
  };
}
