/**
 * A moderator clears a hundred comments by keyboard in a real Chromium: from the key until the next comment stands there,
 * painted. Beside it the same act through the form without script: press, page, next.
 */
import { DeskHouse } from "../tests/desk-house.ts";
import { median, report } from "./report.ts";

const MANY = 100;
const ROUNDS = 3;
const BY_FORM = 20; // of them, for comparison
const KEYS = ["a", "a", "a", "1", "a", "4", "a"]; // mostly shown, some not

const house = new DeskHouse();
await house.open({});
try {
  const page = await house.signedIn("moderator", "Amina", { script: true });
  const medians: number[] = [];
  const p99s: number[] = [];
  let all = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    await fill(round, MANY + 1);
    await page.goto(`${house.base}/desk/conversation`);
    const times: number[] = [];
    for (let i = 0; i < MANY; i += 1) {
      await page.evaluate(watch);
      await page.keyboard.press(KEYS[i % KEYS.length]!);
      times.push(await page.evaluate(() => (globalThis as unknown as Watched).shown));
    }
    all += times.length;
    const sorted = times.toSorted((a, b) => a - b);
    medians.push(median(times));
    p99s.push(sorted[Math.floor(sorted.length * 0.99)]!);
    await page.keyboard.press("a"); // the last one
    await page.getByText("Nothing is waiting").waitFor({ timeout: 30_000 });
  }
  if (all !== MANY * ROUNDS) throw new Error(`Expected ${MANY * ROUNDS} actions, got ${all}.`);

  const plain = await house.signedIn("moderator", "Chipo");
  await fill(ROUNDS, BY_FORM);
  await plain.goto(`${house.base}/desk/conversation`);
  const byForm: number[] = [];
  for (let i = 0; i < BY_FORM; i += 1) {
    const begin = performance.now();
    await plain.getByRole("button", { name: "Show it", exact: true }).click();
    byForm.push(performance.now() - begin);
  }
  const peer = { "by form, without script": median(byForm) };
  const ratio = (value: number) => value / median(byForm);
  const [p50, p99] = [median(medians), median(p99s)];
  report({ name: "moderation-key-to-next-p50", value: p50, unit: "ms", peer, ratio: ratio(p50) });
  report({ name: "moderation-key-to-next-p99", value: p99, unit: "ms", peer, ratio: ratio(p99) });
} finally {
  await house.close();
}

interface Watched {
  shown: Promise<number>;
}

/** In the page: from the key that is pressed next until the frame after the next comment stood there. */
function watch(): void {
  const beside = document.querySelector("#beside")!;
  const before = beside.firstElementChild;
  (globalThis as unknown as Watched).shown = new Promise((resolve) => {
    addEventListener(
      "keydown",
      (event) => {
        const begin = event.timeStamp;
        const look = () =>
          beside.firstElementChild === before
            ? requestAnimationFrame(look)
            : requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - begin)));
        queueMicrotask(look);
      },
      { once: true, capture: true },
    );
  });
}

/** Comments by the form, each from another window of addresses. */
async function fill(round: number, many: number): Promise<void> {
  const form = `${house.base}/stories/mankosi/comment`;
  for (let i = 0; i < many; i += 1) {
    const [, id] = /name="id" value="([^"]+)"/.exec(await (await fetch(form)).text())!;
    const text =
      `The ${i}th thing of round ${round}: how high is the mast, and who carries the water up there? `.repeat(
        3,
      );
    const body = new URLSearchParams({
      id: id!,
      to: "",
      text,
      name: `Reader ${i}`,
      language: "en",
      contact: "",
    });
    const headers = { "X-Forwarded-For": `10.${round}.${i}.1` };
    const sent = await fetch(form, { method: "POST", body, headers, redirect: "manual" });
    if (sent.status !== 303)
      throw new Error(`Expected 303, got ${sent.status}: ${await sent.text()}`);
  }
}
