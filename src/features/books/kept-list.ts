/** The list of all that a kept book cannot do without: the worker fetches it and asks after it (features/offline). */
import { createHash } from "node:crypto";
import { toIn } from "../../platform/web/frame.ts";
import { lookedUp, oneOf, unlessMeant } from "../../platform/web/means.ts";
import type { Answer, PageRequest, Route } from "../../platform/web/route.ts";
import { CHOICES, filesOf } from "./kept.ts";
import { readingAt, USES } from "./reading.ts";
import { playerScript } from "./script.ts";

export const keptRoutes: readonly Route[] = [
  { path: "/books/:slug/kept", query: { sign: lookedUp, play: oneOf(...CHOICES) }, answer: list },
];

async function list(request: PageRequest): Promise<Answer> {
  const reading = await readingAt(request, "/kept");
  if (!reading || "to" in reading) return undefined; // gone, or nobody signs it so any more
  const { book, text, signed, until } = reading;
  const odd = unlessMeant(request, { play: signed !== undefined });
  if (odd) return odd;
  const play = signed && CHOICES.find((one) => one === request.query["play"]);
  const to = toIn(request);
  const query = play ? `?sign=${signed.tag}&play=${play}` : "";
  const pages = text.pages.map((_, i) => to(`/books/${book.slug}/${i + 1}${query}`));
  const parts = [
    ...new Set([
      ...filesOf(reading, play).map(({ src }) => src),
      ...(play ? [playerScript.path] : []),
    ]),
  ];
  const said = JSON.stringify([book.thing, text, signed?.signing.thing, signed?.cues]);
  const version = createHash("sha256").update(said).digest("hex").slice(0, 16);
  return {
    kind: "file",
    uses: USES,
    ...(until !== undefined && { until }),
    type: "application/json",
    body: JSON.stringify({ version, pages, parts }),
  };
}
