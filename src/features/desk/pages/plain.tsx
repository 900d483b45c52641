/** A page of the desk for somebody who has not come in, and one for an address at which nothing stands. */
import type { DeskVisit } from "../../../platform/accounts/door.ts";
import { deskPage } from "../../../platform/accounts/pages.tsx";
import { chromeIn } from "../../../platform/web/chrome.ts";
import type { Html, Page } from "../../../platform/web/route.ts";
import { PageHead } from "../../../platform/web/heads.tsx";

export const plainPage = (title: string, main: Html, script?: string): Page => ({
  kind: "page",
  uses: {},
  title,
  description: title,
  unlisted: true,
  ...(script !== undefined && { script }),
  main,
});

export function lostPage({ account, lang }: Pick<DeskVisit, "account" | "lang">): Page {
  const { lost, lostHint } = chromeIn(lang);
  const main = <PageHead title={lost} stand={lostHint} />;
  return deskPage({ account, lang, part: "", title: lost, main });
}
