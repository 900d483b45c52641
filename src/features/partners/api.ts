/** What other features and commands ask of partners. */
export type { Partner } from "./records.ts";
export { KINDS_IN_ORDER, kindWords } from "./kinds.ts";
export {
  allPartners,
  type PartnerCard,
  partnerList,
  partnerPath,
  partnersBySubject,
} from "./queries.ts";
export { PARTNER_NAMED, PARTNER_WITHDRAWN, PartnerBody, type PartnerKind } from "./records.ts";
