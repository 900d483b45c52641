/** The part of a page's script that keeps something on the device. */
import { scriptText } from "../script.ts";

export const deviceScript = (): string => scriptText(import.meta.url, ["device"]);
