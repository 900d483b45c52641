/** The page of a pledge's own form. Rule P36. */
import type { Page } from "../../platform/web/route.ts";
import { SendMain, type SendProps } from "./pages/send.tsx";
import { sendWordsIn } from "./send-words.ts";

export function sendPage(props: SendProps): Page {
  const { pledge } = props.line;
  const words = sendWordsIn(props.lang);
  return {
    kind: "page",
    uses: { projections: ["pledges", "partners", "addresses"] },
    title: words.titleOf(pledge.title),
    description: words.description,
    lang: words.lang,
    current: "/pledges",
    unlisted: true,
    unkept: true,
    main: SendMain(props),
  };
}
