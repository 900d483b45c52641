/** Programmes and *Do good*: the door. */
import type { Feature } from "../../platform/feature.ts";
import { ProgrammeCells } from "./cells.tsx";
import type { Programme } from "./fold.ts";
import { programmeFolder } from "./folder.ts";
import { Opportunities } from "./opportunities.tsx";
import { programmeProjection } from "./projection.ts";
import {
  allProgrammes,
  programmeList,
  programmesBySubject,
  type ProgrammeCard,
} from "./queries.ts";
import { programmeKinds } from "./records.ts";
import { relatedProgrammes } from "./related.tsx";
import { programmeRoutes } from "./routes.ts";

export const programmes: Feature = {
  name: "programmes",
  kinds: programmeKinds,
  projections: [programmeProjection],
  folder: [programmeFolder],
  routes: programmeRoutes,
  related: relatedProgrammes,
};
export { allProgrammes, Opportunities, ProgrammeCells, programmeList, programmesBySubject };
export type { Programme, ProgrammeCard };
