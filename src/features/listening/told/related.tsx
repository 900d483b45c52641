/** Listening on the page of a place that reports, of a programme with such places, and of one whose text leads to it. Rule LT7. */
import { toIn } from "../../../platform/web/frame.ts";
import type { PageRequest, Related } from "../../../platform/web/route.ts";
import { Section } from "../../../platform/web/heads.tsx";
import { placesBySubject } from "../../places/api.ts";
import { programmeNames } from "../../programmes/api.ts";
import { reportsOf } from "../queries.ts";
import { wordsIn } from "../words.ts";
import { ByMonth, HERE, ListeningPart } from "./parts.tsx";
import { placesTold } from "./places-told.ts";
import { RightWords } from "./right-words.tsx";
import { leadsToListening, type Named } from "./where.ts";

export async function relatedListening(
  request: PageRequest,
  subject: string,
): Promise<Related | undefined> {
  const programme = await programmeNames(request.db, subject);
  return programme ? ofProgramme(request, programme) : ofPlace(request, subject);
}

const uses = { projections: ["listening", "places", "addresses"] };

async function ofPlace(request: PageRequest, place: string): Promise<Related | undefined> {
  const { db, lang } = request;
  const reports = await reportsOf(db, place);
  if (reports.length === 0) return undefined;
  const card = (await placesBySubject(db, [place], lang)).get(place);
  const words = wordsIn(lang);
  const to = toIn(request);
  return {
    uses,
    html: (
      <Section id={HERE} title={words.here} mini>
        <RightWords reports={reports} words={words} />
        <ByMonth reports={reports} name={card?.name ?? ""} words={words} to={to} />
        <p class="small">{words.notTried}</p>
      </Section>
    ),
  };
}

async function ofProgramme(request: PageRequest, named: Named): Promise<Related | undefined> {
  const { db, lang } = request;
  const own = new Set(named.places);
  // One whose text is about listening says it of every place.
  const isAbout = leadsToListening(named);
  const places = (await placesTold(db, lang)).filter(({ place }) => isAbout || own.has(place));
  if (places.length === 0 && !isAbout) return undefined;
  const words = wordsIn(lang);
  return { uses, html: <ListeningPart places={places} words={words} to={toIn(request)} /> };
}
