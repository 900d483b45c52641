/** What other features and commands ask of programmes. */
export type { Programme } from "./fold.ts";
export {
  allProgrammes,
  type ProgrammeCard,
  programmeList,
  programmesBySubject,
} from "./queries.ts";
