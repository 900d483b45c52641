/** The public addresses of opportunities, and the empty form. */
import * as v from "valibot";
import { subjectAt } from "../../platform/addresses/addresses.ts";
import type { Db } from "../../platform/db/store.ts";
import { slug as slugForm } from "../../platform/folder/fields.ts";
import { toIn } from "../../platform/web/frame.ts";
import { lookedUp, oneOf, unlessMeant } from "../../platform/web/means.ts";
import type { Page, Route, Uses } from "../../platform/web/route.ts";
import type { InLanguage } from "../../platform/sent/sort.ts";
import { placesBySubject } from "../places/api.ts";
import { plansPart } from "../plans/api.ts";
import { projectsPart } from "../projects/api.ts";
import { fitsAmong } from "./match.ts";
import { FormMain, type FormProps } from "./pages/form.tsx";
import { OpportunitiesMain, titleOf } from "./pages/list.tsx";
import { OpportunityMain } from "./pages/opportunity.tsx";
import { opportunityAddress, opportunityList } from "./queries.ts";
import { KINDS } from "./records.ts";
import { isWish, wordsIn } from "./words.ts";

const USES: Uses = { projections: ["opportunities", "places", "addresses"] };

export const opportunityRoutes: readonly Route[] = [
  {
    path: "/opportunities",
    query: { kind: oneOf(...KINDS), country: lookedUp },
    async answer(request) {
      const { db, frame, query } = request;
      const words = wordsIn(request.lang);
      const all = await opportunityList(db, words.lang);
      const kinds = KINDS.filter((kind) => all.some((c) => c.opportunity.kind === kind));
      const countries = [...new Set(all.flatMap(({ where }) => where.country ?? []))];
      const odd = unlessMeant(request, { country: countries.includes(query["country"]!) });
      if (odd) return odd;
      const filter = { kind: query["kind"], country: query["country"] };
      const cards = all.filter(
        ({ opportunity, where }) =>
          (filter.kind === undefined || opportunity.kind === filter.kind) &&
          (filter.country === undefined || where.country === filter.country),
      );
      const shown = new Set(cards.map((card) => card.subject));
      const fits = fitsAmong(all).filter(
        ({ ask, offer }) => shown.has(ask.subject) || shown.has(offer.subject),
      );
      const parts = [await projectsPart(request), await plansPart(request)];
      return {
        kind: "page",
        uses: {
          projections: [USES, ...parts.map(({ uses }) => uses)].flatMap(
            (of) => of.projections ?? [],
          ),
        },
        title: words.list.title,
        description: words.list.description,
        lang: words.lang,
        current: "/do-good",
        main: OpportunitiesMain({
          cards,
          fits,
          filter,
          kinds,
          countries,
          parts: parts.map(({ html }) => html),
          words,
          own: frame.language,
          to: toIn(request),
        }),
      };
    },
  },
  {
    path: "/opportunities/:slug",
    async answer(request) {
      const { db, frame } = request;
      const words = wordsIn(request.lang);
      const slug = request.params["slug"]!;
      const address = await opportunityAddress(db, slug);
      if (!address) return undefined;
      const { subject } = address;
      const all = await opportunityList(db, words.lang);
      const card = all.find((one) => one.subject === subject);
      if (!card) return undefined;
      if (card.slug !== slug)
        return {
          kind: "redirect",
          uses: { subjects: [subject] },
          to: `/opportunities/${card.slug}`,
        };
      const fits = fitsAmong(all).filter(
        ({ ask, offer }) => ask.subject === subject || offer.subject === subject,
      );
      return {
        kind: "page",
        uses: USES,
        title: titleOf(card, words),
        description: card.opportunity.words,
        lang: words.lang,
        current: "/do-good",
        main: OpportunityMain({ card, fits, words, own: frame.language, to: toIn(request) }),
      };
    },
  },
  {
    path: "/take-part/opportunity",
    query: { kind: isWish, about: lookedUp, place: lookedUp },
    async answer(request) {
      const { db, query, lang } = request;
      const { kind = "", about = "", place = "" } = query;
      const near = place === "" ? undefined : await placeCalled(db, place, lang);
      const isThere = v.is(slugForm, about) && (await opportunityAddress(db, about)) !== undefined;
      const odd = unlessMeant(request, { about: isThere, place: near !== undefined });
      if (odd) return odd;
      return formPage({ typed: { kind, about, ...near }, lang, to: toIn(request) });
    },
  },
];

/** A place of this campaign, as the form has it. */
async function placeCalled(db: Db, slug: string, lang: string) {
  const address = v.is(slugForm, slug) ? await subjectAt(db, "places", slug) : undefined;
  if (!address) return undefined;
  const found = (await placesBySubject(db, [address.subject], lang)).get(address.subject);
  return found && { place: found.name, country: found.countryName };
}

export function formPage({ lang, to, ...again }: Omit<FormProps, "words"> & InLanguage): Page {
  const words = wordsIn(lang);
  return {
    kind: "page",
    uses: {},
    title: words.form.title,
    description: words.form.description,
    lang: words.lang,
    current: "/take-part",
    unkept: true,
    main: FormMain({ ...again, words, to }),
  };
}
