/** Films and sounds that stand somewhere, and the records that say so. */
import type { Db } from "../../platform/db/store.ts";
import type { LogTables } from "../../platform/log/tables.ts";
import type { MediaFile } from "../../platform/web/picture.tsx";
import { CAMPAIGN_EDITED, CAMPAIGN_OPENED, theCampaign } from "../campaign/api.ts";
import { STORY_EDITED, storiesBySubject } from "../stories/api.ts";
import type { JsonObject } from "../../platform/records/jcs.ts";

export type LineKind = "captions" | "descriptions";

/** A film of ours with the words that stand under it. */
export interface Recording {
  readonly media: string;
  readonly bytes: number;
  readonly title: string;
  /** In which it speaks. */
  readonly language: string;
  readonly lines: readonly { kind: LineKind; language: string; file: MediaFile }[];
  /** What is said of it, so that it can be said anew with other words. */
  readonly subject: string;
  readonly says: string;
  readonly body: JsonObject;
}

interface Film {
  readonly file: MediaFile;
  readonly title: string;
  readonly captions?: MediaFile | undefined;
  readonly descriptions?: MediaFile | undefined;
  readonly texts?: readonly Text[] | undefined;
}
interface Text {
  readonly language: string;
  readonly captions?: MediaFile | undefined;
  readonly descriptions?: MediaFile | undefined;
}

/** All of them; a campaign has tens, not thousands. */
export async function recordings(db: Db): Promise<Recording[]> {
  const rows = await db
    .withTables<LogTables>()
    .selectFrom("media_ref")
    .innerJoin("record", "record.body_hash", "media_ref.body_hash")
    .select(["record.subject", "record.kind"])
    .distinct()
    .where((eb) =>
      eb.or(
        ["mp4", "webm", "mp3", "ogg"].map((kind) => eb("media_ref.media", "like", `%.${kind}`)),
      ),
    )
    .execute();
  const told = rows.filter((r) => r.kind.startsWith("story.")).map((r) => r.subject);
  const stories = await storiesBySubject(db, told);
  const found = [...stories].flatMap(([subject, whole]) => {
    const { translations: _translations, ...story } = whole;
    if (!story.film || !("file" in story.film)) return [];
    const body = story as unknown as JsonObject;
    return [recordingOf(story.film, story.language, { subject, says: STORY_EDITED, body })];
  });
  const opened = rows.find((r) => r.kind === CAMPAIGN_OPENED || r.kind === CAMPAIGN_EDITED);
  const campaign = opened && (await theCampaign(db));
  if (opened && campaign?.film) {
    const said = { subject: opened.subject, says: CAMPAIGN_EDITED };
    const body = campaign as unknown as JsonObject;
    found.unshift(recordingOf(campaign.film, campaign.language, { ...said, body }));
  }
  return found;
}

function recordingOf(
  film: Film,
  language: string,
  said: Pick<Recording, "subject" | "says" | "body">,
): Recording {
  const lines = [{ ...film, language }, ...(film.texts ?? [])].flatMap((text) =>
    (["captions", "descriptions"] as const).flatMap((kind) => {
      const file = text[kind];
      return file ? [{ kind, language: text.language, file }] : [];
    }),
  );
  const { media, bytes } = film.file;
  return { media, bytes, title: film.title, language, lines, ...said };
}

/** What is said of it with these lines in the place of those of their kind and language. */
export function withLines(
  { body, language: own }: Recording,
  { kind, language, file }: { kind: LineKind; language: string; file: MediaFile },
): JsonObject {
  const film = body["film"] as unknown as Film;
  if (language === own) return withFilm(body, { ...film, [kind]: file });
  const texts = film.texts ?? [];
  const others = texts.filter((text) => text.language !== language);
  const before = texts.find((text) => text.language === language);
  const text: Text = { language, ...before, [kind]: file };
  return withFilm(body, {
    ...film,
    texts: before ? texts.map((one) => (one === before ? text : one)) : [...others, text],
  });
}

const withFilm = (body: JsonObject, film: Film): JsonObject =>
  ({ ...body, film }) as unknown as JsonObject;
