/** What other features and commands ask of programmes. */
export type { Programme } from "./records.ts";
export {
  allProgrammes,
  type ProgrammeCard,
  programmeList,
  programmeNames,
  programmesBySubject,
} from "./queries.ts";
