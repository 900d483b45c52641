/** A photo that is at the desk already comes into a draft, with the words that it has. Rule W20. */
import { readForm } from "../../platform/web/form-body.ts";
import type { Reply } from "../../platform/web/reply.ts";
import { findPictures, pickedPicture, pictureWords, type Pickable } from "../pictures/api.ts";
import { languageOf } from "./file-lines.ts";
import { storyPage, type DraftVisit } from "./draft-context.ts";
import { add, asItIs, noPlace } from "./edit-desk.ts";
import { ChoosePage } from "./pages/choose.tsx";
import { typedOf } from "./typed.ts";
import { draftFile, withPicture } from "./uploads.ts";
import { wordsIn } from "./words.ts";

const A_PAGE = 24;
const MOST_ALT = 2000; // characters
const MOST_CREDIT = 500;

interface Came {
  readonly typed: Readonly<Record<"alt" | "credit" | "as", string>>;
  readonly problems: Readonly<Record<string, string>>;
}

export async function choosing(at: DraftVisit): Promise<Reply> {
  const media = at.visit.search.get("photo");
  const photo = media === null ? undefined : await photoOf(at, media);
  return page(at, photo);
}

/** With its words in the language of the story, where somebody wrote them. */
const photoOf = ({ serving, visit, draft }: DraftVisit, media: string) =>
  serving.instance.snapshot((db) =>
    pickedPicture(db, media, languageOf(draft.text) ?? visit.frame.language),
  );

async function page(at: DraftVisit, photo: Pickable | undefined, came?: Came): Promise<Reply> {
  const { serving, visit, draft } = at;
  const { search, lang, frame } = visit;
  const find = (search.get("find") ?? "").slice(0, 200);
  const asked = search.get("page") ?? "";
  const number = /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1;
  const { found, total } = await serving.instance.snapshot((db) =>
    findPictures(db, {
      find,
      page: number,
      size: A_PAGE,
      lang: languageOf(draft.text) ?? frame.language,
    }),
  );
  const words = wordsIn(lang);
  const main = ChoosePage({
    path: `/desk/stories/${draft.id}`,
    words,
    look: pictureWords(lang),
    photo,
    find,
    found,
    page: number,
    pages: Math.max(1, Math.ceil(total / A_PAGE)),
    typed: came?.typed ?? {
      alt: photo?.alt ?? "",
      credit: photo?.picture.credit ?? "",
      as: search.get("as") === "cover" ? "cover" : "picture",
    },
    problems: came?.problems ?? {},
  });
  return { status: came ? 422 : 200, page: storyPage(visit, { title: words.choosePhoto, main }) };
}

export async function choose(at: DraftVisit): Promise<Reply> {
  const form = await readForm(at.visit.req, ["photo", "alt", "credit", "as"]);
  if ("problem" in form) return { unread: form.problem };
  const words = wordsIn(at.visit.lang);
  const { photo: media, ...typed } = form.fields;
  const photo = await photoOf(at, media);
  if (!photo) return page(at, undefined);
  const [alt, credit] = [oneLine(typed.alt), oneLine(typed.credit)];
  const problems = {
    ...(alt === "" && { alt: words.missing }),
    ...(alt.length > MOST_ALT && { alt: words.photoWords(MOST_ALT) }),
    ...(credit.length > MOST_CREDIT && { credit: words.photoWords(MOST_CREDIT) }),
  };
  if (Object.keys(problems).length > 0) return page(at, photo, { typed, problems });
  const draft = await asItIs(at);
  if (!draft) return { to: "/desk/stories" };
  const before = typedOf(draft.kind, draft.text);
  if (before["file"] !== undefined) return noPlace({ ...at, draft });
  const file = draftFile(draft.slug, photo.picture);
  const as = typed.as === "cover" ? "cover" : "picture";
  const after = withPicture(before, { file, removed: [], alt, credit, as });
  const beside = await add({ ...at, draft }, [file], after);
  if (beside) return beside;
  return { to: `/desk/stories/${draft.id}?${new URLSearchParams({ added: file.name })}` };
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, " ").trim();
