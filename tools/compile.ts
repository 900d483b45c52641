/**
 * `node tools/compile.ts OUT`: src/ as the program that operators run, in about a second; types are what `npm run check` looks at.
 * Its modules are put together into a few files: finding and opening a thousand of them, once more in each thread, was half of
 * what a command took. Packages stay where npm puts them but for two of many files; style sheets stay where they are read from.
 */
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { build, type Plugin } from "esbuild";
import { pageScripts } from "./page-scripts.ts";

const [to] = process.argv.slice(2);
if (to === undefined)
  throw new Error("Expected a folder for the program: node tools/compile.ts OUT");
const out = resolve(to);
const src = resolve("src");
// What a process or a thread begins with, and where it is looked for.
const STARTS = [
  "main",
  "writer",
  "federation",
  "checker",
  "platform/media/pictures/process",
  "platform/coverage/sweep-thread",
  "features/plans/planning/choosing-thread",
  "features/plans/regions-thread",
  "features/badges/checking/reading-thread",
];
// Three of five files that a command opened were theirs.
const TAKEN_IN = /^(?:kysely|yaml)(?:\/|$)/;

rmSync(out, { recursive: true, force: true });
await build({
  outdir: out,
  entryPoints: STARTS.map((start) => join(src, `${start}.ts`)),
  entryNames: "[name]",
  chunkNames: "[name]-[hash]",
  format: "esm",
  platform: "node",
  target: "node24",
  bundle: true,
  splitting: true,
  banner: {
    // For what of these is CommonJS.
    js: `import { createRequire as requireFrom } from "node:module";\nconst require = requireFrom(import.meta.url);`,
  },
  jsx: "automatic",
  jsxImportSource: "hono/jsx",
  sourcemap: true,
  sourcesContent: false,
  minifyWhitespace: true,
  legalComments: "none",
  logLevel: "warning",
  plugins: [pageScripts(), packagesOutside(), placesOfModules()],
});
for (const start of STARTS.filter((one) => one.includes("/"))) {
  const path = join(out, `${start}.js`);
  const begin = relative(dirname(path), join(out, `${start.split("/").at(-1)}.js`));
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `import ${JSON.stringify(begin)};\n`);
}
for (const css of globSync("**/*.css", { cwd: src })) cpSync(join(src, css), join(out, css));

const wide = globSync("*.js", { cwd: out }).filter((name) =>
  /[^\0-\x7f]/.test(readFileSync(join(out, name), "utf8")),
);
if (wide.length > 0)
  throw new Error(
    `Expected ASCII alone (\\u2026 in the expressions of a .tsx), got more: ${wide.join(", ")}`,
  );

/** A module that names itself, to find what lies beside it, does so by the place that it would have if it were alone. */
function placesOfModules(): Plugin {
  return {
    name: "places of modules",
    setup(building) {
      building.onLoad({ filter: /\.tsx?$/ }, ({ path }) => {
        const place = `./${relative(src, path).replace(/\.tsx?$/, ".js")}`;
        const named = `new URL(${JSON.stringify(place)}, import.meta.url).href`;
        const text = readFileSync(path, "utf8").replaceAll("import.meta.url", named);
        const isMarkup = path.endsWith(".tsx");
        return { contents: isMarkup ? text : inAscii(text), loader: isMarkup ? "tsx" : "ts" };
      });
    },
  };
}

/**
 * Each thread keeps the text of its modules while it runs, and takes two bytes for every letter of a file in which one letter needs
 * them. In strings and in expressions an escape says the same; esbuild escapes strings alone.
 */
function inAscii(text: string): string {
  return text.replace(
    /[\u0080-\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function packagesOutside(): Plugin {
  return {
    name: "packages outside",
    setup(building) {
      building.onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
        kind === "entry-point" || TAKEN_IN.test(path) ? undefined : { path, external: true },
      );
    },
  };
}
