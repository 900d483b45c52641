/** What other features and commands ask of plans. */
export { planAt, type PlanCard, planList } from "./queries.ts";
