/** `cnd desk`: what was sent through the form, at the keyboard: read it, accept it, refuse it. */
import { sentSorts } from "../app.ts";
import { campaignFrame } from "../features/campaign/api.ts";
import { acceptAsNew, acceptAsOpportunity, NEW_THINGS } from "../features/opportunities/api.ts";
import {
  acceptAs,
  openSubmission,
  readSubmission,
  refuse,
  waiting,
  type Desk,
} from "../platform/sent/desk.ts";
import type { Submission } from "../platform/private/submissions.ts";
import { Refusal } from "../platform/sent/refusal.ts";
import { sortOf } from "../platform/sent/sort.ts";
import { atDesk } from "./at-desk.ts";
import { CommandError, switches, type Settings } from "./context.ts";
import { acceptForPledge } from "./desk-pledge.ts";

export const help = `cnd desk list
List what is waiting, oldest first.

cnd desk show ID
Show all of it. Its sender can then see that it is being read.

cnd desk accept ID --as opportunity [--words TEXT] [--place SLUG | --near NAME --country ZA --lat N --lon N]
Publish it with its own words, or yours (--words), and its own place, a place that has a page, or another name.
Positions are rounded to 0.1 degrees. The sender's contact details are never published.

cnd desk accept ID --as place --slug SLUG [--name NAME] [--country ZA --lat N --lon N]
cnd desk accept ID --as project --slug SLUG --name TITLE [--words TEXT] [--place SLUG | --country ZA --lat N --lon N]
cnd desk accept ID --as partner --slug SLUG --name NAME --kind KIND [--words TEXT] [--place SLUG]
Make a new page from it, at its own address; a project without --place also creates a new place. The sender's words
are used where you give none. KIND: carrier, company, community, public, activist.

cnd desk accept ID --place SLUG | --project SLUG | --partner SLUG | --programme SLUG
Link it to something already on the site; its sender sees the link.

cnd desk accept ID [--by pledger|other]
If it came through a pledge's form: publish it about that pledge, signed by this instance. --by pledger: the figure, or
the answer to a dispute, comes from the pledger, and you have checked this. Accepting it twice adds it once.

Accept stories and new pledges on the desk page, /desk/queue, where you can see and hear their files.

cnd desk refuse ID --reason TEXT
Refuse it: its sender sees the reason, and the sender's contact details are deleted.`;

const TEXTS = [
  "as",
  "by",
  "place",
  "project",
  "partner",
  "programme",
  "slug",
  "name",
  "kind",
  "words",
  "near",
  "country",
  "lat",
  "lon",
  "reason",
] as const;
type Options = Readonly<Partial<Record<(typeof TEXTS)[number], string>>>;

const SPACES = {
  place: "places",
  project: "projects",
  partner: "partners",
  programme: "programmes",
} as const;

export async function run(settings: Settings, args: readonly string[]): Promise<void> {
  const { rest, of: values } = read(args);
  const [verb, id] = rest;
  if (verb === undefined || !["list", "show", "accept", "refuse"].includes(verb))
    throw new CommandError("Expected list, show, accept or refuse: cnd desk --help");
  if (verb !== "list" && id === undefined)
    throw new CommandError(`Expected an id from cnd desk list: cnd desk ${verb} ID`);
  await atDesk(settings, async (desk, base) => {
    if (verb === "list") return list(desk);
    if (verb === "show") return show(desk, id!);
    if (verb === "accept") {
      refuseAtKeyboard(base, done(await openSubmission(desk, id!)));
      return accept(desk, id!, values);
    }
    if (values.reason === undefined)
      throw new CommandError(`Expected a reason for the sender: cnd desk refuse ${id} --reason …`);
    done(await refuse(desk, id!, values.reason));
    console.log(`${id} is refused; its sender sees the reason.`);
  });
}

/** What was done. @throws CommandError that says why it was not */
function done<T>(answer: T | Refusal): T {
  if (answer instanceof Refusal) throw new CommandError(answer.why);
  return answer;
}

