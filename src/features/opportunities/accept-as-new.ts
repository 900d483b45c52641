/** What was sent becomes something that did not stand here before: a place, a project with its place, a partner. Rule O13. */
import * as v from "valibot";
import { subjectAt } from "../../platform/addresses/addresses.ts";
import { slug as slugForm } from "../../platform/folder/fields.ts";
import type { Submission } from "../../platform/private/submissions.ts";
import { PARTNER_NAMED, PartnerBody } from "../partners/api.ts";
import { PLACE_NAMED, PlaceBody } from "../places/api.ts";
import { PROJECT_OPENED, ProjectBody } from "../projects/api.ts";
import { settleAs, subjectOf, takeUp, type Desk } from "../../platform/sent/desk.ts";
import { openThing } from "../../platform/sent/opening.ts";
import { Refusal } from "../../platform/sent/refusal.ts";
import { chosen, CONTACT, hasContact, NOT_AGREED, takeBack, type Edits } from "./commands.ts";
import { coarse } from "./records.ts";
import type { Sent } from "./sent.ts";
import { wordsIn } from "./words.ts";

export const NEW_THINGS = ["place", "project", "partner"] as const;
export type NewThing = (typeof NEW_THINGS)[number];

/** What the desk says of the new thing, where it does not follow from what was sent. */
interface Naming extends Pick<Edits, "words" | "country" | "lat" | "lon" | "place"> {
  readonly slug: string;
  /** The campaign's own language, in which its records speak. */
  readonly own: string;
  readonly name?: string | undefined;
  /** What sort of partner. */
  readonly kind?: string | undefined;
}
interface Asked {
  readonly desk: Desk;
  readonly submission: Submission;
  readonly sent: Sent;
  readonly naming: Naming;
  /** Every subject that was opened, so that its sender can take all of it back. */
  readonly made: string[];
}

/** @returns the path at which it stands */
export const acceptAsNew = (
  desk: Desk,
  id: string,
  thing: NewThing,
  naming: Naming,
): Promise<string | Refusal> =>
  takeUp(desk, id, (submission) => publishNew(desk, submission, thing, naming));

async function publishNew(
  desk: Desk,
  submission: Submission,
  thing: NewThing,
  naming: Naming,
): Promise<string | Refusal> {
  const { id } = submission;
  const sent = JSON.parse(submission.about) as Sent;
  const { slug } = naming;
  if (!v.safeParse(slugForm, slug).success)
    return new Refusal(`Expected a slug of a-z, 0-9 and -, at most 80 characters, got ${slug}.`);
  if (!sent.agreed) return NOT_AGREED;
  const words = thing === "place" ? "" : (naming.words ?? sent.words);
  const near = [naming.name ?? "", thing === "partner" ? "" : sent.place].join("\n");
  if (hasContact({ words, near }, submission.contact)) return CONTACT;
  const made: string[] = [];
  const subject = await OPEN[thing]({ desk, submission, sent, naming, made });
  if (subject instanceof Refusal) return subject;
  const became = { space: `${thing}s`, subject };
  const refused = await settleAs(desk, { id, state: "accepted", became, made }, async () => {
    for (const one of made) await takeBack(desk.speaker, one);
  });
  return refused ?? `/${became.space}/${slug}`;
}

const OPEN: Readonly<Record<NewThing, (asked: Asked) => Promise<string | Refusal>>> = {
  place: openPlace,
  project: openProject,
  partner: openPartner,
};

/** As its sender said it: where somebody says that there is no connection, it is unconnected on that day. */
async function openPlace(asked: Asked): Promise<string | Refusal> {
  const { sent, naming, submission } = asked;
  const country = chosen(naming.country, sent.country);
  const [lat, lon] = [chosen(naming.lat, sent.lat), chosen(naming.lon, sent.lon)];
  if (country === undefined || lat === undefined || lon === undefined)
    return new Refusal(
      "Expected a country and a position for the new place, such as ZA, -31.9 and 29.1.",
    );
  const { note, saidBy } = wordsIn(naming.own).newPlace;
  const state = { value: "unconnected", asOf: submission.received, saidBy };
  return open(asked, {
    space: "places",
    kind: PLACE_NAMED,
    form: PlaceBody,
    body: {
      type: "Feature",
      geometry: { type: "Point", coordinates: [coarse(lon), coarse(lat)] },
      properties: {
        name: placeName(asked),
        country,
        note,
        ...(sent.kind === "need" && { state }),
      },
    },
  });
}

