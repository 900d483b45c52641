/** A translation and its original. Rule W11. */
import { closedPage } from "../../platform/accounts/pages.tsx";
import type { Db } from "../../platform/db/store.ts";
import { standingAbout } from "../../platform/log/reading.ts";
import { notePage } from "../../platform/web/pages.ts";
import { readForm } from "../../platform/web/form-body.ts";
import type { Reply } from "../../platform/web/reply.ts";
import { STORY_TRANSLATED, STORY_WITHDRAWN, type Story } from "../stories/api.ts";
import { askDrafts } from "../stories/model.ts";
import { standingStory, type StandingStory } from "./around.ts";
import { languageIn } from "../../platform/web/languages.ts";
import { isLanguage } from "./check.ts";
import type { Beside, Sides } from "./pages/beside.tsx";
import { mayTouch, type DraftVisit } from "./draft-context.ts";
import { groupOf, textOf, typedOf } from "./typed.ts";

/** What stands beside the form of a translation; undefined for a story, and where its original is not told. */
export async function besideOf(
  { serving, visit, draft }: DraftVisit,
  told: StandingStory | undefined,
): Promise<Beside | undefined> {
  const now = told && originalIn(told);
  if (!told || !now || draft.kind === "story") return undefined;
  const before = await serving.instance.snapshot((db) => originalThen(db, told, draft.lang));
  return { now, before, language: languageIn(now.lang, visit.lang) };
}

/** Takes the translation up that is being written, or begins one from what stands or from nothing. */
export async function translate(at: DraftVisit): Promise<Reply> {
  const { serving, visit, draft } = at;
  const { log, snapshot } = serving.instance;
  const form = await readForm(visit.req, ["lang"]);
  if ("problem" in form) return { unread: form.problem };
  const { lang } = form.fields;
  const { slug } = draft;
  const own = { kind: "translation" as const, slug, lang };
  const id = await askDrafts(log.private).find(own);
  if (id !== undefined) {
    const known = (await askDrafts(log.private).get(id))!;
    if (!mayTouch(visit.account, known))
      return { status: 403, page: closedPage("role", visit.lang) };
    return { to: `/desk/stories/${id}` };
  }
  const told = await snapshot((db) => standingStory(db, slug));
  const original = told && originalIn(told);
  if (!original || lang === original.lang || !isLanguage(lang))
    return { status: 404, page: notePage(visit.lang, "lost") };
  const said = told.files.get(lang);
  const fresh = {
    ...own,
    text: said ?? textOf("translation", { state: "person" }),
    by: visit.account.name,
    at: serving.now(),
    said,
  };
  return { to: `/desk/stories/${await askDrafts(log.private).create(fresh)}` };
}

/** The original as it was worded when the translation was said last; undefined where none was. */
async function originalThen(
  db: Db,
  { known }: StandingStory,
  lang: string,
): Promise<Sides | undefined> {
  if (!known) return undefined;
  let last: unknown;
  let then: unknown;
  for (const { kind, body } of await standingAbout(db, known.subject)) {
    if (kind === STORY_TRANSLATED) {
      if ((body as { lang?: unknown }).lang === lang) then = last;
    } else if (kind.startsWith("story.") && kind !== STORY_WITHDRAWN) last = body;
  }
  return sidesOf(then);
}

/** As it waits for its day, where it does; else as it stands. */
function originalIn({ known, waits }: StandingStory): Sides | undefined {
  const waiting = waits.get("");
  if (!waiting) return sidesOf(known?.body);
  const typed = typedOf("story", waiting.text);
  const {
    title = "",
    summary = "",
    ask_text: ask,
    figure_number: number,
    figure_says: says,
    markdown = "",
    language: lang = "",
  } = typed;
  const questions = asksIn(groupOf("story", typed, "questions"));
  return { title, summary, ask, figure: figureIn({ number, says }), questions, markdown, lang };
}

function sidesOf(body: unknown): Sides | undefined {
  if (!body) return undefined;
  const { language: lang, ask, figure, questions, ...story } = body as Story;
  return {
    ...story,
    ask: ask?.text,
    figure: figure && figureIn(figure),
    questions: asksIn(questions),
    lang,
  };
}

/** One a line, as a translation has them. */
function asksIn(questions: unknown): string | undefined {
  if (!Array.isArray(questions)) return undefined;
  return questions
    .flatMap((one: { readonly ask?: unknown }) => (typeof one?.ask === "string" ? one.ask : []))
    .join("\n");
}

function figureIn(figure: {
  readonly number?: string | undefined;
  readonly says?: string | undefined;
}): string | undefined {
  const said = [figure.number, figure.says].filter((part) => part !== undefined && part !== "");
  return said.length === 0 ? undefined : said.join(" ");
}
