/** The plan that was made of a region becomes a record with its pictures, as an import of the campaign folder makes it. Rule PN96. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { freeName } from "../../platform/addresses/short-name.ts";
import type { Serving } from "../../platform/feature.ts";
import { toBody } from "../../platform/folder/body.ts";
import { valuesAt } from "../../platform/folder/places.ts";
import type { MediaFile } from "../../platform/media/media.ts";
import { openThing, sayUnder } from "../../platform/sent/opening.ts";
import { planFolder } from "./folder.ts";
import type { PlanFields } from "./planning/plan-of.ts";
import { PLAN_EDITED, PLAN_MADE } from "./records.ts";
import type { RegionAtDesk } from "./regions-kept.ts";
import { noteRegion, outPath } from "./regions-store.ts";

/** @returns the address of the plan */
export async function publishPlan(
  { instance, speaker, now }: Pick<Serving, "instance" | "speaker" | "now">,
  { id, slug: made = "", published }: RegionAtDesk,
): Promise<string> {
  const { media, folder, snapshot } = instance;
  const out = outPath(folder.dir, id);
  const fields = JSON.parse(await readFile(join(out, "plan.json"), "utf8")) as PlanFields;
  const files = new Map<string, MediaFile>();
  for (const pattern of planFolder.media)
    for (const { value } of valuesAt(fields, pattern)) {
      const path = String(value);
      files.set(path, await media.put(join(out, path.split("/").at(-1)!)));
    }
  const passage = { file: "", base: [], fields, lineOf: () => 1 };
  const body = toBody(planFolder, passage, {
    subjectAt: (space, slug) => {
      throw new Error(`Expected a plan that names no ${space}, found ${slug}.`);
    },
    mediaAt: (path) => files.get(path)!,
  });
  const opening = { space: "plans", kind: PLAN_MADE, body };
  const note = (slug: string) => {
    noteRegion(folder.dir, id, "slug", slug);
    noteRegion(folder.dir, id, "published", now());
    return slug;
  };
  if (published !== undefined) {
    await sayUnder(speaker, { ...opening, slug: made, edit: PLAN_EDITED });
    return note(made);
  }
  for (let slug = made; ; slug = await snapshot((db) => freeName(db, ["plans"], fields.title)))
    if (await openThing(speaker, { ...opening, slug })) return note(slug);
}
