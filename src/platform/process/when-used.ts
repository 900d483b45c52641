/** Packages that take long to load and that most processes never use: loaded when they are first used. */
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** @returns what gives the package, which stays loaded then */
export function whenUsed<Package>(load: (from: NodeJS.Require) => Package): () => Package {
  let loaded: Package | undefined;
  return () => (loaded ??= load(require));
}
