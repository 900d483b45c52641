/** What other features and commands ask of programmes. */
export type { Programme } from "./records.ts";
export {
  allProgrammes,
  type ProgrammeCard,
  programmeList,
  programmesBySubject,
} from "./queries.ts";
