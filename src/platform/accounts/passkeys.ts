/** Passkeys: what the browser is asked, and whether its answer holds. The mathematics is SimpleWebAuthn's. */
import { ANSWERED_WITHIN, openChallenges } from "./challenges.ts";
import { type AccountRow, askAccounts } from "../private/accounts.ts";
import type { Privately } from "../private/part.ts";
import { is } from "./rows.ts";
import { momentNow, timeNow } from "../process/steady-clock.ts";

const CHALLENGES = "auth_verification";
const SIGN_IN = "sign-in"; // what a challenge is for that names no account

/** Loaded for those who have a passkey, or are making one. */
const library = () => import("@simplewebauthn/server");
type Library = Awaited<ReturnType<typeof library>>;
type Options = Awaited<ReturnType<Library["generateRegistrationOptions"]>>;
/** As browsers read it (`PublicKeyCredentialRequestOptionsJSON`): of any passkey that they have for this host. */
interface SignInOptions {
  readonly rpId: string;
  readonly challenge: string;
  readonly timeout: number; // ms
  readonly userVerification: "preferred";
}

export interface Passkeys {
  /** Asked of the browser of somebody who is signed in; the challenge is inside. */
  add(account: { readonly id: string; readonly name: string }): Promise<Options>;
  /** @returns whether the answer holds; the passkey is kept then */
  added(accountId: string, answer: unknown): Promise<boolean>;
  ask(): SignInOptions;
  /** @returns the id of the account whose passkey answered a challenge of ours */
  check(answer: unknown): Promise<string | undefined>;
  of(accountId: string): Promise<readonly AccountRow[]>;
  drop(accountId: string, id: string): Promise<void>;
}

/** @param base the public address: passkeys are bound to its host, and work over https or on localhost alone */
export function openPasskeys(
  privately: Privately,
  { base, secret }: { readonly base: string; readonly secret: Buffer },
): Passkeys {
  const { origin, hostname: rpID } = new URL(base);
  const expected = { expectedOrigin: origin, expectedRPID: rpID, requireUserVerification: false };
  const accounts = askAccounts(privately);
  const table = "auth_passkey";
  const find = (field: string, value: string): Promise<AccountRow[]> =>
    accounts.find({ table, where: [is(field, value)] });

  const challenges = openChallenges(secret, timeNow);
  const newChallenge = (value: string) => challenges.make(value);
  const challengeOf = (answer: unknown, value: string): string | undefined =>
    challenges.known(challengeIn(answer) ?? "", value);

  return {
    async add({ id, name: userName }) {
      const own = await find("userId", id);
      const { generateRegistrationOptions } = await library();
      return generateRegistrationOptions({
        challenge: newChallenge(id),
        rpName: rpID,
        rpID,
        userName,
        userID: Uint8Array.from(Buffer.from(id)),
        attestationType: "none",
        authenticatorSelection: { residentKey: "required", userVerification: "preferred" },
        excludeCredentials: own.map((row) => ({ id: String(row["credential"]) })),
      });
    },

    async added(accountId, answer) {
      const challenge = challengeOf(answer, accountId);
      if (challenge === undefined) return false;
      const { verifyRegistrationResponse } = await library();
      const done = await verifyRegistrationResponse({
        response: answer as Parameters<Library["verifyRegistrationResponse"]>[0]["response"],
        expectedChallenge: challenge,
        ...expected,
      }).catch(() => undefined); // what a browser sent does not hold; no more is to be said of it
      if (!done?.verified || !(await isFirst(privately, challenge))) return false;
      const { credential } = done.registrationInfo;
      const row: AccountRow = {
        id: crypto.randomUUID(),
        createdAt: momentNow(),
        userId: accountId,
        credential: credential.id,
        publicKey: Buffer.from(credential.publicKey).toString("base64url"),
        counter: credential.counter,
        transports: (credential.transports ?? []).join(" "),
      };
      await accounts.create({ table, row });
      return true;
    },

    ask: () => ({
      rpId: rpID,
      challenge: Buffer.from(newChallenge(SIGN_IN)).toString("base64url"),
      timeout: 60_000,
      userVerification: "preferred",
    }),

    async check(answer) {
      const challenge = challengeOf(answer, SIGN_IN);
      if (challenge === undefined) return undefined;
      const { id } = answer as { id?: unknown };
      const [row] = typeof id === "string" ? await find("credential", id) : [];
      if (!row) return undefined;
      const { verifyAuthenticationResponse } = await library();
      const done = await verifyAuthenticationResponse({
        response: answer as Parameters<Library["verifyAuthenticationResponse"]>[0]["response"],
        expectedChallenge: challenge,
        ...expected,
        credential: {
          id: String(row["credential"]),
          publicKey: Uint8Array.from(Buffer.from(String(row["publicKey"]), "base64url")),
          counter: Number(row["counter"]),
        },
      }).catch(() => undefined);
      if (!done?.verified || !(await isFirst(privately, challenge))) return undefined;
      const where = [is("id", String(row["id"]))];
      const set = { counter: done.authenticationInfo.newCounter };
      await accounts.update({ table, where, set });
      return String(row["userId"]);
    },

    of: (accountId) => find("userId", accountId),

    async drop(accountId, id) {
      await accounts.remove({ table, where: [is("userId", accountId), is("id", id)] });
    },
  };
}

/** Whoever saw an answer go by cannot send it again: that it held is kept until its challenge's time is over. */
function isFirst(privately: Privately, challenge: string): Promise<boolean> {
  const now = new Date(timeNow());
  const row: AccountRow = {
    id: `passkey:${challenge}`,
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
    identifier: `passkey:${challenge}`,
    value: "",
    expiresAt: new Date(now.getTime() + ANSWERED_WITHIN).toISOString(),
  };
  return askAccounts(privately).once({ table: CHALLENGES, row });
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
