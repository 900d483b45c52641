/**
 * Sign-in mails that strangers may cause: three an hour to one account. A link in a mail holds for that hour, so whoever
 * gets no fourth mail has three links that work: nobody's asking closes this way for the person themselves.
 */
const AN_HOUR = 60 * 60_000; // ms
const MAILS_AN_HOUR = 3;

export const MAIL_MINUTES = 60;

/** @param now ms of a clock that never jumps */
export function openMailLimit(now: () => number): { take(account: string): boolean } {
  const sent = new Map<string, readonly number[]>(); // no more entries than accounts, each of three moments
  return {
    take(account) {
      const lately = (sent.get(account) ?? []).filter((at) => now() - at < AN_HOUR);
      if (lately.length >= MAILS_AN_HOUR) return false;
      sent.set(account, [...lately, now()]);
      return true;
    },
  };
}
