/** The page of a pledge's own form. Rule P36. */
import type { Page } from "../../platform/web/route.ts";
import { SendMain, type SendProps } from "./pages/send.tsx";

export function sendPage(props: SendProps): Page {
  const { pledge } = props.line;
  return {
    kind: "page",
    uses: { projections: ["pledges", "partners", "addresses"] },
    title: `Send a figure: ${pledge.title}`,
    description: "A figure, evidence, a correction, a dispute or an answer: without an account.",
    lang: "en",
    current: "/pledges",
    unlisted: true,
    unkept: true,
    main: SendMain(props),
  };
}
