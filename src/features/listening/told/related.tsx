/** Listening on the page of a place that reports, of a programme with such places, and of one whose text leads to /listening. Rule LT7. */
import { toIn } from "../../../platform/web/frame.ts";
import type { PageRequest, Related } from "../../../platform/web/route.ts";
import { Section } from "../../../platform/web/heads.tsx";
import { placesBySubject } from "../../places/api.ts";
import { programmeNames } from "../../programmes/api.ts";
import { allReports, reportsOf } from "../queries.ts";
import { TRY } from "../trying/path.ts";
import { wordsIn } from "../words.ts";
import { ChainsawDrawing } from "./drawn.tsx";
import { RightWords } from "./right-words.tsx";

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
      <Section id="listening-here" title={words.here} mini>
        <RightWords reports={reports} words={words} />
        <p class="small">{words.notTried}</p>
        <p class="chips">
          <a href={to(`/listening#${card?.slug ?? "right"}`)}>{words.byMonth}</a>
        </p>
      </Section>
    ),
  };
}

interface Named {
  readonly places: readonly string[];
  /** Paths of this site to which its text leads. */
  readonly leadsTo: readonly string[];
}

async function ofProgramme(
  request: PageRequest,
  { places, leadsTo }: Named,
): Promise<Related | undefined> {
  const { db, lang } = request;
  const own = new Set(places);
  const reports = Map.groupBy(
    (await allReports(db)).filter(({ place }) => own.has(place)),
    ({ place }) => place,
  );
  const isAbout = leadsTo.some((path) => path === "/listening" || path.startsWith("/listening/"));
  if (reports.size === 0 && !isAbout) return undefined;
  const words = wordsIn(lang);
  const to = toIn(request);
  const cards = await placesBySubject(db, [...reports.keys()], lang);
  return {
    uses,
    html: (
      <Section id="listening-here" title={words.title} mini>
        <div class="row">
          <div class="c8">
            {reports.size === 0 && <p>{words.none}</p>}
            {[...reports].map(([place, of]) => {
              const card = cards.get(place);
              if (!card) return undefined;
              return (
                <>
                  <h3>
                    <a href={to(`/listening#${card.slug}`)}>{card.name}</a>
                  </h3>
                  <RightWords reports={of} words={words} />
                </>
              );
            })}
            <p>
              <strong>{words.notTried}</strong>
            </p>
            <p class="chips">
              <a href={to("/listening")}>{words.what}</a>
              <a href={to(TRY)}>{words.try}</a>
            </p>
          </div>
          <div class="c8">
            <ChainsawDrawing words={words.drawing} />
          </div>
        </div>
      </Section>
    ),
  };
}
