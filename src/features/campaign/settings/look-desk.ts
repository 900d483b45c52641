/** The front page as it would be, rendered by the code that renders it, before anything is said. Rule C32. */
import { dayAt } from "../../../engines/calendar/day.ts";
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import type { Db } from "../../../platform/db/store.ts";
import type { Serving } from "../../../platform/feature.ts";
import type { PageRequest, Related } from "../../../platform/web/route.ts";
import { lost, type Reply } from "../../../platform/web/reply.ts";
import { wireBytes } from "../../../platform/web/wire.ts";
import type { Campaign } from "../records.ts";
import { campaignFrame } from "../frame.ts";
import { frontPage } from "../front-page.ts";
import type { Looks } from "./looks.ts";

/** For the frame on the page of the form, and as a page of its own. */
export async function showLook(serving: Serving, looks: Looks, visit: DeskVisit): Promise<Reply> {
  const { params, account, lang } = visit;
  const campaign = looks.find(params["id"] ?? "", account.id);
  if (!campaign) return lost({ lang });
  return serving.instance.snapshot(async (db) => {
    const { page, place } = await lookAt(serving, db, campaign);
    const { frame, ...where } = place;
    return { page: { ...page, frames: "in", unlisted: true }, place: where, frame };
  });
}

/** What the front page would weigh on the wire, headers included and pictures not: bytes. */
export const frontWeight = ({ instance, ...serving }: Serving, campaign: Campaign) =>
  instance.snapshot(async (db) => {
    const { page, place } = await lookAt({ instance, ...serving }, db, campaign);
    return wireBytes(page, place);
  });

async function lookAt({ base, related, now }: Serving, db: Db, campaign: Campaign) {
  const frame = await campaignFrame(db, base, campaign);
  const lang = frame.language;
  const request: PageRequest = {
    db,
    frame,
    today: dayAt(now()),
    lang,
    params: {},
    query: {},
    remember: (_name, _uses, work) => work(),
    pageAt: async () => undefined,
    readMedia: async () => undefined,
    async related(subject) {
      const found: Related[] = [];
      for (const hook of related) {
        const section = await hook(request, subject); // one after the other: they share one snapshot
        if (section) found.push(section);
      }
      return found;
    },
  };
  return { page: await frontPage(request, campaign), place: { frame, lang, path: "/" } };
}
