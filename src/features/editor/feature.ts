/** Writing: drafts, their history, publishing, translating, the calendar. Nothing of it is a record before it is published. */
import {
  consentDrawing,
  draftDrawing,
  historyDrawing,
  publishDrawing,
} from "../../platform/accounts/drawings/write.ts";
import type { Feature } from "../../platform/feature.ts";
import { storyConsents } from "./consents-desk.ts";
import { draftDesk } from "./draft-desk.ts";
import { EXAMPLE, withdrawExample, writingSteps } from "./example.ts";
import { sayEachDay } from "./due.ts";
import { beginDraft, calendarDesk, listDesk, storiesWait } from "./list-desk.ts";
import { sendScript } from "../../platform/web/script.ts";
import { writingScript } from "./script.ts";
import { wordsIn } from "./words.ts";

export const editor: Feature = {
  name: "editor",
  routes: [],
  steps: writingSteps,
  waits: storiesWait,
  desk: [
    {
      path: "/desk/stories",
      group: "write",
      permission: "write",
      isFirst: true,
      about(lang) {
        const { stories: title, help } = wordsIn(lang);
        return { title, help };
      },
      terms: ["consent", "walk"],
      picture: draftDrawing,
      pages: [
        { path: "/desk/stories/:id", about: (lang) => wordsIn(lang).helps.one },
        {
          path: "/desk/stories/:id/publish",
          about: (lang) => wordsIn(lang).helps.publish,
          picture: publishDrawing,
        },
        {
          path: "/desk/stories/:id/history",
          about: (lang) => wordsIn(lang).helps.history,
          picture: historyDrawing,
        },
        {
          path: "/desk/stories/:id/consents",
          about: (lang) => wordsIn(lang).helps.consents,
          terms: ["consent"],
          picture: consentDrawing,
        },
      ],
    },
    {
      path: "/desk/calendar",
      group: "write",
      permission: "write",
      about(lang) {
        const { calendar: title, calendarHelp: help } = wordsIn(lang);
        return { title, help };
      },
    },
  ],
  beside: sayEachDay,
  machine: (serving) => {
    const { door } = serving;
    return {
      ...storyConsents(serving),
      "GET /desk/stories": door.of("write", (visit) => listDesk(serving, visit)),
      "POST /desk/stories": door.of("write", ["title", "slug"], (visit) =>
        beginDraft(serving, visit),
      ),
      [`POST ${EXAMPLE}`]: door.of("publish", ["draft"], (visit) =>
        withdrawExample(serving, visit),
      ),
      "GET /desk/stories/*": door.of("write", (visit) => draftDesk(serving, visit, "shows")),
      "POST /desk/stories/*": door.of("write", (visit) => draftDesk(serving, visit, "does")),
      // There is nothing to go back to.
      ...Object.fromEntries(
        ["erase", "delete"].map((deed) => [
          `POST /desk/stories/:id/${deed}`,
          door.sure("write", "/desk/stories", (visit) => draftDesk(serving, visit, "does")),
        ]),
      ),
      "GET /desk/calendar": door.of("write", (visit) => calendarDesk(serving, visit)),
      [`GET ${writingScript.path}`]: sendScript(writingScript),
    };
  },
};
