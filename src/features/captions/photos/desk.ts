/** One photo at the desk: its words and people, its point, a part of it, another one in its place, nothing of it any more. */
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import { deskPage } from "../../../platform/accounts/pages.tsx";
import { may } from "../../../platform/accounts/roles.ts";
import { addressesIn } from "../../../platform/addresses/addresses.ts";
import type { Db } from "../../../platform/db/store.ts";
import type { Serving } from "../../../platform/feature.ts";
import { dayAt } from "../../../engines/calendar/day.ts";
import type { Extra } from "../../../platform/web/extra.ts";
import { readForm } from "../../../platform/web/form-body.ts";
import type { Reply } from "../../../platform/web/reply.ts";
import { peopleBySubject, photosUntil, type PersonCard } from "../../people/api.ts";
import {
  eraseFormer,
  erasePicture,
  isKeptByLog,
  pickedPicture,
  sayDetails,
  type Pickable,
} from "../../pictures/api.ts";
import { askPictures, isHidden, picturesPart, type Picture } from "../../pictures/model.ts";
import { askDrafts } from "../../stories/model.ts";
import { answerTyped, takeAnswer } from "../asked.tsx";
import { cutPhoto, readCut } from "./cut-photo.ts";
import { EDGES, percentIn } from "./cutting.ts";
import { detailFields, readDetails, typedOf } from "./details.ts";
import { CELLS, hideIn, partsOf, waitsWith } from "./hide-faces.ts";
import { MAX_PHOTO, takePhoto } from "./list.ts";
import { SHOWN } from "./pages/changes.tsx";
import { PhotoGone, PhotoPage } from "./pages/photo.tsx";
import type { On } from "./pages/props.ts";
import { PHOTO_PART, photoPath } from "./paths.ts";
import { replaceEverywhere, standingOf } from "./standing.ts";
import { severalAddresses } from "./several-desk.tsx";
import { wordsIn } from "./words.ts";

const ADDRESS = `${PHOTO_PART}/photos/:photo`;
const MOST_FORM = 300_000; // bytes; 2,000 characters in thirty languages as forms send them

interface At {
  readonly serving: Serving;
  readonly visit: DeskVisit;
  readonly photo: Pickable;
}
interface Came {
  readonly typed?: Readonly<Record<string, string>>;
  readonly problems?: Readonly<Record<string, string>>;
  readonly trouble?: string;
}

export function photoAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { door, instance } = serving;
  const of = (permission: "write" | "publish", work: (at: At) => Promise<Reply>) =>
    door.of(permission, async (visit) => {
      const { account, lang, params, frame } = visit;
      const photo = await instance.snapshot((db) =>
        pickedPicture(db, params["photo"] ?? "", frame.language),
      );
      if (photo) return work({ serving, visit, photo });
      const words = wordsIn(lang);
      const title = words.noSuch;
      const main = PhotoGone({ words });
      return { status: 404, page: deskPage({ account, lang, part: PHOTO_PART, title, main }) };
    });
  return {
    [`GET ${ADDRESS}`]: of("write", (at) => show(at)),
    ...severalAddresses(serving),
    [`POST ${ADDRESS}`]: of("publish", save),
    [`POST ${ADDRESS}/focus`]: of("publish", setFocus),
    [`POST ${ADDRESS}/asked`]: of("publish", answered),
    [`POST ${ADDRESS}/cut`]: of("write", cut),
    [`POST ${ADDRESS}/hide`]: of("publish", hide),
    [`POST ${ADDRESS}/replace`]: of("publish", replace),
    [`POST ${ADDRESS}/forget`]: of("publish", forget),
  };
}

