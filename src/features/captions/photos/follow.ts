/** Photos that pages show are the desk's too: noted as records come, put in each other's place, let go with what is erased. */
import type { Serving } from "../../../platform/feature.ts";
import type { Follower } from "../../../platform/followers/followers.ts";
import type { Followed } from "../../../platform/followers/given.ts";
import { ERASURE_MADE } from "../../../platform/log/kinds.ts";
import { peopleBySubject } from "../../people/api.ts";
import {
  describedOf,
  erasePicture,
  folded,
  PICTURE_DESCRIBED,
  PICTURE_EDITED,
  photosIn,
  replaceSaid,
  sayDetails,
  sayWithheld,
  stands,
  usesOf,
} from "../../pictures/api.ts";
import { askPictures, picturesPart, WITHHELD, type Picture } from "../../pictures/model.ts";

/** What shows photos. */
const SHOWS = [
  "campaign.opened/1",
  "campaign.edited/1",
  "page.written/1",
  "page.edited/1",
  "partner.named/1",
  "partner.edited/1",
  "person.named/1",
  "person.edited/1",
  "place.named/1",
  "place.edited/1",
  "programme.opened/1",
  "programme.edited/1",
  "story.told/1",
  "story.edited/1",
];
const OWN = [PICTURE_DESCRIBED, PICTURE_EDITED];

type Desk = Pick<Serving, "instance" | "speaker" | "now" | "frame">;

export function pictureFollower(desk: Desk): Follower {
  return {
    name: "pictures",
    kinds: [...SHOWS, ...OWN, ERASURE_MADE],
    from: "beginning",
    async work(records) {
      const ask = askPictures(desk.instance.log.private);
      await noteAll(desk, records);
      for (const { subject } of records.filter(({ kind }) => kind === ERASURE_MADE)) {
        // Earlier words of what stands were erased: what it shows now was not.
        if (await desk.instance.snapshot((db) => stands(db, subject))) continue;
        for (const media of await ask.erased(subject)) {
          const picture = await ask.get(media); // gone with its file, or something names that still
          await (picture ? sayWithheld(desk.speaker, picture) : erasePicture(desk.speaker, media));
        }
      }
      const shown = records.filter(({ kind }) => SHOWS.includes(kind));
      const names = new Set(shown.flatMap(({ body }) => photosIn(body).map(({ media }) => media)));
      for (const media of names) await settle(desk, media);
    },
  };
}

/** What the desk decided of a photo before a page showed it, or while a page was being published. */
async function settle({ instance, speaker }: Desk, media: string): Promise<void> {
  const picture = await askPictures(instance.log.private).get(media);
  if (!picture) return;
  if (picture.replaced_by !== null) {
    const by = await askPictures(instance.log.private).get(picture.replaced_by);
    if (by) await replaceSaid(speaker, media, by);
  } else if (picture.kept === 1 || picture.details.until === WITHHELD)
    await sayDetails(speaker, picture);
}

/** Those that are not the desk's and that nothing shows any more: it let them go before their records came here. */
const letGo = ({ instance }: Desk, names: ReadonlySet<string>): Promise<ReadonlySet<string>> =>
  instance.snapshot(async (db) => {
    const away = new Set<string>();
    for (const media of names) {
      if (await picturesPart.questions.get(db, media)) continue;
      if (!(await usesOf(db, media, 0)).hasMore) away.add(media);
    }
    return away;
  });

async function noteAll(desk: Desk, records: readonly Followed[]) {
  const { instance, now, frame } = desk;
  const shown = records.flatMap(({ kind, subject, body }) =>
    body && SHOWS.includes(kind)
      ? photosIn(body).map((photo) => ({ photo, subject, language: body["language"] }))
      : [],
  );
  const away = await letGo(desk, new Set(shown.map(({ photo }) => photo.media)));
  const told = shown.filter(({ photo }) => !away.has(photo.media));
  const own = records.flatMap(({ kind, body }) =>
    OWN.includes(kind) && typeof body?.["photo"] === "string" ? [body["photo"]] : [],
  );
  if (told.length + own.length === 0) return;
  const names = [...told.map(({ photo }) => photo.media), ...own];
  const { described, language, people } = await instance.snapshot(async (db) => {
    const found = await describedOf(db, names);
    const on = [...found.values()].flatMap(({ people: some = [] }) => some);
    return {
      described: found,
      language: (await frame(db)).language,
      people: await peopleBySubject(db, on),
    };
  });
  const details = (media: string): Picture["details"] => {
    const known = described.get(media);
    if (!known) return {};
    const { photo: _photo, subject: _subject, ...rest } = known;
    return rest;
  };
  const at = now();
  const found = new Map<string, Picture>();
  for (const { photo, language: own_ } of told) {
    const { media, bytes, width, height, name, alt, credit } = photo;
    if (found.has(media)) continue;
    const said = details(media);
    const tongue = typeof own_ === "string" ? own_ : language;
    const texts = said.texts ?? [{ language: tongue, alt }];
    const called = (said.people ?? []).flatMap((one) => people.get(one)?.name ?? []);
    const words = folded([name, credit, ...called, ...texts.map((one) => one.alt)].join(" "));
    const file = { media, bytes, width, height, name: name.slice("media/".length) };
    const fresh = { notes: "", kept: 0, cut_of: null, replaced_by: null, added_by: "" };
    found.set(media, { ...file, ...fresh, credit, details: { ...said, texts }, words, at });
  }
  await askPictures(instance.log.private).note({
    found: [...found.values()],
    uses: told.map(({ photo, subject }) => ({ media: photo.media, subject })),
    described: own
      .filter((media) => described.has(media))
      .map((media) => ({ media, details: details(media) })),
  });
}
