/** What was sent becomes something that did not stand here before: a place, a project with its place, a partner. Rule O13. */
import * as v from "valibot";
import { subjectAt } from "../../platform/addresses/addresses.ts";
import { slug as slugForm } from "../../platform/folder/fields.ts";
import type { JsonObject } from "../../platform/records/jcs.ts";
import type { Submission } from "../../platform/private/submissions.ts";
import { PARTNER_NAMED, PartnerBody } from "../partners/api.ts";
import { PLACE_NAMED, PlaceBody } from "../places/api.ts";
import { PROJECT_OPENED, ProjectBody } from "../projects/api.ts";
import { settleAs, subjectOf, takeUp, type Desk } from "../../platform/sent/desk.ts";
import { openThing } from "../../platform/sent/opening.ts";
import { chosen, refuseContact, type Edits } from "./desk.ts";
import { coarse } from "./records.ts";
import type { Sent } from "./sent.ts";
import { takeBack } from "./speak.ts";
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
): Promise<string> => takeUp(desk, id, (submission) => publishNew(desk, submission, thing, naming));

async function publishNew(
  desk: Desk,
  submission: Submission,
  thing: NewThing,
  naming: Naming,
): Promise<string> {
  const { id } = submission;
  const sent = JSON.parse(submission.about) as Sent;
  const { slug } = naming;
  if (!v.safeParse(slugForm, slug).success)
    throw new Error(`Expected a slug of a-z, 0-9 and -, at most 80 characters, got ${slug}.`);
  if (!sent.agreed)
    throw new Error(
      "Expected its sender to have agreed to publishing; they have not. Accept it with what stands already, or refuse it.",
    );
  const words = thing === "place" ? "" : (naming.words ?? sent.words);
  const near = [naming.name ?? "", thing === "partner" ? "" : sent.place].join("\n");
  refuseContact({ words, near }, submission.contact);
  const made: string[] = [];
  const subject = await OPEN[thing]({ desk, submission, sent, naming, made });
  const became = { space: `${thing}s`, subject };
  await settleAs(desk, { id, state: "accepted", became, made }, async () => {
    for (const one of made) await takeBack(desk.speaker, one);
  });
  return `/${became.space}/${naming.slug}`;
}

const OPEN: Readonly<Record<NewThing, (asked: Asked) => Promise<string>>> = {
  place: openPlace,
  project: openProject,
  partner: openPartner,
};

/** As its sender said it: where somebody says that there is no connection, it is unconnected on that day. */
function openPlace(asked: Asked): Promise<string> {
  const { sent, naming, submission } = asked;
  const country = chosen(naming.country, sent.country);
  const [lat, lon] = [chosen(naming.lat, sent.lat), chosen(naming.lon, sent.lon)];
  if (country === undefined || lat === undefined || lon === undefined)
    throw new Error(
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
async function openProject(asked: Asked): Promise<string> {
  const { desk, sent, naming } = asked;
  const title = named(naming, "project");
  const summary = naming.words ?? sent.words;
  const project = { space: "projects", kind: PROJECT_OPENED, form: ProjectBody };
  const body = { title, summary, state: "planned" };
  checkFits(ProjectBody, body);
  const isNew = naming.place === undefined;
  const [hasProject, hasPlace] = [
    await isTaken(desk, "projects", naming.slug),
    await isTaken(desk, "places", naming.slug),
  ];
  // Where both stand they may be these, said by a desk that stopped before it could settle.
  if (isNew && hasProject && !hasPlace) throw taken("projects", naming.slug);
  const place = isNew
    ? await openPlace({ ...asked, naming: { ...naming, name: sent.place } })
    : await subjectOf(desk.speaker, "places", naming.place);
  return open(asked, { ...project, body: { ...body, places: [place] } });
}

async function openPartner(asked: Asked): Promise<string> {
  const { desk, sent, naming } = asked;
  if (sent.kind !== "partner")
    throw new Error(`Expected a wish to join as a partner, this one is of kind ${sent.kind}.`);
  const country = chosen(naming.country, sent.country);
  const place =
    naming.place === undefined ? undefined : await subjectOf(desk.speaker, "places", naming.place);
  return open(asked, {
    space: "partners",
    kind: PARTNER_NAMED,
    form: PartnerBody,
    body: {
      name: named(naming, "partner"),
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
    readonly body: JsonObject;
  },
): Promise<string> {
  const { space, kind, form, body } = thing;
  checkFits(form, body);
  const subject = await openThing(desk.speaker, { space, slug: naming.slug, kind, body });
  if (subject === undefined) throw taken(space, naming.slug);
  made.push(subject);
  return subject;
}

function checkFits(form: v.GenericSchema, body: JsonObject): void {
  const fits = v.safeParse(form, body);
  if (fits.success) return;
  const { message, path } = fits.issues[0];
  const field = path?.map(({ key }) => String(key)).join(".") ?? "body";
  throw new Error(`${field}: expected ${message}.`);
}

const isTaken = async ({ speaker }: Desk, space: string, slug: string): Promise<boolean> =>
  (await speaker.snapshot((db) => subjectAt(db, space, slug))) !== undefined;

const taken = (space: string, slug: string): Error =>
  new Error(
    `Expected a slug that is free, /${space}/${slug} leads somewhere already. Choose another, or accept it with what stands there.`,
  );

const placeName = ({ sent, naming }: Asked): string => naming.name ?? sent.place;

function named({ name }: Naming, thing: NewThing): string {
  if (name === undefined) throw new Error(`Expected what the new ${thing} is called.`);
  return name;
}