function read(args: readonly string[]): { rest: readonly string[]; of: Options } {
  // A southern latitude looks like an option: --lat -31.9 is read as --lat=-31.9.
  const joined = args.join("\0").replaceAll(/(--(?:lat|lon))\0(?=-\d)/g, "$1=");
  return switches("desk", joined === "" ? [] : joined.split("\0"), [], TEXTS);
}

async function list(desk: Desk): Promise<void> {
  const all = await waiting(desk);
  const lines = all.map((one) => {
    const { id, received, state, about } = one;
    return `${id}  ${received}  ${state}  ${sortOf(sentSorts, one).line(JSON.parse(about) as object)}`;
  });
  console.log([...lines, `${all.length} waiting.`].join("\n"));
}

async function show(desk: Desk, id: string): Promise<void> {
  const submission = done(await readSubmission(desk, id));
  const { received, state, reason, contact } = submission;
  const about = JSON.parse(submission.about) as object;
  const sent = state === "withdrawn" ? {} : sortOf(sentSorts, submission).fieldsOf(about);
  const { words, ...fields } = sent;
  const lines = { id, received, state, reason, ...fields, contact };
  for (const [name, value] of Object.entries(lines))
    if (value !== null && value !== undefined && value !== "") console.log(`${name}: ${value}`);
  if (words !== undefined) console.log(`\n${words}`);
}

/** A told story is taken up where its files can be seen and heard, and who agreed to what stands beside them; a pledge, where its words are mended. */
function refuseAtKeyboard(base: string, submission: Submission): void {
  const sort = sortOf(sentSorts, submission).called?.id;
  if (sort === "new-pledges")
    throw new CommandError(
      `${submission.id} is a new pledge. Publish it on the desk page: ${base}/desk/queue/${submission.id}`,
    );
  if (sort !== "stories") return;
  throw new CommandError(
    `${submission.id} is a story. See its photos, its recordings and who agreed to what on the desk page, which makes a draft from it: ${base}/desk/queue/${submission.id}`,
  );
}

async function accept(desk: Desk, id: string, values: Options): Promise<void> {
  const submission = done(await openSubmission(desk, id));
  const pledged = done(await acceptForPledge(desk, submission, values));
  if (pledged !== undefined)
    return console.log(`${id} is now at ${pledged}; its sender sees the link.`);
  if (values.as !== undefined) {
    const path = done(await acceptAsAnew(desk, id, values));
    return console.log(`${id} is now at ${path}; its sender sees the link.`);
  }
  const became = (["place", "project", "partner", "programme"] as const).filter(
    (name) => values[name] !== undefined,
  );
  if (became.length !== 1)
    throw new CommandError(
      `Expected what to make of it: cnd desk accept ${id} --as opportunity, place, project or partner, or one of --place, --project, --partner, --programme with a slug.`,
    );
  const [name] = became;
  const path = done(await acceptAs(desk, id, SPACES[name!], values[name!]!));
  console.log(`${id} became ${path}; its sender sees the link.`);
}

async function acceptAsAnew(desk: Desk, id: string, values: Options): Promise<string | Refusal> {
  const edits = {
    ...values,
    lat: degrees("lat", values.lat),
    lon: degrees("lon", values.lon),
  };
  if (values.as === "opportunity") return acceptAsOpportunity(desk, id, edits);
  const thing = NEW_THINGS.find((one) => one === values.as);
  if (!thing)
    throw new CommandError(
      `--as: expected opportunity, ${NEW_THINGS.join(", ")}, got ${values.as}.`,
    );
  const { slug } = values;
  if (slug === undefined)
    throw new CommandError(
      `Expected the address of the new ${thing}: cnd desk accept ${id} --as ${thing} --slug SLUG`,
    );
  const { language } = await desk.speaker.snapshot((db) => campaignFrame(db, ""));
  return acceptAsNew(desk, id, thing, { ...edits, slug, own: language });
}

function degrees(name: string, typed: string | undefined): number | undefined {
  if (typed === undefined) return undefined;
  const n = Number(typed);
  if (typed.trim() === "" || !Number.isFinite(n))
    throw new CommandError(`--${name}: expected degrees such as -31.9, got ${typed}.`);
  return n;
}
