/** The letter on the front page: how many, the latest names, the button. Rule OL9. */
import { pathIn } from "../../platform/web/frame.ts";
import type { PageRequest, Related } from "../../platform/web/route.ts";
import { filled, foreign } from "../../platform/words/inline.tsx";
import { freePageAt, openedCampaign } from "../campaign/api.ts";
import { latestNames, letterCounts } from "./queries.ts";
import { LETTER_USES } from "./routes.ts";
import { wordsIn } from "./words.ts";

const NAMES = 5;

export async function relatedLetter(
  request: PageRequest,
  subject: string,
): Promise<Related | undefined> {
  const { db, frame, lang } = request;
  if ((await openedCampaign(db))?.subject !== subject) return undefined;
  const uses = { projections: LETTER_USES };
  const found = await freePageAt(db, "letter", lang);
  if (!found) return { uses, html: <></> };
  const words = wordsIn(lang);
  const { total } = await letterCounts(db);
  const names = await latestNames(db, NAMES);
  const to = (path: string) => pathIn(frame, lang, path);
  const { title, summary } = found.page;
  const own = foreign(found.lang ?? frame.language, words.lang);
  return {
    uses,
    html: (
      <section class="row half" aria-labelledby="letter">
        <div class="c8">
          <h2 class="knot mini" id="letter">
            {filled(words.open, {
              title: (
                <a href={to("/letter")} {...own}>
                  {title}
                </a>
              ),
            })}
          </h2>
          {summary !== undefined && <p {...own}>{summary}</p>}
          <p>
            {total === 0 ? words.nobody : words.signed(total)}
            {names.length > 0 && (
              <>
                {" "}
                {words.latest}{" "}
                {names.map(({ name }, i) => (
                  <>
                    {i > 0 && ", "}
                    <bdi>{name}</bdi>
                  </>
                ))}
                .
              </>
            )}
          </p>
        </div>
        <p class="r4 acts">
          <a class="button quiet" href={to("/letter/sign")}>
            {words.share}
          </a>
        </p>
      </section>
    ),
  };
}
