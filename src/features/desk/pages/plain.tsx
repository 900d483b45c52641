/** A page of the desk for somebody who has not come in. */
import type { Html, Page } from "../../../platform/web/route.ts";

export const plainPage = (title: string, main: Html): Page => ({
  kind: "page",
  uses: {},
  title,
  description: title,
  unlisted: true,
  main,
});
