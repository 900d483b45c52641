/** What a mail server says repeats addresses: as they were typed, in other letters, or those that they lead on to. */

/** The message of an error without any of them: for the operator's log and the desk. */
export const redacted = ({ message }: Pick<Error, "message">): string =>
  message.replace(/\S+/g, (word) => (/.@./su.test(word) ? "…" : word));
