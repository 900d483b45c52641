/** Partners: the door. */
import type { Feature } from "../../platform/feature.ts";
import { partnersModel } from "./model.ts";
import type { Partner } from "./fold.ts";
import { KINDS_IN_ORDER, kindWords } from "./kinds.ts";
import {
  allPartners,
  partnerList,
  partnerPath,
  partnersBase,
  partnersBySubject,
  type PartnerCard,
} from "./queries.ts";
import { PARTNER_NAMED, PARTNER_WITHDRAWN, PartnerBody, type PartnerKind } from "./records.ts";
import { relatedPartners } from "./related.tsx";
import { partnerRoutes } from "./routes.ts";

export const partners: Feature = {
  name: "partners",
  model: partnersModel,
  routes: partnerRoutes,
  related: relatedPartners,
};
export {
  allPartners,
  KINDS_IN_ORDER,
  kindWords,
  PARTNER_NAMED,
  PARTNER_WITHDRAWN,
  PartnerBody,
  partnerList,
  partnerPath,
  partnersBase,
  partnersBySubject,
};
export type { Partner, PartnerCard, PartnerKind };
