/** The scripts of the page on which the detector is tried: the page’s own, what judges in a thread, and what hands on the microphone. */
import { versioned } from "../../../platform/web/script.ts";
import ears from "./browser/ears.ts?script";
import microphone from "./browser/microphone.ts?script";
import page from "./browser/page.ts?script";

export const tryScript = versioned("/listening/try", page);
export const earsScript = versioned("/listening/ears", ears);
export const microphoneScript = versioned("/listening/microphone", microphone);
