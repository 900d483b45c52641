/** What the operator reads about an error: one line, without a word that a reader typed. */

/** The kind of error and where it came from. Its message may quote a reader or a database address, so only its code is kept. */
export function errorLine(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { code } = error as { code?: unknown };
  const places = (error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 2);
  const where = places
    .map((line) => line.trim().replace(/\(?(?:file:\/\/)?\/\S*\/(?=[^/]+$)/, ""))
    .join(" ");
  return [error.name, typeof code === "string" ? `(${code})` : "", where].filter(Boolean).join(" ");
}
