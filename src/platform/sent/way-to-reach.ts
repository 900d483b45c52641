/** Whether words hold a way to reach somebody, which is never published. */

const YEAR_OR_DAY = /\b(?:19|20)\d\d(?:-\d\d){0,2}\b/g; // no telephone number

/** @param words at most a few thousand characters @param contact what its sender gave for the desk alone */
export function holdsContact(words: string, contact: string | null): boolean {
  const text = words.replaceAll(YEAR_OR_DAY, "");
  const isGiven = contact !== null && text.toLowerCase().includes(contact.toLowerCase());
  return isGiven || /[^\s@]@[^\s@]+\.[^\s@]|\d(?:[ ()./-]{0,2}\d){6,}/.test(text);
}
