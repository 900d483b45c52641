/** What other features and commands ask of plans. */
export { plansPart } from "./list.tsx";
export { planAt, type PlanCard, planList } from "./queries.ts";
