/** The scripts of keeping, each made when it is first asked for. */
import { scriptText } from "../../platform/web/script.ts";

const made = new Map<string, string>();

/** @param last what runs once the module is there */
export function scriptOf(name: string, last: string): string {
  const text = made.get(name) ?? `${scriptText(import.meta.url, [name])}\n${last}\n`;
  made.set(name, text);
  return text;
}
