/** What anybody asks of badges: the page of one, its token, the keys, the dictionary of its code. Rule BA11. */
import type { Serving } from "../../platform/feature.ts";
import type { Extra } from "../../platform/web/extra.ts";
import { inPublic, plainly } from "../../platform/web/handler.ts";
import { lost, unkeptPage, type PlainReply } from "../../platform/web/reply.ts";
import { DICTIONARY } from "./code/dictionary.ts";
import { BadgeMain } from "./pages/badge.tsx";
import { askBadges } from "./private.ts";
import { allKeys, isWithdrawn } from "./queries.ts";
import { readToken } from "./token.ts";
import { wordsIn } from "./words.ts";

/** Programs of other pages may read these. */
const OPEN = { "Access-Control-Allow-Origin": "*" };
const NOTHING: PlainReply = {
  status: 404,
  text: "Nothing stands at this address",
  headers: OPEN,
};
const FOR_EVER = "public, max-age=31536000, immutable";

export function publicAddresses(serving: Serving): Readonly<Record<string, Extra>> {
  const { instance } = serving;
  const given = (id: string) => askBadges(instance.log.private).given(id);
  const file = (text: string, type: string, cache: string): PlainReply => ({
    file: Buffer.from(text),
    type,
    cache,
    headers: OPEN,
  });
  const page = inPublic(serving, { words: wordsIn, unlisted: true })(async (visit) => {
    const id = visit.params["id"] ?? "";
    const badge = await given(id);
    const read = badge && readToken(badge.token);
    if (!badge || !read?.ok) return lost(visit);
    const isSaid = await instance.snapshot((db) => isWithdrawn(db, badge.hash));
    const { words, to, lang } = visit;
    const isBack = isSaid || badge.withdrawn !== null;
    const main = BadgeMain({ badge, payload: read.payload, isBack, words, to, lang });
    return { page: unkeptPage(words.lang, { title: read.payload.name, main }) };
  });
  const token = plainly(async ({ params }) => {
    const badge = await given((params["id"] ?? "").replace(/\.jwt$/, ""));
    if (!badge) return NOTHING;
    const answer = file(badge.token, "text/plain; charset=utf-8", "no-cache"); // as section 6 of Open Badges asks
    return { ...answer, headers: { ...OPEN, "X-Robots-Tag": "noindex" } };
  });
  return {
    // As long as an id is: `/badges/check` is a page of its own.
    "GET /badges/:id{[A-Za-z0-9_-]{22}(?:\\.jwt)?}": (req, res, asked) =>
      (asked.params["id"]?.endsWith(".jwt") ? token : page)(req, res, asked),
    "GET /badges/keys/:id": plainly(async ({ params }) => {
      const keys = await instance.snapshot(allKeys);
      const key = keys.find(({ kid }) => kid === params["id"]);
      if (!key) return NOTHING;
      const { kid, n, e } = key;
      const jwk = { kty: "RSA", use: "sig", alg: "RS256", kid, n, e };
      return file(`${JSON.stringify(jwk)}\n`, "application/jwk+json", "public, max-age=3600");
    }),
    "GET /badges/dictionary.txt": plainly(() =>
      file(DICTIONARY, "text/plain; charset=utf-8", FOR_EVER),
    ),
  };
}
