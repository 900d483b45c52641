/** Regions at the desk: files are sent, looked at, planned for and published, without a shell. Rules PN90 to PN96. */
import { setTimeout as sleep } from "node:timers/promises";
import { dayAt } from "../../engines/calendar/day.ts";
import { idIn, type DeskVisit } from "../../platform/accounts/door.ts";
import { deskPage } from "../../platform/accounts/pages.tsx";
import { freeName } from "../../platform/addresses/short-name.ts";
import { openTurn } from "../../platform/db/in-turn.ts";
import type { Serving } from "../../platform/feature.ts";
import { askJobs, type Job } from "../../platform/private/jobs.ts";
import type { Extra } from "../../platform/web/extra.ts";
import type { Fields } from "../../platform/web/handler.ts";
import { lost, type Reply } from "../../platform/web/reply.ts";
import { formatNumber } from "../../platform/web/words.ts";
import { isWhole } from "./pages/region-layers.tsx";
import { RegionList, REGIONS } from "./pages/region-list.tsx";
import { isOpen, RegionPlan } from "./pages/region-plan.tsx";
import { RegionMain } from "./pages/region.tsx";
import type { RegionAtDesk, RegionFile, Typed } from "./regions-kept.ts";
import { regionWordsIn, type RegionWords } from "./region-words.ts";
import { publishPlan } from "./regions-publish.ts";
import { receiveFiles } from "./regions-receive.ts";
import { firstTyped, GATE, LINK, SETTING_FIELDS } from "./regions-fields.ts";
import { settingsFrom, type Problems } from "./regions-settings.ts";
import {
  filesPath,
  forgetRegion,
  keepOnly,
  listRegions,
  MOST_REGIONS,
  newRegion,
  noteRegion,
  readRegion,
} from "./regions-store.ts";
import { lookOver, MAKE, stopMaking } from "./regions-work.ts";

const PART = "/desk/plans";
const SETTINGS = { fields: SETTING_FIELDS, rows: [GATE, LINK] };
const SOON = 4000; // ms in which most files are read: no second page is needed then
const REFRESH = 5; // s

export function regionAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { door } = serving;
  const dir = serving.instance.folder.dir;
  const about =
    <V extends DeskVisit>(work: (visit: V, region: RegionAtDesk) => Reply | Promise<Reply>) =>
    async (visit: V): Promise<Reply> => {
      const region = readRegion(dir, idIn(visit));
      return region ? work(visit, region) : lost(visit);
    };
  const { list, begin, add, remove } = filing(serving);
  const { page, settle, plan, stop, publish } = planning(serving);
  return {
    [`GET ${REGIONS}`]: door.of("plan", async (visit) => ({ page: await list(visit) })),
    [`POST ${REGIONS}`]: door.of("plan", begin),
    [`GET ${REGIONS}/:id`]: door.of("plan", about(page)),
    [`POST ${REGIONS}/:id`]: door.of("plan", SETTINGS, about(settle)),
    [`POST ${REGIONS}/:id/files`]: door.of("plan", about(add)),
    [`POST ${REGIONS}/:id/remove`]: door.of(
      "plan",
      ["file"],
      about<DeskVisit & Fields<"file">>(remove),
    ),
    [`GET ${REGIONS}/:id/plan`]: door.of("plan", about(plan)),
    [`POST ${REGIONS}/:id/stop`]: door.of("plan", about(stop)),
    [`POST ${REGIONS}/:id/publish`]: door.of("plan", about(publish)),
    [`POST ${REGIONS}/:id/forget`]: door.of(
      "plan",
      ["sure"],
      about(async (visit: DeskVisit & Fields<"sure">, { id }) => {
        const isKept = visit.fields.sure !== "yes" || isOpen(await jobOf(serving, id));
        if (isKept) return { to: `${REGIONS}/${id}`, noted: false };
        await askJobs(serving.instance.log.private).drop({ about: id });
        forgetRegion(dir, id);
        return { to: REGIONS };
      }),
    ),
  };
}

async function jobOf({ jobs }: Serving, id: string): Promise<Job | undefined> {
  return (await jobs.about(id)).find(({ kind }) => kind === MAKE);
}

