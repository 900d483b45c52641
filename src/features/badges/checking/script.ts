/** The scripts of the page on which a badge is checked: what judges, and what reads a code where the browser does not. */
import { versioned } from "../../../platform/web/script.ts";
import check from "./browser/check.ts?script";
import reader from "./browser/reader.ts?script";

export const checkScript = versioned("/badges/check", check);
export const readerScript = versioned("/badges/reader", reader);
