/** What other features and commands ask of opportunities. */
export { acceptAsNew, NEW_THINGS } from "./accept-as-new.ts";
export { acceptAsOpportunity } from "./commands.ts";
export { opportunityList } from "./queries.ts";
