/** The kinds of record that the log itself understands. */
import * as v from "valibot";
import type { Kinds } from "../records/kind.ts";
import { keyName } from "../records/record.ts";

export const ERASURE_MADE = "erasure.made/1";
export const GRANT_GIVEN = "grant.given/1";
export const GRANT_REVOKED = "grant.revoked/1";
export const IMPORT_CLOSED = "import.closed/1";
export const LOG_CONTINUED = "log.continued/1";
export const OWNER_REKEYED = "owner.rekeyed/1";
export const RECOVERY_NAMED = "owner.recovery/1";

const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** Forget these bodies of the subject. The envelopes stay, and so does this sentence. */
export const ErasureMade = v.strictObject({
  bodies: v.pipe(v.array(hash), v.minLength(1), v.maxLength(5000)),
  reason: v.optional(v.pipe(v.string(), v.maxLength(500))),
});
/** Let another key say these kinds; `delegable` lets it pass on what it has, or less. */
export const GrantGiven = v.strictObject({
  to: keyName,
  kinds: v.pipe(v.array(v.pipe(v.string(), v.maxLength(80))), v.minLength(1), v.maxLength(100)),
  delegable: v.optional(v.boolean()),
});
/** End a grant: of the delegate's records those below `size` in the log stand, whatever their time says. */
export const GrantRevoked = v.strictObject({ grant: hash, size: count });
/** Everything of this import becomes visible. */
export const ImportClosed = v.strictObject({ import: hash, records: count });
/** The first sentence of a log that goes on from another: the last checkpoint known of that one. */
const LogContinued = v.strictObject({ checkpoint: v.pipe(v.string(), v.maxLength(4000)) });

/** Another key owns the campaign from the next place of the log on; `proof` is that key's signature (ownership.ts). */
export const OwnerRekeyed = v.strictObject({
  from: keyName,
  key: keyName,
  proof: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{85}[AQgw]$/)),
});
/** This key, whose private half is kept on paper, can say who owns the campaign. */
export const OwnerRecovery = v.strictObject({ key: keyName });

export const logKinds: Kinds = {
  [ERASURE_MADE]: { opens: false, body: ErasureMade },
  [GRANT_GIVEN]: { opens: false, body: GrantGiven },
  [GRANT_REVOKED]: { opens: false, body: GrantRevoked },
  [IMPORT_CLOSED]: { opens: false, body: ImportClosed },
  [LOG_CONTINUED]: { opens: true, body: LogContinued },
  [OWNER_REKEYED]: { opens: false, body: OwnerRekeyed },
  [RECOVERY_NAMED]: { opens: false, body: OwnerRecovery },
};

/** A feature's sentence that a person agrees no longer, in any version. */
export const CONSENT_ENDED = "consent.withdrawn/";
/** A feature's sentences that somebody is shown nowhere until it was decided about them, and that they are shown again. */
export const HELD = "person.held/";
export const RELEASED = "person.released/";
/** Whether this is kept beside the data, so that no restore of an older backup undoes it. */
export const outlivesRestore = (kind: string): boolean =>
  kind === ERASURE_MADE ||
  kind === OWNER_REKEYED ||
  kind === RECOVERY_NAMED ||
  [CONSENT_ENDED, HELD, RELEASED].some((one) => kind.startsWith(one));

/** Whether a record of this kind takes back what others say, so that a page from before it must not be shown any more. */
export const takesBack = (kind: string): boolean =>
  kind === ERASURE_MADE || /\.(?:withdrawn|gone|revoked|held)\//.test(kind);

/** Bodies of these kinds hold the log itself together and cannot be erased. */
export const LASTING: ReadonlySet<string> = new Set(Object.keys(logKinds));
