/**
 * A badge as text: an Open Badge 3.0 (AchievementCredential) with what its section 8.2 wants in a token. Of the same parts comes
 * the same text, byte for byte, which is how a QR code can do without most of it. Pure; runs on pages too.
 */

/** All that one badge says and another does not. */
export interface BadgeParts {
  /** The address of the instance that signs, without a slash at its end. */
  readonly base: string;
  /** Of its key (RFC 7638). */
  readonly thumbprint: string;
  /** The last part of the badge's address: 16 bytes in base64url. It salts the name, too. */
  readonly id: string;
  /** Of the learner's name with the id, in hex. */
  readonly hash: string;
  /** Seconds since 1970. */
  readonly from: number;
  /** The campaign, by name. */
  readonly issuer: string;
  readonly name: string;
  /** The address of the course. */
  readonly course: string;
  readonly criteria: string;
}

/** What stands in the token; `sub` names nobody but whoever holds this badge. */
export interface BadgePayload {
  readonly "@context": readonly string[];
  readonly id: string;
  readonly type: readonly string[];
  readonly issuer: { readonly id: string; readonly type: readonly string[]; readonly name: string };
  readonly validFrom: string;
  readonly name: string;
  readonly credentialSubject: {
    readonly id: string;
    readonly type: readonly string[];
    readonly identifier: readonly {
      readonly type: string;
      readonly identityHash: string;
      readonly identityType: string;
      readonly hashed: boolean;
      readonly salt: string;
    }[];
    readonly achievement: {
      readonly id: string;
      readonly type: readonly string[];
      readonly name: string;
      readonly description: string;
      readonly criteria: { readonly narrative: string };
    };
  };
  readonly iss: string;
  readonly jti: string;
  readonly nbf: number;
  readonly sub: string;
}

export const headerText = ({ base, thumbprint }: BadgeParts): string =>
  JSON.stringify({ alg: "RS256", typ: "JWT", kid: keyAddress(base, thumbprint) });

export const keyAddress = (base: string, thumbprint: string): string =>
  `${base}/badges/keys/${thumbprint}`;
export const badgeAddress = (base: string, id: string): string => `${base}/badges/${id}`;
/** As the credential writes a moment. */
export const momentOf = (seconds: number): string =>
  new Date(seconds * 1000).toISOString().replace(".000Z", "Z");

export function payloadText(parts: BadgeParts): string {
  const { base, id, hash, from, issuer, name, course, criteria } = parts;
  const jti = badgeAddress(base, id);
  const sub = `${jti}#holder`;
  const payload: BadgePayload = {
    "@context": [
      "https://www.w3.org/ns/credentials/v2",
      "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    ],
    id: jti,
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    issuer: { id: base, type: ["Profile"], name: issuer },
    validFrom: momentOf(from),
    name,
    credentialSubject: {
      id: sub,
      type: ["AchievementSubject"],
      identifier: [
        {
          type: "IdentityObject",
          identityHash: `sha256$${hash}`,
          identityType: "name",
          hashed: true,
          salt: id,
        },
      ],
      achievement: {
        id: course,
        type: ["Achievement"],
        name,
        description: criteria,
        criteria: { narrative: criteria },
      },
    },
    iss: base,
    jti,
    nbf: from,
    sub,
  };
  return JSON.stringify(payload);
}
