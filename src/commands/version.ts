/** Which release this is. */
import { readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";

/** Of the package, wherever the program was built to. */
export function version(): string {
  const about = readFileSync(findPackageJSON("..", import.meta.url)!, "utf8");
  return (JSON.parse(about) as { readonly version: string }).version;
}
