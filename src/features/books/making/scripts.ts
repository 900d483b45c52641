/** The scripts of making: one records a film, one marks it. */
import { versioned } from "../../../platform/web/script.ts";
import mark from "../browser/mark.ts?script";
import record from "../browser/record.ts?script";

export const markScript = versioned("/desk/books/mark", mark);
export const recordScript = versioned("/desk/books/record", record);
