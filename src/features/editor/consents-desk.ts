/** Who is in a story and what each agreed to: its pages of contributions, with what the draft names, shows, and is by now. Rules T11, T19 and T20. */
import { addressesIn } from "../../platform/addresses/addresses.ts";
import type { DeskVisit } from "../../platform/accounts/door.ts";
import { rungsOf } from "../../platform/media/ladder/rungs-of.ts";
import type { Serving } from "../../platform/feature.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { notePage } from "../../platform/web/pages.ts";
import type { Reply } from "../../platform/web/reply.ts";
import { agreedTo, consentPages, type AskedFor } from "../contributions/api.ts";
import { peopleBySubject, type PersonCard } from "../people/api.ts";
import { askDrafts, type Draft } from "../stories/model.ts";
import { aroundDraft, standingStory } from "./around.ts";
import { filesIn, peopleIn, withPerson } from "./draft-text.ts";
import { pictureRows } from "./media-rows.ts";
import { printsOf, smallOf } from "./prints.ts";
import { typedOf } from "./typed.ts";

type Look = NonNullable<AskedFor["looks"]> extends ReadonlyMap<string, infer L> ? L : never;

const CONSENTS = "/desk/stories/:id/consents";

export function storyConsents(serving: Serving): Readonly<Record<string, Extra>> {
  const { door } = serving;
  const asked = async (visit: DeskVisit) => {
    const about = await aboutDraft(serving, visit);
    return (
      about && {
        serving,
        visit,
        about,
        again: async () => (await aboutDraft(serving, visit)) ?? about,
      }
    );
  };
  type At = NonNullable<Awaited<ReturnType<typeof asked>>>;
  const of =
    <V extends DeskVisit>(work: (at: At, visit: V) => Promise<Reply>) =>
    async (visit: V): Promise<Reply> => {
      const at = await asked(visit);
      return at ? work(at, visit) : { status: 404, page: notePage(visit.lang, "lost") };
    };
  return {
    [`GET ${CONSENTS}`]: door.of(
      "publish",
      of(async (at) => (await consentPages()).showConsents(at)),
    ),
    [`POST ${CONSENTS}`]: door.of(
      "publish",
      of(async (at) => (await consentPages()).takeConsent(at)),
    ),
    [`GET ${CONSENTS}/:row`]: door.of(
      "publish",
      of(async (at) => (await consentPages()).showEnding(at)),
    ),
    [`POST ${CONSENTS}/:row`]: door.sure(
      "publish",
      ({ path }) => path,
      ["sure"],
      (visit) =>
        of(async (at) => (await consentPages()).takeBackAtDesk(at, visit.fields.sure))(visit),
    ),
  };
}

async function aboutDraft(serving: Serving, visit: DeskVisit): Promise<AskedFor | undefined> {
  const { instance } = serving;
  const ask = instance.log.private;
  const [id] = /^[0-9a-f]{12}$/.exec(visit.params["id"]!) ?? [];
  const draft = id === undefined ? undefined : await askDrafts(ask).get(id);
  if (!draft || draft.kind !== "story") return undefined;
  const agreed = await agreedTo(ask, draft);
  const kept = await askDrafts(ask).files(draft.id);
  const slugs = peopleIn(draft.text);
  const path = `/desk/stories/${draft.id}`;
  return instance.snapshot(async (db) => {
    const told = await standingStory(db, draft.slug);
    const addresses = await addressesIn(db, "people");
    const known = await peopleBySubject(
      db,
      slugs.flatMap((slug) => addresses.get(slug) ?? []),
    );
    const people = new Map([...known.values()].map((one) => [one.slug, one]));
    const names = new Map(agreed.map(({ as }) => [as.slug, as.name]));
    const named = slugs.map(
      (slug) => [slug, people.get(slug)?.name ?? names.get(slug) ?? slug] as const,
    );
    const portraits = named.flatMap(([slug]) => (people.get(slug)?.photo ? [PORTRAIT + slug] : []));
    const own = new Set([...filesIn(draft.text), ...kept.map(({ name }) => name)]);
    const around = await aroundDraft(db, visit.frame, told, { files: kept, people: new Map() });
    const typed = typedOf("story", draft.text);
    const prints = await printsOf(db, typed, around.media);
    const faces = await rungsOf(
      db,
      [...people.values()].map(({ photo }) => photo?.file.media),
    );
    const looks = new Map<string, Look>([
      ...[...people.values()].flatMap((person) => portraitOf(person, faces)),
      ...altsOf(typed).map(([name, alt]) => [name, { ...seen(prints.get(name)), alt }] as const),
    ]);
    return {
      id: draft.id,
      people: draft.id,
      path,
      part: "/desk/stories",
      agreed,
      files: [...portraits, ...[...own].toSorted()],
      looks,
      publish: told?.known && !told.waits.has("") ? `${path}/publish` : undefined,
      named,
      name: (slug) => nameIn(serving, visit, draft.id, slug),
    };
  });
}

const PORTRAIT = "portrait:"; // before whose it is

function portraitOf(
  { slug, name, photo }: PersonCard,
  faces: Awaited<ReturnType<typeof rungsOf>>,
): readonly (readonly [string, Look])[] {
  if (!photo) return [];
  const { media, width, height } = photo.file;
  const src = smallOf(media, faces);
  return [[PORTRAIT + slug, { of: name, alt: photo.alt, src, ...sizeOf(width, height) }]];
}

const seen = (print: { src: string; width?: number; height?: number } | undefined) =>
  print ? { src: print.src, ...sizeOf(print.width, print.height) } : {};
const sizeOf = (width: number | undefined, height: number | undefined) => ({
  ...(width && { width }),
  ...(height && { height }),
});

/** What each of its pictures shows, by the name of its file. */
function altsOf(typed: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  const cover = [typed["cover_file"], typed["cover_alt"]] as const;
  const rows = (pictureRows(typed) ?? []).map(({ fields }) => [fields.file, fields.alt] as const);
  return [cover, ...rows].flatMap(([name, alt]) => (name && alt ? [[name, alt] as const] : []));
}

/** The person is named in the draft as it is now: somebody may have saved it while the form came. */
async function nameIn(
  serving: Serving,
  { account }: DeskVisit,
  id: Draft["id"],
  slug: string,
): Promise<void> {
  const ask = serving.instance.log.private;
  for (let isSaved = false; !isSaved;) {
    const draft = await askDrafts(ask).get(id);
    const text = draft && withPerson(draft.text, slug);
    if (text === undefined) return;
    const save = { id, base: draft!.version, text, by: account.name, at: serving.now() };
    isSaved = "version" in (await askDrafts(ask).save(save));
  }
}
