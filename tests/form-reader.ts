/** A form of a page as a browser without script would send it: read out of the page, changed, sent. */

export type FormValues = Record<string, string>;

const unescaped = (text: string): string =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
const attribute = (tag: string, name: string): string | undefined => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : unescaped(found);
};

/** The values of the last form that is posted and has a field `having`. */
export function formIn(page: string, having: string): FormValues {
  const forms = [...page.matchAll(/<form [^>]*method="post"[^>]*>([^]*?)<\/form>/g)];
  const form = forms.findLast(([, inner = ""]) => inner.includes(`name="${having}"`))?.[1];
  if (form === undefined) throw new Error(`Expected a form with a field ${having}.`);
  const values: FormValues = {};
  for (const [tag] of form.matchAll(/<input [^>]*>/g)) {
    const name = attribute(tag, "name");
    const type = attribute(tag, "type") ?? "text";
    if (name === undefined || type === "file") continue;
    if ((type === "checkbox" || type === "radio") && !/\schecked/.test(tag)) continue;
    const value = attribute(tag, "value") ?? "";
    values[name] = type === "hidden" ? value : value.replaceAll(/[\r\n]/g, ""); // as every browser does
  }
  for (const [, attributes = "", text = ""] of form.matchAll(
    /<textarea ([^>]*)>([^]*?)<\/textarea>/g,
  ))
    values[attribute(` ${attributes}`, "name")!] = unescaped(text).replace(/^\n/, "");
  for (const [, attributes = "", inner = ""] of form.matchAll(
    /<select ([^>]*)>([^]*?)<\/select>/g,
  )) {
    const chosen = /<option ([^>]*)\sselected/.exec(inner)?.[1];
    values[attribute(` ${attributes}`, "name")!] =
      chosen === undefined ? "" : (attribute(` ${chosen}`, "value") ?? "");
  }
  return values;
}
