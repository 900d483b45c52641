/** What has an editor of its own, opened in a browser and saved again (src/features/editor/README.md): some of each sort. All of them: tests/long. */
import assert from "node:assert/strict";
import test from "node:test";
import { click } from "./clicks.ts";
import { exported } from "./commands.ts";
import { deskHouse } from "./desk-house.ts";
import { savedAsTheyCame } from "./editors.ts";

const house = deskHouse();

test("W6 law: settings, pages, events and stories, opened in a browser and saved as they came, are the same byte for byte", async (t) => {
  const page = await house.signedIn("owner", "Amina", { script: true });
  await page.goto(`${house.base}/desk/events/new`);
  for (const [label, value] of [
    ["What is the event called?", "Open day"],
    ["What happens at the event, in a few sentences", "Come and see.\n\nThere is tea."],
    ["Begins", "2031-05-05T10:00"],
    ["Ends", "2031-05-06T10:00"],
    ["Time zone", "Africa/Johannesburg"],
    ["Or describe the place in one line", "At the mast"],
  ] as const)
    await page.getByLabel(label).fill(value);
  await click(page.getByRole("button", { name: "Announce" }));
  const before = exported(house.folder.dir, house.env);
  const most = Number(process.env["CND_EDITORS"] ?? 2);
  const { saved, wrong } = await savedAsTheyCame({ base: house.base, page, most });
  assert.deepEqual(wrong, []);
  assert.equal(Object.keys(saved).length, 6, JSON.stringify(saved));
  assert.deepEqual(exported(house.folder.dir, house.env), before);
  t.diagnostic(JSON.stringify(saved));
});
