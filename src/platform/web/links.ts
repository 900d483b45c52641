/** Which addresses may stand in a link: text comes from many hands, and `javascript:` is an address too. */

/** The address if it is `https:`, `http:`, `mailto:`, a path of this site or a place on the page; otherwise undefined. */
export function safeLink(url: string): string | undefined {
  // oxlint-disable-next-line no-control-regex -- browsers drop these bytes, which would turn `/\t/host` into `//host`
  if (url.length > 2000 || /[\u0000-\u0020\u007f\\]/.test(url)) return undefined;
  return /^(?:https?:\/\/[^/]|mailto:[^/]|\/(?!\/)|#[\w-])/i.test(url) || url === "/"
    ? url
    : undefined;
}