async function show({ serving, visit, photo }: At, came: Came = {}): Promise<Reply> {
  const { account, lang, search } = visit;
  const words = wordsIn(lang);
  const { picture } = photo;
  const { people, standing, answer, behind } = await serving.instance.snapshot(async (db) => ({
    people: await everybody(db),
    answer: await answerTyped(db, picture.media),
    standing: await standingOf(db, picture.media),
    behind: await keptBehind(db, picture.media),
  }));
  const { typed, problems, trouble } = came;
  const isWrong = problems !== undefined || trouble !== undefined;
  const said = search.get("said");
  const main = PhotoPage({
    words,
    photo,
    languages: languagesOf(visit),
    people: onIt(picture, people, dayAt(serving.now())),
    names: [...people.values()].map(({ name }) => name).toSorted(),
    standing,
    behind,
    typed: { ...typedOf(picture), ...answer, ...typed },
    problems: problems ?? {},
    trouble,
    said: isWrong
      ? undefined
      : said === "added" || said === "saved"
        ? words[said]
        : /^[1-9]\d{0,3}$/.test(said ?? "")
          ? words.replaced(Number(said))
          : undefined,
    maxBytes: MAX_PHOTO,
    mayPublish: may(account.role, "publish"),
  });
  const title = isHidden(picture) ? words.before : photo.alt || picture.name || words.photos;
  const page = deskPage({ account, lang, part: PHOTO_PART, title, main });
  return { status: isWrong ? 422 : 200, page };
}

/** Of the others a file is deleted in a moment. */
async function keptBehind(db: Db, media: string): Promise<string[]> {
  const kept: string[] = [];
  for (const one of await picturesPart.questions.hiddenBehind(db, media))
    if (await isKeptByLog(db, one)) kept.push(one);
  return kept;
}

const languagesOf = ({ frame }: DeskVisit): string[] => [
  ...new Set([frame.language, ...frame.languages]),
];

const everybody = async (db: Db): Promise<Map<string, PersonCard>> =>
  peopleBySubject(db, [...(await addressesIn(db, "people")).values()]);

const onIt = ({ details }: Picture, people: ReadonlyMap<string, PersonCard>, today: string): On[] =>
  (details.people ?? []).flatMap((subject) => {
    const person = people.get(subject);
    const until = person && photosUntil(person, today);
    return person ? [{ subject, name: person.name, ...(until !== undefined && { until }) }] : [];
  });

async function save(at: At): Promise<Reply> {
  const { serving, visit, photo } = at;
  const languages = languagesOf(visit);
  const form = await readForm(visit.req, detailFields(languages), MOST_FORM);
  if ("problem" in form) return { unread: form.problem };
  const people = await serving.instance.snapshot(everybody);
  const words = wordsIn(visit.lang);
  const read = readDetails(photo.picture, form.fields, { people, languages, words });
  if ("problems" in read) return show(at, { typed: form.fields, problems: read.problems });
  return keep(at, read.edit);
}

/** Kept at the desk first; then said, where a page shows it. */
async function keep(
  { serving, photo }: At,
  edit: Parameters<ReturnType<typeof askPictures>["edit"]>[0],
): Promise<Reply> {
  await askPictures(serving.instance.log.private).edit(edit);
  await sayDetails(serving.speaker, edit);
  return { to: `${photoPath(photo.picture.media)}?said=saved` };
}

/** Typed as percent, or pressed: then in pixels of the photo as it was shown. */
async function setFocus(at: At): Promise<Reply> {
  const { visit, photo } = at;
  const form = await readForm(visit.req, ["x", "y", "at.x", "at.y"]);
  if ("problem" in form) return { unread: form.problem };
  const { picture } = photo;
  const words = wordsIn(visit.lang);
  const { x: typedX, y: typedY, ...pressed } = form.fields;
  const [x, y] =
    pressed["at.x"] === ""
      ? [typedX, typedY]
      : [
          pressedAt(pressed["at.x"], SHOWN),
          pressedAt(pressed["at.y"], (SHOWN * picture.height) / picture.width),
        ];
  const problems: Record<string, string> = {};
  const read = (name: string, typed: string): number => {
    const value = typed === "" ? undefined : percentIn(typed);
    if (value === undefined) problems[name] = words.badPercent(typed);
    return value ?? 0;
  };
  const focus = { x: read("x", x), y: read("y", y) };
  if (Object.keys(problems).length > 0) return show(at, { typed: { x, y }, problems });
  const { media, credit, notes, details, words: found } = picture;
  return keep(at, { media, credit, notes, details: { ...details, focus }, words: found });
}

