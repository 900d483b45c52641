/** Partners: the door. */
import type { Feature } from "../../platform/feature.ts";
import type { Partner } from "./fold.ts";
import { partnerFolder } from "./folder.ts";
import { KINDS_IN_ORDER, kindWords } from "./kinds.ts";
import { partnerProjection } from "./projection.ts";
import { allPartners, partnerList, partnersBySubject, type PartnerCard } from "./queries.ts";
import {
  PARTNER_NAMED,
  PARTNER_WITHDRAWN,
  PartnerBody,
  partnerKinds,
  type PartnerKind,
} from "./records.ts";
import { relatedPartners } from "./related.tsx";
import { partnerRoutes } from "./routes.ts";

export const partners: Feature = {
  name: "partners",
  kinds: partnerKinds,
  projections: [partnerProjection],
  folder: [partnerFolder],
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
  partnersBySubject,
};
export type { Partner, PartnerCard, PartnerKind };
