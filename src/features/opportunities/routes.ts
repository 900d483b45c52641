/** The public addresses of opportunities, and the empty form. */
import * as v from "valibot";
import { slug as slugForm } from "../../platform/folder/fields.ts";
import { pathIn } from "../../platform/web/frame.ts";
import type { Page, PageRequest, Route } from "../../platform/web/route.ts";
import { fitsAmong } from "./match.ts";
import { FormMain, type FormProps } from "./pages/form.tsx";
import { OpportunitiesMain, titleOf } from "./pages/list.tsx";
import { OpportunityMain } from "./pages/opportunity.tsx";
import { opportunityAddress, opportunityList } from "./queries.ts";
import { KINDS } from "./records.ts";
import { WISHES } from "./words.ts";

const USES = { projections: ["opportunities", "places", "addresses"] };

export const opportunityRoutes: readonly Route[] = [
  {
    path: "/opportunities",
    query: ["kind", "country"],
    async answer(request) {
      const { db, query } = request;
      const all = await opportunityList(db, "en");
      const kinds = KINDS.filter((kind) => all.some((c) => c.opportunity.kind === kind));
      const countries = [...new Set(all.flatMap(({ where }) => where.country ?? []))];
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
      return {
        kind: "page",
        uses: USES,
        title: "Opportunities",
        description: "What is asked and what is offered, place by place, and what may fit what.",
        lang: "en",
        current: "/do-good",
        main: OpportunitiesMain({
          cards,
          fits,
          filter,
          kinds,
          countries,
          lang: "en",
          to: toIn(request),
        }),
      };
    },
  },
  {
    path: "/opportunities/:slug",
    async answer(request) {
      const { db } = request;
      const slug = request.params["slug"]!;
      const address = await opportunityAddress(db, slug);
      if (!address) return undefined;
      const { subject } = address;
      const all = await opportunityList(db, "en");
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
        title: titleOf(card),
        description: card.opportunity.words,
        lang: "en",
        current: "/do-good",
        main: OpportunityMain({ card, fits, lang: "en", to: toIn(request) }),
      };
    },
  },
  {
    path: "/take-part/opportunity",
    query: ["kind", "about"],
    async answer({ query }) {
      const kind = WISHES.find(([wish]) => wish === query["kind"])?.[0] ?? "";
      const about = v.is(slugForm, query["about"]) ? query["about"] : "";
      return formPage({ typed: { kind, about } });
    },
  },
];

export const formPage = (props: FormProps): Page => ({
  kind: "page",
  uses: {},
  title: "Ask or offer",
  description:
    "A place without a connection, or a roof, power, time, equipment or transport to lend: tell us, without an account.",
  lang: "en",
  current: "/take-part",
  unkept: true,
  main: FormMain(props),
});

const toIn =
  ({ frame, lang }: Pick<PageRequest, "frame" | "lang">) =>
  (path: string): string =>
    pathIn(frame, lang, path);
