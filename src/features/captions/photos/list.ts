/** The list of photos at the desk, and a photo that is added to it. */
import { join } from "node:path";
import type { IncomingMessage } from "node:http";
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import { may } from "../../../platform/accounts/roles.ts";
import type { Serving } from "../../../platform/feature.ts";
import { LADDER } from "../../../platform/media/ladder/ladder.ts";
import { readParts } from "../../../platform/media/form.ts";
import type { Reply } from "../../../platform/web/reply.ts";
import type { Html } from "../../../platform/web/route.ts";
import { formatBytes } from "../../../platform/web/words.ts";
import { mediaRefused } from "../../contributions/api.ts";
import { findPictures, folded, pictureWords } from "../../pictures/api.ts";
import { askPictures, type Picture } from "../../pictures/model.ts";
import { PhotoList } from "./pages/list.tsx";
import { photoPath } from "./paths.ts";
import { wordsIn, type PhotoWords } from "./words.ts";

export const MAX_PHOTO = 15_000_000; // bytes; as phones write them
const MAX_FORM = MAX_PHOTO + 20_000; // bytes; the words beside it
const SIDE = 2048; // pixels; more than any screen shows, and less than a megabyte of most photos
const A_PAGE = 24;
const FIELDS = ["alt", "credit"] as const;
type Typed = Readonly<Partial<Record<(typeof FIELDS)[number], string>>>;

/** @param came what was typed beside a photo that was not taken, and why it was not */
export async function photoSection(
  { instance }: Pick<Serving, "instance">,
  { search, lang, frame, account }: Pick<DeskVisit, "search" | "lang" | "frame" | "account">,
  came: { readonly typed?: Typed; readonly trouble?: string } = {},
): Promise<Html> {
  const find = (search.get("find") ?? "").slice(0, 200);
  const asked = /^[1-9]\d{0,4}$/.test(search.get("page") ?? "") ? Number(search.get("page")) : 1;
  const { found, total } = await instance.snapshot((db) =>
    findPictures(db, { find, page: asked, size: A_PAGE, lang: frame.language }),
  );
  return PhotoList({
    words: wordsIn(lang),
    find,
    look: pictureWords(lang),
    page: asked,
    pages: Math.max(1, Math.ceil(total / A_PAGE)),
    total,
    found,
    maxBytes: MAX_PHOTO,
    typed: came.typed ?? {},
    trouble: came.trouble,
    several: may(account.role, "publish"),
  });
}

/** A photo from a form, in the store and at the desk, or why it was not taken. */
export async function takePhoto(
  { instance, jobs, now }: Pick<Serving, "instance" | "jobs" | "now">,
  {
    req,
    account,
    frame,
    lang,
  }: Pick<DeskVisit, "account" | "frame" | "lang"> & {
    readonly req: IncomingMessage;
  },
): Promise<{ readonly picture: Picture } | { readonly trouble: string; readonly typed: Typed }> {
  const words = wordsIn(lang);
  await using open = new AsyncDisposableStack();
  const keeping = { work: join(instance.folder.dir, "work"), side: SIDE };
  const parts = { fields: FIELDS, files: { file: ["picture"] }, most: MAX_FORM } as const;
  const came = await readParts(req, keeping, open, parts);
  if (typeof came === "string") return { trouble: why(words, came), typed: {} };
  const { typed, files, names, refused } = came;
  if (refused) return { trouble: mediaRefused(lang, refused), typed };
  if (!files.file) return { trouble: words.wrong.form, typed };
  const stored = await instance.media.put(files.file.path);
  const { alt, credit = "" } = typed;
  const texts = alt === undefined ? [] : [{ language: frame.language, alt: alt.slice(0, 2000) }];
  const name = names.file ?? "";
  const picture: Picture = {
    media: stored.media,
    bytes: stored.bytes,
    width: stored.width ?? 1,
    height: stored.height ?? 1,
    name,
    credit: credit.slice(0, 500),
    notes: "",
    details: texts.length === 0 ? {} : { texts },
    kept: 1,
    cut_of: null,
    replaced_by: null,
    words: folded([name, alt, credit].join(" ")),
    added_by: account.name,
    at: now(),
  };
  await askPictures(instance.log.private).add(picture);
  await jobs.add(LADDER, picture.media, { media: picture.media, has: [] });
  return { picture };
}

const why = ({ wrong }: PhotoWords, sort: "size" | "form"): string =>
  sort === "form" ? wrong.form : wrong.size(formatBytes(MAX_PHOTO));

/** @param shown the page on which a photo that was not taken is tried again */
export async function addPhoto(
  serving: Serving,
  visit: DeskVisit,
  shown: (came: { readonly typed?: Typed; readonly trouble: string }) => Promise<Reply>,
): Promise<Reply> {
  const taken = await takePhoto(serving, visit);
  return "picture" in taken ? { to: `${photoPath(taken.picture.media)}?said=added` } : shown(taken);
}
