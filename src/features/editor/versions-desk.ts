/** The versions of a draft: compared with each other, and two that were saved over one. Rule W3. */
import { askDrafts } from "../stories/model.ts";
import type { Reply } from "../../platform/web/reply.ts";
import { mergedForm } from "./merging.ts";
import { formNames } from "./names.ts";
import { BothPage } from "./pages/both.tsx";
import { HistoryPage, type Compared } from "./pages/history.tsx";
import {
  draftContext,
  mayPublish,
  momentAt,
  storyPage,
  unsaidIn,
  type DraftVisit,
} from "./draft-context.ts";
import { wordsIn } from "./words.ts";

export async function history({ serving, visit, draft }: DraftVisit): Promise<Reply> {
  const words = wordsIn(visit.lang);
  const { log } = serving.instance;
  const versions = await askDrafts(log.private).versions(draft.id);
  const { title, told } = await draftContext(serving, visit, draft);
  const { search } = visit;
  const [a, b] = ["a", "b"].map((name) =>
    versions.find(({ version }) => String(version) === search.get(name)),
  );
  let compared: Compared | undefined;
  if (a && b)
    compared = {
      title: words.compareTitle(a.version, b.version),
      before: a.text,
      after: b.text,
    };
  else if (search.has("log"))
    compared = {
      title: words.compareLog,
      before: draft.said ?? "",
      after: told?.files.get(draft.kind === "story" ? "" : draft.lang) ?? "",
    };
  const lines = versions.map((one) => ({ ...one, when: momentAt(one.at, visit.lang) }));
  const main = HistoryPage({ draft, title, versions: lines, compared, words });
  return { page: storyPage(visit, { title: words.historyTitle(title), main }) };
}

export async function both({ serving, visit, draft }: DraftVisit): Promise<Reply> {
  const { id, kind } = draft;
  const { account, frame } = visit;
  const words = wordsIn(visit.lang);
  const { log, snapshot } = serving.instance;
  const versions = await askDrafts(log.private).versions(id);
  const mine = versions.find(({ version }) => String(version) === visit.search.get("mine"));
  if (!mine) return { to: `/desk/stories/${id}/history` };
  // What somebody typed on may have gone over into a later version: the one before it is what both began with.
  const origin = versions.find(({ version, aside }) => aside === 0 && version <= mine.base);
  const base = origin?.text ?? "";
  const unsaid = await unsaidIn(serving, frame, draft);
  const { typed, clashes } = mergedForm(kind, base, draft.text, mine.text);
  const fields = words.fields as Readonly<Record<string, unknown>>;
  const main = BothPage({
    draft,
    mine,
    base,
    clashes: clashes.map((name) => String(fields[name])),
    kind,
    typed,
    lang: typed["language"] ?? draft.lang,
    frame,
    ...(await snapshot((db) => formNames(db, typed, { unsaid, frame, lang: visit.lang }))),
    problems: [],
    words,
    mayPublish: mayPublish(account),
  });
  return { page: storyPage(visit, { title: words.bothTitle, main }) };
}