/** At a place that stands here, or with a new one under the same slug; all else is checked before that is named. */
async function openProject(asked: Asked): Promise<string | Refusal> {
  const { desk, sent, naming } = asked;
  const { name: title } = naming;
  if (title === undefined) return unnamed("project");
  const summary = naming.words ?? sent.words;
  const project = { space: "projects", kind: PROJECT_OPENED, form: ProjectBody };
  const body = { title, summary, state: "planned" };
  const misfit = misfitOf(ProjectBody, body);
  if (misfit) return misfit;
  const isNew = naming.place === undefined;
  const [hasProject, hasPlace] = [
    await isTaken(desk, "projects", naming.slug),
    await isTaken(desk, "places", naming.slug),
  ];
  // Where both stand they may be these, said by a desk that stopped before it could settle.
  if (isNew && hasProject && !hasPlace) return taken("projects", naming.slug);
  const place = isNew
    ? await openPlace({ ...asked, naming: { ...naming, name: sent.place } })
    : await subjectOf(desk.speaker, "places", naming.place);
  if (place instanceof Refusal) return place;
  return open(asked, { ...project, body: { ...body, places: [place] } });
}

async function openPartner(asked: Asked): Promise<string | Refusal> {
  const { desk, sent, naming } = asked;
  if (sent.kind !== "partner")
    return new Refusal(`Expected a wish to join as a partner, this one is of kind ${sent.kind}.`);
  const country = chosen(naming.country, sent.country);
  const place =
    naming.place === undefined ? undefined : await subjectOf(desk.speaker, "places", naming.place);
  if (place instanceof Refusal) return place;
  const { name } = naming;
  if (name === undefined) return unnamed("partner");
  return open(asked, {
    space: "partners",
    kind: PARTNER_NAMED,
    form: PartnerBody,
    body: {
      name,
      kind: naming.kind ?? "",
      summary: naming.words ?? sent.words,
      standing: "joined",
      ...(country !== undefined && { country }),
      ...(place !== undefined && { place }),
    },
  });
}

async function open(
  { desk, naming, made }: Asked,
  thing: {
    readonly space: string;
    readonly kind: string;
    readonly form: v.GenericSchema;
    readonly body: object;
  },
): Promise<string | Refusal> {
  const { space, kind, form, body } = thing;
  const misfit = misfitOf(form, body);
  if (misfit) return misfit;
  const subject = await openThing(desk.speaker, { space, slug: naming.slug, kind, body });
  if (subject === undefined) return taken(space, naming.slug);
  made.push(subject);
  return subject;
}

function misfitOf(form: v.GenericSchema, body: object): Refusal | undefined {
  const fits = v.safeParse(form, body);
  if (fits.success) return undefined;
  const { message, path } = fits.issues[0];
  const field = path?.map(({ key }) => String(key)).join(".") ?? "body";
  return new Refusal(`${field}: expected ${message}.`);
}

const isTaken = async ({ speaker }: Desk, space: string, slug: string): Promise<boolean> =>
  (await speaker.snapshot((db) => subjectAt(db, space, slug))) !== undefined;

const taken = (space: string, slug: string): Refusal =>
  new Refusal(
    `Expected a slug that is free, /${space}/${slug} leads somewhere already. Choose another, or accept it with what stands there.`,
  );

const placeName = ({ sent, naming }: Asked): string => naming.name ?? sent.place;

const unnamed = (thing: NewThing): Refusal =>
  new Refusal(`Expected what the new ${thing} is called.`);
