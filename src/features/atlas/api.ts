/** What other features and commands ask of atlas. */
import { pathOf } from "./addresses.ts";
import { REGIONS, WORLD } from "./regions.ts";

/** Its fixed addresses, for the site's map. */
export const atlasPaths = [WORLD, ...REGIONS].map((region) => pathOf(region, {}));
