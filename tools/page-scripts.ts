/**
 * `import text from "./browser/page.ts?script"`: that module and all that it imports, put together by esbuild as the one small file
 * that a page is sent. The built program holds its text (`pageScripts`); from the sources tsx-hook.ts answers such an import.
 */
import { join } from "node:path";
import type { BuildOptions, Plugin } from "esbuild";

export const SCRIPT = /\?script$/;

/** Nothing is rewritten for older browsers, and nothing is written as only newer ones read it. */
export const SCRIPT_OPTIONS = {
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  write: false,
  metafile: true,
  logLevel: "warning",
} as const satisfies BuildOptions;

export function pageScripts(): Plugin {
  return {
    name: "scripts of pages",
    setup(building) {
      building.onResolve({ filter: SCRIPT }, ({ path, resolveDir }) => ({
        path: join(resolveDir, path.replace(SCRIPT, "")),
        namespace: "script",
      }));
      building.onLoad({ filter: /^/, namespace: "script" }, async ({ path }) => {
        const { outputFiles } = await building.esbuild.build({
          ...SCRIPT_OPTIONS,
          entryPoints: [path],
        });
        return { contents: outputFiles[0]!.text, loader: "text" };
      });
    },
  };
}
