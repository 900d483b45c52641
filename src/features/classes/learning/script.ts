/** The script of a class: it holds answers on the device until they are kept. */
import { versioned } from "../../../platform/web/script.ts";
import text from "./browser/learn.ts?script";

export const learnScript = versioned("/class/learn", text);
