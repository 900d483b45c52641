/** Programmes on the page of a place or a partner that they name. */
import { toIn } from "../../platform/web/frame.ts";
import type { PageRequest, Related } from "../../platform/web/route.ts";
import { Section } from "../../platform/web/heads.tsx";
import { programmesAbout } from "./queries.ts";
import { wordsIn } from "./words.ts";
import { ProgrammeCells } from "./cells.tsx";

export async function relatedProgrammes(
  { db, frame, lang }: PageRequest,
  subject: string,
): Promise<Related | undefined> {
  const programmes = await programmesAbout(db, subject, lang);
  if (programmes.length === 0) return undefined;
  return {
    uses: { projections: ["programmes"] },
    html: (
      <Section id="programmes-here" title={wordsIn(lang).programmes} mini>
        <ProgrammeCells
          programmes={programmes}
          lang={lang}
          own={frame.own}
          to={toIn({ frame, lang })}
        />
      </Section>
    ),
  };
}
