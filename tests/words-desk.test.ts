/** The desk in other languages: nothing left in English, on its pages and in its refusals (features/desk/README.md). */
import test from "node:test";
import { PSEUDO } from "../src/platform/words/catalogue.ts";
import { succeed } from "./commands.ts";
import { wordsHouse } from "./words-house.ts";

const house = wordsHouse();

/** Addresses of the desk, a draft's among them; refused forms below. */
const DESK = `/desk /desk/queue /desk/stories /desk/calendar /desk/media /desk/events
  /desk/plans /desk/plans/cerdanya /desk/plans/regions /desk/updates /desk/conversation /desk/conversation/rules /desk/conversation/people
  /desk/room /desk/letter /desk/fediverse /desk/counts /desk/settings /desk/settings/new-page /desk/run /desk/run/arrivals /desk/accounts /desk/trail /desk/me /desk/me/codes
  /desk/sign-in /desk/link/x /desk/accounts/nobody`.split(/\s+/);
const OF_DRAFT = ["", "/publish", "/history", "/phone"];

test("D18 no page of the desk, and no refusal there, has a word that stands in no catalogue", async () => {
  const link = new URL(succeed(["account", "invite", "owner", "--name", "123"], house.env).trim());
  const ours = { "sec-fetch-site": "same-origin" };
  const entered = await fetch(house.server.base + link.pathname, {
    method: "POST",
    headers: ours,
    redirect: "manual",
  });
  const cookie = entered.headers.getSetCookie().map((one) => one.split(";")[0]!);
  const ask = (path: string, fields?: Record<string, string>) =>
    fetch(`${house.server.base}${path}${path.includes("?") ? "&" : "?"}lang=${PSEUDO}`, {
      headers: { ...ours, cookie: cookie.join("; ") },
      redirect: "manual",
      ...(fields && { method: "POST", body: new URLSearchParams(fields) }),
    });
  const begun = await ask("/desk/stories", { title: "2026" });
  const draft = new URL(begun.headers.get("location")!, house.server.base).pathname;
  const pages: [string, Response][] = [];
  for (const path of [...DESK, ...OF_DRAFT.map((one) => draft + one)])
    pages.push([path, await ask(path)]);
  for (const [path, fields] of Object.entries({
    "/desk/accounts/invite": { email: "1", name: "123" },
    "/desk/me/pin": { pin: "1", again: "2" },
    "/desk/me/codes": { code: "1", sealed: "1" },
    "/desk/sign-in": { way: "pin", name: "1", pin: "1" },
    [`${draft}/delete`]: {},
  }))
    pages.push([`POST ${path}`, await ask(path, fields)]);
  await house.allInWords(pages, 1000);
});
