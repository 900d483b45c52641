/** Who changed what of a thing and when, and an earlier version brought back. Rule KO7. */
import { deskPage, doneIn } from "../../platform/accounts/pages.tsx";
import type { JsonObject } from "../../platform/records/jcs.ts";
import { timeMs } from "../../platform/records/clock.ts";
import { PlainHead } from "../../platform/web/heads.tsx";
import type { Fields as Read } from "../../platform/web/handler.ts";
import type { Reply } from "../../platform/web/reply.ts";
import { formatMoment } from "./moment.ts";
import { changesBetween, type Change } from "./changes.ts";
import { formPage } from "./form-desk.tsx";
import { problemsIn } from "./form/problems.ts";
import { shapeOf } from "./form/shape.ts";
import { ChangeList } from "./pages/changes.tsx";
import { askContent } from "./private.ts";
import { saveThing } from "./saving.ts";
import { fieldsOf, typedFrom, versionOf } from "./things.ts";
import { PART, pathOfThing, type ThingVisit } from "./visit.ts";

const MOST = 50; // versions, the newest first; the log's own page has them all

interface Version {
  readonly id: string;
  readonly what: string;
  readonly by: string | undefined;
  readonly changes: readonly Change[] | undefined;
  readonly isNow: boolean;
  readonly isWords: boolean;
}

export async function showHistory(at: ThingVisit): Promise<Reply> {
  const { visit, standing, words, name, space } = at;
  const { account, lang, search } = visit;
  const versions = await versionsOf(at);
  const title = words.historyTitle(name);
  const main = (
    <>
      <PlainHead title={title} />
      <p class="acts">
        <a href={pathOfThing(space, standing.slug)}>{words.change(name)}</a>
      </p>
      <ol class="index" reversed>
        {versions.map(({ id, what, by, changes, isNow, isWords }) => (
          <li>
            <h2 class="knot mini">
              {what}
              {by !== undefined && ` ${words.by(by)}`}
              {isNow && `, ${words.now}`}
            </h2>
            {changes ? (
              <ChangeList changes={changes} words={words} />
            ) : (
              isWords && <p>{words.first}</p>
            )}
            {!isNow && isWords && (
              <form method="post">
                <input type="hidden" name="base" value={versionOf(standing)} />
                <button type="submit" class="quiet" name="record" value={id}>
                  {words.bringBack}
                  <span class="vh">: {what}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ol>
    </>
  );
  const done = doneIn(search, lang);
  return { page: deskPage({ account, lang, part: PART, title, main, done }) };
}

async function versionsOf({ serving, visit, standing, part, words }: ThingVisit) {
  const ask = askContent(serving.instance.log.private);
  const authors = new Map(await ask.authors(standing.subject));
  const { lang } = visit;
  return serving.instance.snapshot(async (db) => {
    const versions: Version[] = [];
    let before: Record<string, string> | undefined;
    const shown = standing.records.slice(-MOST - 1);
    const last = shown.findLast(({ kind }) => kind !== part.withdrawal);
    for (const { id, kind, at, body } of shown) {
      const isWords = kind !== part.withdrawal;
      const what = kind === part.opening ? words.made : isWords ? words.edited : words.gone;
      const fields = isWords ? await fieldsOf(db, standing, body as JsonObject, {}) : undefined;
      const typed = fields && (await typedFrom(db, part, fields, lang));
      const changes = typed && before ? changesBetween(part, lang, before, typed) : undefined;
      const when = `${formatMoment(timeMs(at), lang)}: ${what}`;
      const isNow = id === last?.id && !standing.known.isWithdrawn;
      versions.push({ id, what: when, by: authors.get(id), changes, isNow, isWords });
      before = typed ?? before;
    }
    return versions.toReversed().slice(0, MOST);
  });
}

export async function bringBack(
  at: ThingVisit & { readonly visit: Read<"record" | "base"> },
): Promise<Reply> {
  const { visit, standing, serving, part, words } = at;
  const path = `${pathOfThing(part.space, standing.slug)}/history`;
  const found = standing.records.find(({ id }) => id === visit.fields.record);
  if (!found || found.kind === part.withdrawal) return { to: path };
  const fields = await serving.instance.snapshot((db) =>
    fieldsOf(db, standing, found.body as JsonObject),
  );
  if (!fields) return { to: path };
  const { slug } = standing;
  const { frame, account, lang } = visit;
  const { base } = visit.fields;
  const { id: _, ...own } = fields;
  const saved = await saveThing(serving, {
    part,
    slug,
    base,
    fields: own,
    frame,
    by: account.name,
  });
  if ("conflict" in saved) return { to: path };
  if ("problems" in saved) {
    const typed = await serving.instance.snapshot((db) => typedFrom(db, part, fields, lang));
    const problems = problemsIn(shapeOf(part), typed, saved.problems, words);
    return { status: 422, page: await formPage(at, { typed, base, problems }) };
  }
  return { to: `${path}?done`, noted: { about: `${part.space}/${slug}` } };
}
