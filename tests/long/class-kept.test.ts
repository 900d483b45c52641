/** Forty learners answer every two seconds for ten minutes, and nothing is lost or doubled: the server is killed twenty times, or the link is poor and cut twenty times. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import test from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { cut, started } from "../../tools/contribute.ts";
import { openLink, whyNoLink } from "../../tools/link.ts";
import { program, temporary } from "../../tools/program.ts";
import { courseCampaign } from "../campaigns.ts";
import { runDevices, type Devices, type Done } from "../class-devices.ts";
import { assertKept, classOf, stubborn, WORK } from "../class-kept.ts";

const [LEARNERS, EVERY, ANSWERS, TIMES] = [40, 2000, 300, 20]; // ten minutes
const MINUTE = 60_000;
const PORT = "8080"; // within the link's own namespace

const work = (base: string, learners: Devices["learners"], most: number): Devices => ({
  base,
  learners: learners.map(({ id, send }) => ({ id, send })),
  ...WORK,
  every: EVERY,
  answers: ANSWERS,
  reloads: 5,
  wait: 1000,
  patience: MINUTE,
  most,
});
const told = ({ given, ...rest }: Done) =>
  console.log(JSON.stringify({ answers: given.length, ...rest }));

test("CL36 forty learners, ten minutes on one core, twenty kills: every answer is there once", async () => {
  using folder = temporary();
  const data = join(folder.dir, "data");
  await courseCampaign(data);
  await using server = await stubborn({ CND_DATA: data }, ["taskset", "-c", "0"]);
  const made = await classOf(data, LEARNERS);
  const devices = runDevices(work(server.base, made.learners, 15 * MINUTE));
  for (let i = 0; i < TIMES; i++) {
    await sleep((EVERY * ANSWERS) / (TIMES + 1));
    if (i % 3 === 0) server.swallow();
    await server.kill();
  }
  const done = await devices;
  told(done);
  assert.equal(done.given.length, LEARNERS * ANSWERS);
  await assertKept(data, made, done);
});

test(
  "CL36 the same over 32 kbit/s that lose every tenth packet and are cut twenty times",
  { skip: whyNoLink() ?? false },
  async () => {
    await using stack = new AsyncDisposableStack();
    const folder = stack.use(temporary());
    const data = join(folder.dir, "data");
    await courseCampaign(data);
    const link = stack.use(await openLink({ kbps: 32, rtt: 200, loss: 0.1 }));
    const env = { CND_DATA: data, PORT, HOST: "0.0.0.0" };
    stack.use(await started([...link.server, process.execPath, program(), "serve"], env));
    const made = await classOf(data, LEARNERS);
    const asked = work(`http://${link.address}:${PORT}`, made.learners, 90 * MINUTE);
    const [command, ...args] = [...link.client, process.execPath, "tests/class-devices.ts"];
    const devices = promisify(execFile)(command, [...args, JSON.stringify(asked)], {
      maxBuffer: 2 ** 28,
    });
    for (let i = 0; i < TIMES; i++) {
      await sleep((EVERY * ANSWERS) / (TIMES + 1));
      await cut(link);
    }
    const done = JSON.parse((await devices).stdout) as Done;
    told(done);
    assert.equal(done.given.length, LEARNERS * ANSWERS);
    await assertKept(data, made, done);
  },
);
