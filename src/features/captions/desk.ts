/** The addresses of captions at the desk: the list, one film's page, and what its form does. */
import type { Serving } from "../../platform/feature.ts";
import type { DeskVisit } from "../../platform/accounts/door.ts";
import { deskPage } from "../../platform/accounts/pages.tsx";
import { may } from "../../platform/accounts/roles.ts";
import { rungsOf } from "../../platform/media/ladder/rungs-of.ts";
import { readCues, writeCues } from "../../platform/media/webvtt.ts";
import { choicesOf, type PlayedFilm } from "../../platform/web/player/choices.ts";
import type { Extra } from "../../platform/web/extra.ts";
import type { Fields } from "../../platform/web/handler.ts";
import { answerTyped, takeAnswer } from "./asked.tsx";
import { publishLines } from "./commands.ts";
import { Editor, type EditorProps } from "./pages/editor.tsx";
import type { Made } from "./pages/lighter.tsx";
import { MediaPage, RecordingGone } from "./pages/list.tsx";
import { pictureWords } from "../pictures/api.ts";
import { photoAddresses } from "./photos/desk.ts";
import { addPhoto, photoSection } from "./photos/list.ts";
import { wordsIn as photoWordsIn } from "./photos/words.ts";
import { recordings, type LineKind, type Recording } from "./recordings.ts";
import { changed, cuesIn, currentAfter, EMPTY, MOST_ROWS, rowsOf, type Row } from "./rows.ts";
import { captionScript } from "./script.ts";
import { sendScript } from "../../platform/web/script.ts";
import type { Reply } from "../../platform/web/reply.ts";
import { wordsIn } from "./words.ts";
import { type CaptionDraft, askCaptions } from "./private.ts";
import { languageTyped } from "../../platform/web/languages.ts";

const PART = "/desk/media";
const MOST_FORM = 3_000_000; // bytes; 2,000 lines of 150 characters of any script as forms send them, nine bytes each

export function captionAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { door } = serving;
  return {
    [`GET ${PART}`]: door.of("write", (visit) => everything(serving, visit)),
    [`POST ${PART}`]: door.of("write", (visit) =>
      addPhoto(serving, visit, (came) => everything(serving, visit, came)),
    ),
    ...photoAddresses(serving),
    [`GET ${captionScript.path}`]: sendScript(captionScript),
    [`GET ${PART}/:media`]: door.of("write", (visit) => shown(serving, visit)),
    [`POST ${PART}/:media`]: door.of(
      "write",
      { fields: [...OWN, ...NAMES], most: MOST_FORM },
      (visit) => done(serving, visit),
    ),
    [`POST ${PART}/:media/asked`]: door.of("publish", (visit) => answered(serving, visit)),
  };
}

async function answered(serving: Serving, visit: DeskVisit): Promise<Reply> {
  const place = await at(serving, visit, { kind: null, language: null });
  if (!place) return missing(visit);
  const { media } = place.recording;
  const wrong = await takeAnswer(serving, visit, media);
  if (!wrong) return { to: `${PART}/${media}?answered` };
  if ("unread" in wrong) return wrong;
  return page(place, { rows: await standingRows(place), problems: [], asked: wrong }, 422);
}

/** Photos first: they are what most come for. */
async function everything(
  serving: Serving,
  visit: DeskVisit,
  came?: Parameters<typeof photoSection>[2],
): Promise<Reply> {
  const { account, lang, search } = visit;
  const words = wordsIn(lang);
  const all = await serving.instance.snapshot(recordings);
  const photos = await photoSection(serving, visit, came);
  const made = await madeOf(serving, all);
  const main = MediaPage({ words, photos, all, made });
  const more = search.has("gone") ? { done: photoWordsIn(lang).gone } : {};
  const shownOn = deskPage({ account, lang, part: PART, title: words.media, main, ...more });
  return { status: came ? 422 : 200, page: shownOn };
}

async function madeOf(
  { instance, jobs }: Serving,
  all: readonly Recording[],
): Promise<ReadonlyMap<string, Made>> {
  const names = all.map(({ media }) => media);
  const ladders = await instance.snapshot((db) => rungsOf(db, names));
  const about = await Promise.all(names.map((name) => jobs.about(name)));
  return new Map(
    all.map(({ media, body }, i) => {
      const film = body["film"] as unknown as PlayedFilm;
      return [media, { choices: choicesOf(film, ladders.get(media)), job: about[i]![0] }];
    }),
  );
}

/** One film's lines of one kind in one language, and whoever looks at them. */
interface At {
  readonly serving: Serving;
  readonly visit: DeskVisit;
  readonly recording: Recording;
  readonly drafts: readonly CaptionDraft[];
  readonly kind: LineKind;
  readonly language: string;
  /** Another language was asked for, in words that are no tag; the film's own stands in for it. */
  readonly isUnread: boolean;
}

async function at(
  serving: Serving,
  visit: DeskVisit,
  asked: { kind: string | null; language: string | null },
): Promise<At | undefined> {
  const { media = "" } = visit.params;
  const all = await serving.instance.snapshot(recordings);
  const recording = all.find((one) => one.media === media);
  if (!recording) return undefined;
  const drafts = await askCaptions(serving.instance.log.private).of(media);
  const kind = asked.kind === "descriptions" ? "descriptions" : "captions";
  const said = asked.language ?? "";
  const typed = languageTyped(said, visit.lang);
  const language = typed ?? recording.language;
  const isUnread = said.trim() !== "" && typed === undefined;
  return { serving, visit, recording, drafts, kind, language, isUnread };
}

