/** What a record stands behind: the page on which its subject is read, and the sources that it names. Rule L26. */
import { pathOf } from "../addresses/addresses.ts";
import { textsOf } from "../texts/view.ts";
import type { Json } from "../records/jcs.ts";
import type { Kinds } from "../records/kind.ts";
import type { PageRequest } from "../web/route.ts";
import type { Source } from "../web/sources.tsx";
import { NOTES } from "./browser/check-proof.ts";
import type { Said } from "./history.ts";

export interface Behind {
  /** Absent where nothing is read today. */
  readonly page?: { readonly path: string; readonly title: string; readonly lang: string };
  readonly sources: readonly Source[];
  /** Whether its sources name notes of ours, which the proof file alone repeats. */
  readonly hasNotes: boolean;
}

/** @param history all that was said of the subject */
export async function behind(
  { db, frame, lang, pageAt }: Pick<PageRequest, "db" | "frame" | "lang" | "pageAt">,
  subject: string,
  record: Said,
  history: readonly Said[],
  kinds: Kinds,
): Promise<Behind> {
  const [fixed] = history.flatMap(({ kind }) => kinds[kind]?.page ?? []);
  const path = fixed ?? (await pathOf(db, subject));
  const page = path === undefined ? undefined : await pageAt(path);
  const found: Found = { sources: new Map(), hasNotes: false };
  if (record.text.is === "here") gather(record.text.body, found);
  // In a language into which the campaign's words are not translated, a thing is called what the campaign calls it.
  const isOwn = fixed === undefined && page?.lang === lang && !textsOf(db);
  const spoken = isOwn ? undefined : page?.lang;
  return {
    ...(path !== undefined &&
      page && { page: { path, title: page.title, lang: spoken ?? frame.language } }),
    sources: [...found.sources.values()],
    hasNotes: found.hasNotes,
  };
}

interface Found {
  readonly sources: Map<string, Source>;
  hasNotes: boolean;
}

/** Whatever has an address and a title is a source, however deep it stands; the same one counts once. */
function gather(value: Json, found: Found): void {
  if (value === null || typeof value !== "object") return;
  const { url, title, publisher, date } = value as Readonly<Record<string, Json | undefined>>;
  if (typeof url === "string" && typeof title === "string")
    found.sources.set(`${url} ${title}`, {
      url,
      title,
      ...(typeof publisher === "string" && { publisher }),
      ...(typeof date === "string" && { date }),
    });
  for (const [key, inner] of Object.entries(value)) {
    if (key === NOTES) found.hasNotes = true;
    gather(inner, found);
  }
}
