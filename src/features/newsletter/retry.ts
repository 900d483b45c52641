/** What becomes of a letter that its reader's server did not take: it is tried again later, or given up. Rule U8. */
const MAX_TRIES = 8; // of one mail that its server puts off: two days in all
const FIRST_PAUSE = 5 * 60_000; // ms, doubled with each try
const PER_MAIL = /^(RCPT TO|DATA)$/; // a refusal elsewhere is about us, not about this mail

interface SmtpError {
  readonly responseCode?: number;
  readonly command?: string;
}

type Next =
  | { readonly is: "refused" | "failed"; readonly error: string }
  | { readonly is: "again"; readonly due: number };

/**
 * @param caught by the mail client @param about.tries that were before @param about.now UTC ms
 * @returns undefined where it is no answer about this letter
 */
export function afterRefusal(
  caught: unknown,
  about: { readonly tries: number; readonly now: number; readonly error: string },
): Next | undefined {
  const { responseCode, command = "" } = caught as SmtpError;
  const { tries, now, error } = about;
  if (responseCode === undefined || !PER_MAIL.test(command)) return undefined;
  if (responseCode >= 500) return { is: command === "RCPT TO" ? "refused" : "failed", error };
  if (tries + 1 >= MAX_TRIES) return { is: "failed", error };
  return { is: "again", due: now + FIRST_PAUSE * 2 ** tries };
}
