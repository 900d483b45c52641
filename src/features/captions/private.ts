/** Captions as they are written at the desk, before they are said in public: kept with every save. */
import type { Db } from "../../platform/db/store.ts";
import { bigint, columns, table, text } from "../../platform/db/table.ts";
import { asking, creating, rowsOf, type PrivatePart } from "../../platform/private/part.ts";

export interface CaptionDraft {
  /** The film or sound. */
  readonly media: string;
  readonly kind: "captions" | "descriptions";
  readonly language: string;
  /** WebVTT. */
  readonly text: string;
  /** Who saved it last, by name. */
  readonly by: string;
  readonly at: number;
}
type Tables = { caption: CaptionDraft };

export const captionsPart = {
  name: "captions",
  tables: {
    caption: {
      key: ["media", "kind", "language"],
      but: ["captions.drop"],
      keeps: { what: "library", until: "desk" },
    },
  },
  migrations: [
    creating({
      caption: table(
        { ...columns(text, "media", "kind", "language", "text", "by"), at: bigint },
        { key: ["media", "kind", "language"] },
      ),
    }),
  ],
  questions: { of },
  operations: { save, drop, forget },
  afterMedia: "forget",
} satisfies PrivatePart;

export const askCaptions = asking(captionsPart);
const captions = rowsOf<CaptionDraft>("caption");

async function save(tx: Db, draft: CaptionDraft): Promise<void> {
  await mine(tx)
    .insertInto("caption")
    .values(draft)
    .onConflict((c) => c.columns(["media", "kind", "language"]).doUpdateSet(draft))
    .execute();
}

function of(tx: Db, media: string): Promise<CaptionDraft[]> {
  return captions.of(tx, { media }).orderBy("language").execute();
}

/** It was said in public; what is said there is what counts now. */
async function drop(
  tx: Db,
  { media, kind, language }: Pick<CaptionDraft, "media" | "kind" | "language">,
): Promise<void> {
  await captions.drop(tx, { media, kind, language });
}

/** The film or sound is gone. */
async function forget(tx: Db, media: readonly string[]): Promise<void> {
  for (const one of media) await captions.drop(tx, { media: one });
}

const mine = (db: Db) => db.withTables<Tables>();