const pressedAt = (typed: string, whole: number): string =>
  /^\d{1,5}$/.test(typed) ? String(Math.round((Number(typed) / whole) * 100)) : typed;

async function answered(at: At): Promise<Reply> {
  const { serving, visit, photo } = at;
  const { media } = photo.picture;
  const wrong = await takeAnswer(serving, visit, media);
  if (!wrong) return { to: `${photoPath(media)}?said=saved` };
  return "unread" in wrong ? wrong : show(at, wrong);
}

async function cut(at: At): Promise<Reply> {
  const { serving, visit, photo } = at;
  const form = await readForm(visit.req, ["shape", ...EDGES, "everywhere"]);
  if ("problem" in form) return { unread: form.problem };
  const read = readCut(photo.picture, form.fields, wordsIn(visit.lang));
  if ("problems" in read) return show(at, { typed: form.fields, problems: read.problems });
  const made = await cutPhoto(serving, photo.picture, read.cut, visit.account.name);
  const isEverywhere = form.fields.everywhere === "yes" && may(visit.account.role, "publish");
  if (!isEverywhere) return { to: `${photoPath(made.media)}?said=added` };
  const places = await replaceEverywhere(serving, photo.picture.media, made, visit.account.name);
  return { to: `${photoPath(made.media)}?said=${places}` };
}

/** The first one goes once nothing shows it: a story that waits for its day shows it until then. Rule PH11. */
async function hide(at: At): Promise<Reply> {
  const { serving, visit, photo } = at;
  const form = await readForm(visit.req, CELLS);
  if ("problem" in form) return { unread: form.problem };
  const { picture: old } = photo;
  const words = wordsIn(visit.lang);
  const ticked = partsOf(old, form.fields);
  if (ticked.length === 0) return show(at, { trouble: words.tickFirst });
  const { all, waits } = await serving.instance.snapshot(async (db) => {
    const cuts = await picturesPart.questions.cutOutOf(db, old.media);
    return { all: [old.media, ...cuts], waits: await waitsWith(db, [old.media, ...cuts]) };
  });
  if (waits) return show(at, { trouble: words.waitsWith });
  const made = await hideIn(serving, old, ticked, visit.account.name);
  const ask = serving.instance.log.private;
  let places = 0;
  for (const media of all)
    places += await replaceEverywhere(serving, media, made, visit.account.name);
  await sayDetails(serving.speaker, made);
  for (const media of all) {
    await askDrafts(ask).leaveFile(media);
    await askPictures(ask).hidden(media);
    await erasePicture(serving.speaker, media);
  }
  return { to: `${photoPath(made.media)}?said=${places || "saved"}` };
}

async function replace(at: At): Promise<Reply> {
  const { serving, visit, photo } = at;
  const taken = await takePhoto(serving, visit);
  if (!("picture" in taken)) return show(at, { trouble: taken.trouble });
  const { picture: old } = photo;
  if (taken.picture.media === old.media) return { to: photoPath(old.media) };
  // It is shown where the old one was: what it shows is the same, and so is what was decided of it.
  const { media } = taken.picture;
  const { credit, notes, details, words } = old;
  await askPictures(serving.instance.log.private).edit({ media, credit, notes, details, words });
  const places = await replaceEverywhere(serving, old.media, taken.picture, visit.account.name);
  await sayDetails(serving.speaker, { media, details });
  return { to: `${photoPath(media)}?said=${places}` };
}

async function forget(at: At): Promise<Reply> {
  const { serving, visit, photo } = at;
  const { media } = photo.picture;
  const form = await readForm(visit.req, ["sure", "texts"]);
  if ("problem" in form) return { unread: form.problem };
  const words = wordsIn(visit.lang);
  if (form.fields.sure !== "yes") return show(at, { trouble: words.sureFirst });
  const { uses, drafts } = await serving.instance.snapshot((db) => standingOf(db, media));
  if (uses.length + drafts.length > 0) return show(at, { trouble: words.stillUsed });
  if (form.fields.texts === "yes") await eraseFormer(serving.speaker, media);
  await askPictures(serving.instance.log.private).forget([media]);
  await erasePicture(serving.speaker, media);
  return { to: `${PHOTO_PART}?gone` };
}
