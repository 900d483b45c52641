/** How the program is started and stopped from a shell, and what a mistyped start makes: nothing. */
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { join, resolve } from "node:path";
import test from "node:test";
import { around, cnd, temporary } from "../tools/program.ts";

test("bug: `npm start` was stopped and the server went on", async () => {
  using folder = temporary();
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const own = { start: scripts["start"], dev: scripts["dev"] };
  writeFileSync(join(folder.dir, "package.json"), JSON.stringify({ scripts: own }));
  for (const [file, said] of [
    ["tools/start.ts", "start"],
    ["tools/tsx-hook.ts", "hook"],
    ["src/main.ts", "main"],
  ]) {
    mkdirSync(join(folder.dir, file!, ".."), { recursive: true });
    const waits = said === "hook" ? "" : "setInterval(() => 0, 1000);";
    writeFileSync(join(folder.dir, file!), `console.log("pid " + process.pid); ${waits}`);
  }
  const PATH = `${resolve("node_modules/.bin")}:${around()["PATH"]}`;
  const npm = spawn("npm", ["start"], { cwd: folder.dir, env: { ...around(), PATH } });
  const ended = new Promise((done) => npm.once("exit", done));
  let out = "";
  for await (const text of npm.stdout) if (/pid \d+\n/.test((out += String(text)))) break;
  const pid = Number(/pid (\d+)/.exec(out)?.[1]);
  assert.ok(pid > 0, out);
  npm.kill("SIGTERM");
  await ended;
  for (let i = 0; isThere(pid); i++) {
    if (i === 50) process.kill(pid, "SIGKILL");
    assert.ok(i < 50, "what npm had started is there still");
    execFileSync("sleep", ["0.1"]);
  }
});

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test("bug: a mistyped switch or folder became a folder of that name", () => {
  using folder = temporary();
  const none = join(folder.dir, "none");
  for (const [args, says] of [
    [["serve", "--port", "8107"], /^Unknown option '--port'\. See cnd serve --help\n$/],
    [["serve", "--port=8107"], /^Unknown option '--port'\. See cnd serve --help\n$/],
    [["serve", none, "8107"], /^Expected one campaign folder or none, got \S+none and 8107\.\n$/],
    [["serve", none], /^Expected a campaign folder at \S+none, found nothing\. [^\n]*\n$/],
    [
      ["serve", folder.dir],
      /^Expected a campaign folder at \S+, found no campaign\.yaml in it\. [^\n]*\n$/,
    ],
    [["import", none], /^Expected a campaign folder at \S+none, found nothing\. [^\n]*\n$/],
    [
      ["import", "--format", none],
      /^Expected a campaign folder at \S+none, found nothing\. [^\n]*\n$/,
    ],
    [
      ["backup", join(none, "file")],
      /^Expected a folder \S+none for the backup, found none\.[^\n]*\n$/,
    ],
    [["restore", none], /^Expected a backup at \S+none, found no file\.\n$/],
  ] as const) {
    const { code, err } = cnd(args, { CND_DATA: join(folder.dir, "data") });
    assert.equal(code, 1, args.join(" "));
    assert.match(err, says);
    assert.deepEqual(readdirSync(folder.dir), []);
  }
  assert.ok(!existsSync("--port"));
});

test("bug: a command of the docs, given in another folder, asked a registry for a stranger's program", () => {
  accessSync("bin/cnd.js", constants.X_OK);
  for (const file of ["README.md", "docs/operating.md"]) {
    const text = readFileSync(file, "utf8");
    assert.match(text, /bin\/cnd\.js serve my-campaign/);
    assert.doesNotMatch(text, /^(?:\S+=\S+ )?npx |`npx cnd \S/m, file);
  }
});
