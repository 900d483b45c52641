/** The pages of an operator's own features. */
import type { Feature, Serving } from "../platform/feature.ts";
import type { Extra } from "../platform/web/extra.ts";
import { MODEL_KIT, ownLoaded } from "./models.ts";
import { PAGES } from "./pages.ts";

/** @param ours whose names and addresses they may not take @throws Error that names the file, and what is taken */
export function ownFeatures(ours: readonly Feature[]): readonly Feature[] {
  const names = new Set(ours.map(({ name }) => name));
  const taken = new Set(ours.flatMap(({ routes }) => routes.map(({ path }) => path)));
  return ownLoaded().map(({ path, own, model }) => {
    const made = own.feature?.(PAGES, MODEL_KIT);
    const routes = made?.routes ?? [];
    const clash = routes.find((route) => taken.has(route.path));
    if (names.has(own.name) || clash)
      throw new Error(
        `CND_FEATURES: ${path}: ${clash ? `the address ${clash.path}` : `the name ${own.name}`} is taken by a feature of ours.`,
      );
    return { ...made, name: own.name, routes, ...(model && { model }) };
  });
}

/** What each feature answers itself. @throws Error where one of an operator's own would answer in place of another */
export function addressesOf(
  features: readonly Feature[],
  serving: Serving,
): Readonly<Record<string, Extra>> {
  const own = new Set(ownLoaded().map((one) => one.own.name));
  const all: Record<string, Extra> = {};
  for (const feature of features) {
    const { name } = feature;
    const made = feature.machine?.(serving) ?? {};
    const clash = own.has(name) && Object.keys(made).find((address) => address in all);
    if (clash) throw new Error(`CND_FEATURES: ${name}: the address ${clash} is taken.`);
    Object.assign(all, made);
  }
  return all;
}
