/** What is wrong in `translations/`, a line each; part of `npm run check`. */
import { globSync, readFileSync } from "node:fs";
import { faultsIn } from "./words/faults.ts";

const files = globSync("translations/*");
const faults = files.flatMap((file) => faultsIn(file, readFileSync(file, "utf8")));
for (const fault of faults) console.error(fault);
if (files.length === 0) console.error("Expected files in translations/, found none.");
if (faults.length > 0 || files.length === 0) process.exit(1);
console.log(`${files.length} languages have the placeholders and plurals of English.`);
