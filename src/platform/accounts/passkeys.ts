/** Passkeys: what the browser is asked, and whether its answer holds. The mathematics is SimpleWebAuthn's. */
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import type { AccountRow } from "../private/accounts.ts";
import type { Privately } from "../private/part.ts";

/** @returns the id of the account whose passkey answered a challenge of ours */
export type PasskeyCheck = (answer: unknown) => Promise<string | undefined>;

const ANSWERED_WITHIN = 5 * 60_000; // ms
const CHALLENGES = "auth_verification";
const SIGN_IN = "sign-in"; // what a challenge is for that names no account

type Options = Awaited<ReturnType<typeof generateRegistrationOptions>>;
type SignInOptions = Awaited<ReturnType<typeof generateAuthenticationOptions>>;

export interface Passkeys {
  /** Asked of the browser of somebody who is signed in; the challenge is inside. */
  add(account: { readonly id: string; readonly name: string }): Promise<Options>;
  /** @returns whether the answer holds; the passkey is kept then */
  added(accountId: string, answer: unknown): Promise<boolean>;
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

  /** Kept until it is answered, once: whoever saw an answer go by cannot send it again. */
  async function keep<O extends { readonly challenge: string }>(options: O, value: string) {
    const now = new Date();
    const row: AccountRow = {
      id: crypto.randomUUID(),
      createdAt: now.toISOString(),
      updatedAt: now.toISOString(),
      identifier: `passkey:${options.challenge}`,
      value,
      expiresAt: new Date(now.getTime() + ANSWERED_WITHIN).toISOString(),
    };
    await privately("accounts.create", { table: CHALLENGES, row });
    return options;
  }

  /** The challenge that an answer names, where it is one of ours for this purpose; it is used up by asking. */
  async function challengeOf(answer: unknown, value: string): Promise<string | undefined> {
    const challenge = challengeIn(answer);
    if (challenge === undefined) return undefined;
    const where = [
      { field: "identifier", operator: "eq", value: `passkey:${challenge}` },
      { field: "value", operator: "eq", value },
      { field: "expiresAt", operator: "gt", value: new Date().toISOString() },
    ];
    const asked = { table: CHALLENGES, where };
    return (await privately("accounts.consume", asked)) ? challenge : undefined;
  }

  return {
    async add({ id, name: userName }) {
      const own = await find("userId", id);
      const options = await generateRegistrationOptions({
        rpName: rpID,
        rpID,
        userName,
        userID: Uint8Array.from(Buffer.from(id)),
        attestationType: "none",
        authenticatorSelection: { residentKey: "required", userVerification: "preferred" },
        excludeCredentials: own.map((row) => ({ id: String(row["credential"]) })),
      });
      return keep(options, id);
    },

    async added(accountId, answer) {
      const challenge = await challengeOf(answer, accountId);
      if (challenge === undefined) return false;
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

    ask: async () =>
      keep(await generateAuthenticationOptions({ rpID, userVerification: "preferred" }), SIGN_IN),

    async check(answer) {
      const challenge = await challengeOf(answer, SIGN_IN);
      if (challenge === undefined) return undefined;
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

/** What the browser signed says which challenge it answers. */
function challengeIn(answer: unknown): string | undefined {
  try {
    const { clientDataJSON } = (answer as { response: { clientDataJSON: string } }).response;
    const said: unknown = JSON.parse(Buffer.from(clientDataJSON, "base64url").toString());
    const { challenge } = said as { challenge?: unknown };
    return typeof challenge === "string" ? challenge : undefined;
  } catch {
    return undefined; // no answer of a browser
  }
}