/** What is sent for a region, and taken away. */
function filing(serving: Serving) {
  const { instance, budgets, jobs, now } = serving;
  const { dir } = instance.folder;
  const most = budgets.limits.files.bytes;

  async function list(
    { account, lang }: DeskVisit,
    came: { readonly problems?: Problems; readonly title?: string } = {},
  ) {
    const words = regionWordsIn(lang);
    const all = listRegions(dir);
    const making = new Set<string>();
    for (const { id } of all) if (isOpen(await jobOf(serving, id))) making.add(id);
    const main = RegionList({ words, all, making, ...came });
    return deskPage({ account, lang, part: PART, title: words.title, main });
  }

  /** What did not come, by the field it belongs to. */
  function whyNot(
    words: RegionWords,
    received: Exclude<Awaited<ReturnType<typeof receiveFiles>>, string>,
  ): Problems {
    const { files, tooLarge } = received;
    if (tooLarge.length > 0) {
      const megabytes = formatNumber(Math.floor(most / 1e6), words.lang);
      return { terrain: words.tooLarge(tooLarge.join(", "), megabytes) };
    }
    return files.length === 0 ? { places: words.noFile } : {};
  }

  async function begin(visit: DeskVisit): Promise<Reply> {
    const words = regionWordsIn(visit.lang);
    const refuse = async (status: number, problems: Problems, title = ""): Promise<Reply> => ({
      status,
      page: await list(visit, { problems, title }),
      noted: false,
    });
    if (listRegions(dir).length >= MOST_REGIONS)
      return refuse(409, { places: words.full(formatNumber(MOST_REGIONS, words.lang)) });
    const id = newRegion(dir, now());
    try {
      const received = await receiveFiles(visit.req, filesPath(dir, id), most);
      if (received === "form") return { unread: { status: 415 } };
      if (received === "cut") return await refuse(422, { places: words.cut });
      const { title, files } = received;
      const problems = whyNot(words, received);
      if (files.length === 0) return await refuse(422, problems, title);
      noteRegion(dir, id, "files", withNew([], files));
      noteRegion(dir, id, "about", { title: title || files[0]!.called, made: now() });
      return { to: `${REGIONS}/${id}` };
    } finally {
      const kept = readRegion(dir, id);
      if (kept) keepOnly(dir, kept);
      else forgetRegion(dir, id);
    }
  }

  /** The files change, and with them what is known of them. */
  function change(region: RegionAtDesk, files: readonly RegionFile[]): void {
    noteRegion(dir, region.id, "files", files);
    noteRegion(dir, region.id, "layers", undefined);
    keepOnly(dir, { id: region.id, files });
  }

  async function add(visit: DeskVisit, region: RegionAtDesk): Promise<Reply> {
    const words = regionWordsIn(visit.lang);
    const { page } = planning(serving);
    const received = await receiveFiles(visit.req, filesPath(dir, region.id), most);
    if (received === "form") return { unread: { status: 415 } };
    const isMaking = isOpen((await jobs.about(region.id))[0]);
    const sent: Problems =
      received === "cut"
        ? { places: words.cut }
        : isMaking
          ? { places: words.isMaking }
          : whyNot(words, received);
    if (typeof received !== "string" && !isMaking && received.files.length > 0)
      change(region, withNew(region.files, received.files));
    else keepOnly(dir, region);
    if (Object.keys(sent).length === 0) return { to: `${REGIONS}/${region.id}` };
    return page(visit, readRegion(dir, region.id)!, { sent, status: 422 });
  }

  async function remove({ fields }: Fields<"file">, region: RegionAtDesk): Promise<Reply> {
    const left = region.files.filter(({ name }) => name !== fields.file);
    if (!isOpen(await jobOf(serving, region.id))) change(region, left);
    return { to: `${REGIONS}/${region.id}` };
  }

  return { list, begin, add, remove };
}

/** A new table takes the place of the one before, and a tile that of one with its name. */
function withNew(before: readonly RegionFile[], came: readonly RegionFile[]): RegionFile[] {
  const all = [...before, ...came];
  return all.filter(
    (file, i) =>
      !all
        .slice(i + 1)
        .some(
          ({ kind, called }) => kind === file.kind && (kind === "places" || called === file.called),
        ),
  );
}

