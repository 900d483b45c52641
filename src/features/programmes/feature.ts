/** Programmes and *Do good*: the door. */
import type { Feature } from "../../platform/feature.ts";
import { programmesModel } from "./model.ts";
import { ProgrammeCells } from "./cells.tsx";
import type { Programme } from "./fold.ts";
import { Opportunities } from "./opportunities.tsx";
import {
  allProgrammes,
  programmeList,
  programmesBySubject,
  type ProgrammeCard,
} from "./queries.ts";
import { relatedProgrammes } from "./related.tsx";
import { programmeRoutes } from "./routes.ts";

export const programmes: Feature = {
  name: "programmes",
  model: programmesModel,
  routes: programmeRoutes,
  related: relatedProgrammes,
};
export { allProgrammes, Opportunities, ProgrammeCells, programmeList, programmesBySubject };
export type { Programme, ProgrammeCard };
