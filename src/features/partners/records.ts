/** What can be said of an organisation. */
import * as v from "valibot";
import {
  country,
  date,
  inBody,
  line,
  oneOf,
  organisationReference,
  paragraph,
  sourceList,
  url,
  withdrawal,
  type Side,
} from "../../platform/folder/fields.ts";
import type { Kinds } from "../../platform/records/kind.ts";
import type { Wording } from "../../platform/texts/wording.ts";

export const PARTNER_NAMED = "partner.named/1";
export const PARTNER_EDITED = "partner.edited/1";
export const PARTNER_WITHDRAWN = "partner.withdrawn/1";

const PARTNER_KINDS = ["carrier", "company", "community", "public", "activist", "person"] as const;
export type PartnerKind = (typeof PARTNER_KINDS)[number];

export const partnerForm = (side: Side) => ({
  name: line,
  kind: oneOf(...PARTNER_KINDS),
  summary: paragraph,
  /** `joined`: takes part here; `named`: described from published sources, has not taken part. */
  standing: oneOf("joined", "named"),
  country: v.optional(country),
  place: v.optional(side.ref),
  url: v.optional(url),
  /** As registers know it. */
  reference: v.optional(organisationReference),
  since: v.optional(date),
  sources: v.optional(sourceList),
});

export const PartnerBody = v.strictObject(partnerForm(inBody));
export type Partner = Readonly<v.InferOutput<typeof PartnerBody>>;

/** What it says in the languages of the campaign. */
export const PARTNER_WORDING: Wording = {
  space: "partners",
  texts: ["summary"],
  names: ["name"],
};

export const partnerKinds: Kinds = {
  [PARTNER_NAMED]: { opens: true, body: PartnerBody },
  [PARTNER_EDITED]: { opens: false, body: PartnerBody },
  [PARTNER_WITHDRAWN]: { opens: false, body: withdrawal },
};
