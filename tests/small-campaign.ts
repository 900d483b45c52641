/** A campaign of a few files, for tests that change a folder and need not the first: each import of that one takes a second. */
import { cpSync } from "node:fs";
import { join } from "node:path";
import { succeed } from "./commands.ts";

/** @param dir where its folder is laid, and may be changed @returns the folder, imported */
export function smallCampaign(dir: string, env: Record<string, string>): string {
  const folder = join(dir, "campaign");
  cpSync("docs/protocol/valid/small", folder, { recursive: true });
  succeed(["import", folder], env);
  return folder;
}