async function shown(serving: Serving, visit: DeskVisit): Promise<Reply> {
  const { search } = visit;
  const place = await at(serving, visit, {
    kind: search.get("kind"),
    language: search.get("language"),
  });
  if (!place) return missing(visit);
  const words = wordsIn(visit.lang);
  if (place.isUnread)
    return page(place, { rows: [], problems: [], trouble: words.languageHint }, 422);
  const said =
    search.get("published") === "1"
      ? words.published
      : search.has("answered")
        ? pictureWords(visit.lang).asked.kept
        : undefined;
  return page(place, { rows: await standingRows(place), problems: [], said });
}

async function standingRows(place: At): Promise<readonly Row[]> {
  const rows = rowsOf(readCues(await standing(place)) ?? []);
  return rows.length > 0 ? rows : [EMPTY];
}

/** What is being written, else what stands under the film. */
async function standing({ serving, recording, drafts, kind, language }: At): Promise<string> {
  const draft = drafts.find((one) => one.kind === kind && one.language === language);
  if (draft) return draft.text;
  const line = recording.lines.find((one) => one.kind === kind && one.language === language);
  const bytes = line && (await serving.instance.media.read(line.file.media));
  if (!bytes) return "WEBVTT\n";
  const parts: Uint8Array[] = [];
  for await (const part of bytes) parts.push(part);
  return Buffer.concat(parts).toString("utf8");
}

const NAMES = Array.from({ length: MOST_ROWS }, (_, i) => [
  `start${i + 1}`,
  `end${i + 1}`,
  `text${i + 1}`,
]).flat();
const OWN = ["kind", "language", "rows", "played", "cursor", "do"];

async function done(serving: Serving, visit: DeskVisit & Fields<string>): Promise<Reply> {
  const { fields } = visit;
  const field = (name: string): string => fields[name] ?? "";
  const place = await at(serving, visit, { kind: field("kind"), language: field("language") });
  if (!place) return missing(visit);
  const words = wordsIn(visit.lang);
  if (place.isUnread)
    return page(place, { rows: [], problems: [], trouble: words.languageHint }, 422);
  const count = Math.min(Math.max(Number(field("rows")) || 0, 0), MOST_ROWS);
  const rows = Array.from({ length: count }, (_, i): Row => ({
    start: field(`start${i + 1}`),
    end: field(`end${i + 1}`),
    text: field(`text${i + 1}`),
  }));
  const played = numberIn(field("played"));
  const act = field("do");
  if (act !== "save" && act !== "publish") {
    const next = changed(rows, act, { played, cursor: numberIn(field("cursor")) });
    const fits = next.length <= MOST_ROWS;
    const said = fits ? undefined : words.tooMany(MOST_ROWS);
    const current = fits ? currentAfter(next, act) : undefined;
    return page(place, { rows: fits ? next : rows, problems: [], said, played, current });
  }
  const read = cuesIn(rows, words);
  if ("problems" in read) return page(place, { rows, problems: read.problems, played }, 422);
  if (read.cues.length === 0)
    return page(place, { rows: [EMPTY], problems: [{ row: 1, message: words.empty }] }, 422);
  const text = writeCues(read.cues);
  await save(place, text);
  if (act === "save" || !may(visit.account.role, "publish")) {
    const said = may(visit.account.role, "publish")
      ? words.saved
      : `${words.saved} ${words.handOn}`;
    return page(place, { rows: rowsOf(read.cues), problems: [], said, played });
  }
  const { recording, kind, language } = place;
  await publishLines(serving, { recording, kind, language, text });
  return { to: `${PART}/${recording.media}?kind=${kind}&language=${language}&published=1` };
}

const numberIn = (text: string): number | undefined =>
  /^\d{1,9}$/.test(text) ? Number(text) : undefined;

async function save(
  { serving, visit, recording, kind, language }: At,
  text: string,
): Promise<void> {
  const { media } = recording;
  const draft = { media, kind, language, text, by: visit.account.name, at: serving.now() };
  await askCaptions(serving.instance.log.private).save(draft);
}

async function page(
  { serving, visit, recording, drafts, kind, language }: At,
  props: Pick<EditorProps, "rows" | "problems" | "said" | "trouble" | "played" | "current"> & {
    readonly asked?: EditorProps["asked"];
  },
  status = 200,
): Promise<Reply> {
  const { account, lang } = visit;
  const words = wordsIn(lang);
  const all = [...recording.lines, ...drafts, { kind, language }];
  const others = all.filter(
    (one, i) => all.findIndex((o) => o.kind === one.kind && o.language === one.language) === i,
  ) as EditorProps["others"];
  const mayPublish = may(account.role, "publish");
  const typed = await serving.instance.snapshot((db) => answerTyped(db, recording.media));
  const asked = props.asked ?? { typed, problems: {} };
  const main = Editor({ ...props, asked, words, recording, kind, language, others, mayPublish });
  const title = words.captionsOf(recording.title);
  const script = captionScript.path;
  return { status, page: deskPage({ account, lang, part: PART, title, script, main }) };
}

function missing({ account, lang }: DeskVisit): Reply {
  const words = wordsIn(lang);
  const main = RecordingGone({ words, list: PART });
  return { status: 404, page: deskPage({ account, lang, part: PART, title: words.gone, main }) };
}
