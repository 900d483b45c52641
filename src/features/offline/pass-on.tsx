/** All ways to pass a page on, with those that need a script, which no story carries. Rule K9 of README.md. */
import { chromeIn } from "../../platform/web/chrome.ts";
import { pathIn } from "../../platform/web/frame.ts";
import type { Answer, PageRequest, Route } from "../../platform/web/route.ts";
import { PASS_ON, Share } from "../../platform/web/share.tsx";
import { scriptRoute } from "../../platform/web/script.ts";
import { unmarked } from "../../platform/words/fallback.ts";
import script from "./browser/pass-on.ts?script";

const SCRIPT = `${PASS_ON}.js`;

/** Pages with a card; asked for by a stranger, anything else, a whole book say, would be made for nothing. */
const HAVE_CARDS = /^\/(?:(?:stories|pledges|plans|programmes)\/[a-z0-9-]+)?$/;

export const passOnRoutes: readonly Route[] = [
  { path: PASS_ON, query: { page: (path) => HAVE_CARDS.test(path) }, answer: passOn },
  scriptRoute(SCRIPT, script),
];

async function passOn(request: PageRequest): Promise<Answer> {
  const { frame, lang, query } = request;
  const path = query["page"] ?? "";
  const there = HAVE_CARDS.test(path) ? await request.pageAt(path) : undefined;
  if (!there?.card) return undefined;
  const { share, lang: said } = chromeIn(lang);
  const to = pathIn(frame, lang, path);
  const title = unmarked(there.title);
  return {
    kind: "page",
    uses: {},
    title: share.title,
    description: title,
    lang: said,
    script: SCRIPT,
    unlisted: true,
    main: (
      <>
        <header class="row head">
          <h1 class="c8">
            <a href={to}>{there.title}</a>
          </h1>
        </header>
        <p class="acts">
          <button class="button" type="button" id="sheet" data-title={title} hidden>
            {share.sheet}
          </button>
          <button class="button quiet" type="button" id="copy" hidden>
            {share.copy}
          </button>
        </p>
        <p class="status" role="status" id="copied" hidden>
          {share.copied}
        </p>
        <Share url={frame.base + to} title={title} lang={said} hashtag={frame.hashtag} />
      </>
    ),
  };
}
