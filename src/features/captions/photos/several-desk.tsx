/** Of several photos it is said at once who made them, and that taken back. Rule CP10. */
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import { deskPage } from "../../../platform/accounts/pages.tsx";
import { SeveralDone, SeveralRefused } from "../../../platform/accounts/several/parts.tsx";
import {
  FIELDS,
  MOST,
  MOST_FORM,
  ROWS,
  rowsIn,
  type Outcome,
  type Row,
} from "../../../platform/accounts/several/ticked.ts";
import { wordsIn as severalWordsIn } from "../../../platform/accounts/several/words.ts";
import type { Serving } from "../../../platform/feature.ts";
import type { Extra } from "../../../platform/web/extra.ts";
import { readForm } from "../../../platform/web/form-body.ts";
import type { Reply } from "../../../platform/web/reply.ts";
import { folded, pickedPicture } from "../../pictures/api.ts";
import { askPictures, type Picture } from "../../pictures/model.ts";
import { rowOf, SEVERAL } from "./pages/several.tsx";
import { PHOTO_PART } from "./paths.ts";
import { wordsIn } from "./words.ts";

const MOST_CREDIT = 500; // characters

export const severalAddresses = (serving: Serving): Readonly<Record<string, Extra>> => ({
  [`GET ${SEVERAL}`]: serving.door.of("publish", async () => ({ to: PHOTO_PART })),
  [`POST ${SEVERAL}`]: serving.door.of("publish", (visit) => post(serving, visit)),
});

async function post(serving: Serving, visit: DeskVisit): Promise<Reply> {
  const form = await readForm(visit.req, [...FIELDS, "credits", "undo"], MOST_FORM, ROWS);
  if ("problem" in form) return { unread: form.problem };
  const { account, lang } = visit;
  const words = wordsIn(lang);
  const several = severalWordsIn(lang);
  const { title } = several;
  const rows = rowsIn(form.fields);
  const { credits, undo } = form.fields;
  const at = { account, lang, part: PHOTO_PART, title };
  if (rows.length === 0 || rows.length > MOST || credits.length > MOST_CREDIT) {
    const why = credits.length > MOST_CREDIT ? { why: words.tooLong(MOST_CREDIT) } : {};
    const main = SeveralRefused({ title, rows, lang, back: PHOTO_PART, ...why });
    return { status: 422, page: deskPage({ ...at, main }) };
  }
  const isUndo = undo === "yes";
  const outcome = await creditAll(serving, rows, ({ was }) => (isUndo ? was : credits));
  const n = outcome.done.length;
  const main = SeveralDone({
    title,
    said: isUndo ? several.undone(n) : words.several.done(n),
    outcome,
    lang,
    back: PHOTO_PART,
    ...(!isUndo && { undo: { action: SEVERAL, fields: { undo: "yes" } } }),
  });
  return { page: deskPage({ ...at, main }), noted: n > 0 && { about: "photos", detail: `${n}` } };
}

/** @param says who made it, of each */
async function creditAll(
  { instance }: Serving,
  rows: readonly Row[],
  says: (row: Row) => string,
): Promise<Outcome> {
  const found = await instance.snapshot(async (db) => {
    const all = [];
    for (const row of rows) all.push({ row, photo: await pickedPicture(db, row.id, "") }); // its name alone is asked
    return all;
  });
  const left: Outcome["left"][number][] = [];
  const named = new Map<string, { picture: Picture; next: Picture; name: string }>();
  let already = 0;
  for (const { row, photo } of found) {
    const name = photo?.alt || photo?.picture.name || row.id;
    const said = says(row);
    if (!photo) left.push({ name: row.id, why: "gone" });
    else if (photo.picture.credit === said) already += 1;
    else if (rowOf(photo.picture).stamp !== row.stamp) left.push({ name, why: "changed" });
    else {
      const { picture } = photo;
      named.set(row.id, { picture, name, next: credited(picture, said) });
    }
  }
  const changed = new Set(
    await askPictures(instance.log.private).credits(
      [...named.values()].map(({ picture, next }) => [picture, next] as const),
    ),
  );
  const done: Outcome["done"][number][] = [];
  for (const [media, { picture, next, name }] of named)
    if (changed.has(media)) done.push({ ...rowOf(next), was: picture.credit, name });
    else left.push({ name, why: "changed" });
  return { done, already, left };
}

/** A search finds it by the new name, and by the old one no more. */
function credited(picture: Picture, credit: string): Picture {
  const [before, now] = [folded(picture.credit), folded(credit)];
  const rest = before === "" ? picture.words : picture.words.replace(before, "");
  return { ...picture, credit, words: folded(`${rest} ${now}`) };
}
