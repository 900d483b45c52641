/** What other features and commands ask of measurements. */
export { centreOf } from "./cell.ts";
export { aggregateList } from "./queries.ts";
