/** Passkeys: what the browser is asked, and whether its answer holds. The mathematics is SimpleWebAuthn's. */
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import type { AccountRow } from "../private/accounts.ts";
import type { Privately } from "../private/part.ts";

/** @returns the id of the account whose passkey answered this challenge */
export type PasskeyCheck = (challenge: string, answer: unknown) => Promise<string | undefined>;

type Options = Awaited<ReturnType<typeof generateRegistrationOptions>>;
type SignInOptions = Awaited<ReturnType<typeof generateAuthenticationOptions>>;

export interface Passkeys {
  /** Asked of the browser of somebody who is signed in; the challenge is inside. */
  add(account: { readonly id: string; readonly name: string }): Promise<Options>;
  /** @returns whether the answer holds; the passkey is kept then */
  added(accountId: string, challenge: string, answer: unknown): Promise<boolean>;
  ask(): Promise<SignInOptions>;
  readonly check: PasskeyCheck;
  of(accountId: string): Promise<readonly AccountRow[]>;
  drop(accountId: string, id: string): Promise<void>;
}

/** @param base the public address: passkeys are bound to its host, and work over https or on localhost alone */
export function openPasskeys(privately: Privately, base: string): Passkeys {
  const { origin, hostname: rpID } = new URL(base);
  const table = "auth_passkey";
  const find = (field: string, value: string): Promise<AccountRow[]> =>
    privately("accounts.find", {
      table,
      where: [{ field, operator: "eq", value }],
    }) as Promise<AccountRow[]>;

  return {
    async add({ id, name: userName }) {
      const own = await find("userId", id);
      return generateRegistrationOptions({
        rpName: rpID,
        rpID,
        userName,
        userID: Uint8Array.from(Buffer.from(id)),
        attestationType: "none",
        authenticatorSelection: { residentKey: "required", userVerification: "preferred" },
        excludeCredentials: own.map((row) => ({ id: String(row["credential"]) })),
      });
    },

    async added(accountId, challenge, answer) {
      const done = await verifyRegistrationResponse({
        response: answer as Parameters<typeof verifyRegistrationResponse>[0]["response"],
        expectedChallenge: challenge,
        expectedOrigin: origin,
        expectedRPID: rpID,
        requireUserVerification: false,
      }).catch(() => undefined); // what a browser sent does not hold; no more is to be said of it
      if (!done?.verified) return false;
      const { credential } = done.registrationInfo;
      const row: AccountRow = {
        id: crypto.randomUUID(),
        createdAt: new Date().toISOString(),
        userId: accountId,
        credential: credential.id,
        publicKey: Buffer.from(credential.publicKey).toString("base64url"),
        counter: credential.counter,
        transports: (credential.transports ?? []).join(" "),
      };
      await privately("accounts.create", { table, row });
      return true;
    },

    ask: () => generateAuthenticationOptions({ rpID, userVerification: "preferred" }),

    async check(challenge, answer) {
      const { id } = answer as { id?: unknown };
      const [row] = typeof id === "string" ? await find("credential", id) : [];
      if (!row) return undefined;
      const done = await verifyAuthenticationResponse({
        response: answer as Parameters<typeof verifyAuthenticationResponse>[0]["response"],
        expectedChallenge: challenge,
        expectedOrigin: origin,
        expectedRPID: rpID,
        requireUserVerification: false,
        credential: {
          id: String(row["credential"]),
          publicKey: Uint8Array.from(Buffer.from(String(row["publicKey"]), "base64url")),
          counter: Number(row["counter"]),
        },
      }).catch(() => undefined);
      if (!done?.verified) return undefined;
      const where = [{ field: "id", operator: "eq", value: row["id"] }];
      const set = { counter: done.authenticationInfo.newCounter };
      await privately("accounts.update", { table, where, set });
      return String(row["userId"]);
    },

    of: (accountId) => find("userId", accountId),

    async drop(accountId, id) {
      const where = [
        { field: "userId", operator: "eq", value: accountId },
        { field: "id", operator: "eq", value: id },
      ];
      await privately("accounts.remove", { table, where });
    },
  };
}
