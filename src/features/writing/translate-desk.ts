/** A translation beside its original. Rule W11. */
import { fieldsOf, type DeskAnswer } from "../../platform/accounts/door.ts";
import { closedPage } from "../../platform/accounts/pages.tsx";
import type { Db } from "../../platform/db/store.ts";
import { standingAbout } from "../../platform/log/reading.ts";
import type { Draft, DraftSaved } from "../../platform/private/drafts.ts";
import { notePage } from "../../platform/web/pages.ts";
import { STORY_TRANSLATED, STORY_WITHDRAWN } from "../stories/feature.ts";
import { toldAt, type Told } from "./around.ts";
import { languageIn } from "./check.ts";
import { TranslatePage, type TranslateProps } from "./pages/translate.tsx";
import { MAX_FORM, mayPublish, mayTouch, storyPage, type DraftVisit } from "./room.ts";
import { namesOf, textOf, typedOf, type Typed } from "./typed.ts";
import { wordsIn } from "./words.ts";

type Sides = NonNullable<TranslateProps["before"]>;

export async function showTranslation(at: DraftVisit, lang: string): Promise<DeskAnswer> {
  const { serving, visit, draft } = at;
  const { frame, account } = visit;
  const { instance } = serving;
  const words = wordsIn(frame.language);
  const { told, before } = await instance.snapshot(async (db) => {
    const found = await toldAt(db, draft.slug);
    return { told: found, before: found && (await originalThen(db, found, lang)) };
  });
  const original = told?.known.body as Sides | undefined;
  const own = (told?.known.body as { language?: string } | undefined)?.language;
  if (!told || !original || own === undefined || lang === own || languageIn(lang) === lang)
    return { status: 404, page: notePage(frame.language, "lost") };
  const translation = await translationOf(at, lang);
  if (shut(visit, translation)) return { status: 403, page: closedPage("role") };
  const text =
    translation?.text ?? told.files.get(lang) ?? textOf("translation", { state: "person" });
  const main = TranslatePage({
    draft: translation,
    action: `/desk/stories/${draft.id}/translate/${lang}`,
    back: `/desk/stories/${draft.id}`,
    title: original.title,
    language: languageIn(lang),
    original: { ...original, lang: own, language: languageIn(own) },
    before,
    kind: "translation",
    typed: typedOf("translation", text),
    lang,
    frame,
    names: {},
    problems: [],
    words,
    mayPublish: mayPublish(account),
  });
  const title = words.translateTitle(original.title, languageIn(lang));
  return { page: storyPage(visit, { title, main }) };
}

/** The original as it was worded when the translation was said last; undefined where none was. */
async function originalThen(db: Db, { known }: Told, lang: string): Promise<Sides | undefined> {
  let last: unknown;
  let then: unknown;
  for (const { kind, body } of await standingAbout(db, known.subject)) {
    if (kind === STORY_TRANSLATED) {
      if ((body as { lang?: unknown }).lang === lang) then = last;
    } else if (kind.startsWith("story.") && kind !== STORY_WITHDRAWN) last = body;
  }
  if (!then) return undefined;
  return { ...(then as Sides), lang: String((then as { language?: unknown }).language) };
}

async function translationOf(
  { serving, draft }: DraftVisit,
  lang: string,
): Promise<Draft | undefined> {
  const { log } = serving.instance;
  if (draft.kind === "translation" && draft.lang === lang) return draft;
  const id = await log.private("drafts.find", { kind: "translation", slug: draft.slug, lang });
  return id === undefined ? undefined : ((await log.private("drafts.get", id)) as Draft);
}

const shut = (visit: DraftVisit["visit"], translation: Draft | undefined): boolean =>
  translation !== undefined && !mayTouch(visit.account, translation);

export async function saveTranslation(at: DraftVisit, lang: string): Promise<DeskAnswer> {
  const { serving, visit, draft } = at;
  const { instance, now } = serving;
  const names = ["base", "next", ...namesOf("translation")];
  const form = await fieldsOf(visit.req, names, MAX_FORM);
  if ("refused" in form) return form.refused;
  const { base, next, ...typed } = form.fields as Typed & Record<string, string>;
  const text = textOf("translation", typed);
  const by = visit.account.name;
  let translation = await translationOf(at, lang);
  if (shut(visit, translation)) return { status: 403, page: closedPage("role") };
  const isNew = !translation;
  if (!translation) {
    const told = await instance.snapshot((db) => toldAt(db, draft.slug));
    if (!told?.known.body || languageIn(lang) === lang)
      return { status: 404, page: notePage(visit.frame.language, "lost") };
    const said = told.files.get(lang);
    const fresh = {
      kind: "translation",
      slug: draft.slug,
      lang,
      text: said ?? text,
      by,
      at: now(),
    };
    const made = { ...fresh, ...(said !== undefined && { said }) };
    const id = (await instance.log.private("drafts.create", made)) as string;
    translation = (await instance.log.private("drafts.get", id)) as Draft;
  }
  const { id, version } = translation;
  const what = { id, base: isNew ? version : Number(base), text, by, at: now() };
  const done = (await instance.log.private("drafts.save", what)) as DraftSaved;
  if ("conflict" in done) return { to: `/desk/stories/${id}/both?mine=${done.kept}` };
  if (next === "publish" || next === "phone") return { to: `/desk/stories/${id}/${next}` };
  return { to: `/desk/stories/${draft.id}/translate/${lang}` };
}