/** From the layers to a published plan. */
function planning(serving: Serving) {
  const { instance, jobs, now } = serving;
  const { dir } = instance.folder;
  const inTurn = openTurn(); // a form that is sent twice at once publishes once

  async function page(
    visit: DeskVisit,
    region: RegionAtDesk,
    came: {
      readonly typed?: Typed;
      readonly problems?: Problems;
      readonly sent?: Problems;
      readonly trouble?: string;
      readonly status?: number;
    } = {},
  ): Promise<Reply> {
    const { account, lang, frame } = visit;
    const words = regionWordsIn(lang);
    const { status = 200, problems: { other, ...problems } = {}, trouble = other, ...rest } = came;
    const seen = region.layers ? region : await looked(region);
    const first = firstTyped(seen, { words, by: frame.name, today: dayAt(now()) });
    const typed = rest.typed ?? region.typed ?? first;
    const main = RegionMain({ words, region: seen, ...rest, typed, problems, trouble });
    const shown = deskPage({ account, lang, part: PART, title: seen.about.title, main });
    return {
      status,
      page: shown,
      ...(!seen.layers && { headers: { Refresh: String(REFRESH) } }),
      ...(status !== 200 && { noted: false as const }),
    };
  }

  async function looked(region: RegionAtDesk): Promise<RegionAtDesk> {
    const look = lookOver(dir, region);
    look.catch(() => undefined); // nobody may be waiting any more; the next look begins it again
    await Promise.race([look, sleep(SOON, undefined, { ref: false })]);
    return readRegion(dir, region.id) ?? region;
  }

  async function settle(visit: DeskVisit & Fields<string>, region: RegionAtDesk): Promise<Reply> {
    const words = regionWordsIn(visit.lang);
    const { id, layers } = region;
    const typed = visit.fields;
    noteRegion(dir, id, "typed", typed); // whatever comes of it
    const { settings, problems } = settingsFrom(typed, region, words);
    if (!layers || !isWhole(layers))
      return page(visit, region, { typed, trouble: words.needsLayers, status: 422 });
    if (!settings) return page(visit, region, { typed, problems, status: 422 });
    if (isOpen(await jobOf(serving, id))) return { to: `${REGIONS}/${id}/plan`, noted: false };
    const { title } = settings.fields as { title: string };
    noteRegion(dir, id, "about", { ...region.about, title });
    if (region.slug === undefined)
      noteRegion(dir, id, "slug", await instance.snapshot((db) => freeName(db, ["plans"], title)));
    noteRegion(dir, id, "settings", settings);
    noteRegion(dir, id, "stopped", undefined);
    await askJobs(instance.log.private).drop({ about: id }); // what an earlier one said is over
    await jobs.add(MAKE, id, id);
    return { to: `${REGIONS}/${id}/plan` };
  }

  async function plan({ account, lang }: DeskVisit, region: RegionAtDesk): Promise<Reply> {
    const words = regionWordsIn(lang);
    const job = await jobOf(serving, region.id);
    const main = RegionPlan({ words, region, job });
    return {
      page: deskPage({ account, lang, part: PART, title: region.about.title, main }),
      ...(isOpen(job) && { headers: { Refresh: String(REFRESH) } }),
    };
  }

  async function stop(_: DeskVisit, { id }: RegionAtDesk): Promise<Reply> {
    const to = `${REGIONS}/${id}/plan`;
    if (!isOpen(await jobOf(serving, id))) return { to, noted: false };
    noteRegion(dir, id, "stopped", true); // one that waits does nothing when its turn comes
    stopMaking(dir, id);
    await askJobs(instance.log.private).drop({ about: id });
    return { to };
  }

  const publish = (_: DeskVisit, { id }: RegionAtDesk): Promise<Reply> =>
    inTurn(async () => {
      const region = readRegion(dir, id);
      const [run] = region?.runs ?? [];
      const isOn = (region?.published ?? 0) >= (run?.at ?? 0);
      if (!region || !run || isOpen(await jobOf(serving, id)))
        return { to: `${REGIONS}/${id}/plan`, noted: false };
      if (isOn) return { to: `/plans/${region.slug}`, noted: false };
      return { to: `/plans/${await publishPlan(serving, region)}` };
    });

  return { page, settle, plan, stop, publish };
}
