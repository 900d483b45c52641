/** What of the books did not come along, by page: written beside the campaign, for the person who goes through it. */
import type { ArrivedBooks } from "./arriving.ts";

/** @returns Markdown */
export function booksReport({
  books,
  alreadyThere,
  leftOut,
  from,
  today,
}: Omit<ArrivedBooks, "report"> & { readonly from: string; readonly today: string }): string {
  return [
    "# Books that came",
    `Read on ${today} from \`${from}\`. This file is for you; it is never published.`,
    alreadyThere > 0 ? `${alreadyThere} books were here already and were left as they are.` : "",
    leftOut.length === 0
      ? ""
      : `## Left out\n\n${leftOut.map(({ what, why }) => `- ${what}: ${why}`).join("\n")}`,
    `## By book\n\n${books
      .map(
        ({ path, name, pages, languages, pictures, licence, notes }) =>
          `- \`${path}\`, from ${name}: ${pages} pages, ${pictures} pictures, ${languages.join(" ")}, ${licence}\n${notes.map((note) => `  - ${note}\n`).join("")}`,
      )
      .join("")}`,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}
