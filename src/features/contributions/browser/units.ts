/** Numbers in the form that the language of the page has for them. */
const inUnit = (n: number, unit: string): string =>
  new Intl.NumberFormat(document.documentElement.lang, { style: "unit", unit }).format(
    Math.max(1, Math.round(n)),
  );
export const percent = (share: number): string =>
  new Intl.NumberFormat(document.documentElement.lang, { style: "percent" }).format(share);
export const kb = (bytes: number): string => inUnit(bytes / 1000, "kilobyte");
export const duration = (seconds: number): string =>
  seconds < 90 ? inUnit(seconds, "second") : inUnit(seconds / 60, "minute");
