/** Captions as they are written at the desk, before they are said in public: kept with every save. */
import type { Db } from "../../platform/db/store.ts";
import { asking, type PrivatePart } from "../../platform/private/part.ts";

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
  tables: ["caption"],
  migrations: [
    async (db) => {
      await db.schema
        .createTable("caption")
        .addColumn("media", "text", (c) => c.notNull())
        .addColumn("kind", "text", (c) => c.notNull())
        .addColumn("language", "text", (c) => c.notNull())
        .addColumn("text", "text", (c) => c.notNull())
        .addColumn("by", "text", (c) => c.notNull())
        .addColumn("at", "bigint", (c) => c.notNull())
        .addPrimaryKeyConstraint("caption_pk", ["media", "kind", "language"])
        .execute();
    },
  ],
  questions: { of },
  operations: { save, drop, forget },
  afterMedia: "forget",
} satisfies PrivatePart;

export const askCaptions = asking(captionsPart);

async function save(tx: Db, draft: CaptionDraft): Promise<void> {
  await mine(tx)
    .insertInto("caption")
    .values(draft)
    .onConflict((c) => c.columns(["media", "kind", "language"]).doUpdateSet(draft))
    .execute();
}

function of(tx: Db, media: string): Promise<CaptionDraft[]> {
  return mine(tx)
    .selectFrom("caption")
    .selectAll()
    .where("media", "=", media)
    .orderBy("language")
    .execute();
}

/** It was said in public; what is said there is what counts now. */
async function drop(
  tx: Db,
  { media, kind, language }: Pick<CaptionDraft, "media" | "kind" | "language">,
): Promise<void> {
  await mine(tx)
    .deleteFrom("caption")
    .where("media", "=", media)
    .where("kind", "=", kind)
    .where("language", "=", language)
    .execute();
}

/** The film or sound is gone. */
async function forget(tx: Db, media: readonly string[]): Promise<void> {
  await mine(tx)
    .deleteFrom("caption")
    .where("media", "in", [...media])
    .execute();
}

const mine = (db: Db) => db.withTables<Tables>();
