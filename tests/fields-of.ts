/** Fields and links of a page, as somebody sees them: read out of its text. */

/** A field in which something is typed. */
export interface Asked {
  readonly name: string;
  /** Its label with its hint, what it is described by, its sample and its pattern. */
  readonly label: string;
  readonly value: string;
  /** It may not stay empty. */
  readonly isNeeded: boolean;
}

/** Nothing is typed in these. */
const NOT_TYPED = "hidden checkbox radio file submit button image reset color range".split(" ");

export function fieldsIn(page: string): Asked[] {
  const labels = labelsIn(page);
  const inputs = [...page.matchAll(/<input\s([^>]*)>/g)].map(([, text = ""]) => attributesIn(text));
  const areas = [...page.matchAll(/<textarea\s([^>]*)>([^<]*)</g)].map(
    ([, text = "", value = ""]) => attributesIn(text).set("value", plain(value)),
  );
  return [...inputs, ...areas].flatMap((own) => {
    const of = (name: string) => own.get(name) ?? "";
    const name = of("name");
    if (name === "" || NOT_TYPED.includes(of("type"))) return [];
    const described = of("aria-describedby").split(" ");
    const label = [
      labels.get(of("id")) ?? "",
      of("aria-label"),
      of("placeholder"),
      of("pattern"),
      ...described.map((id) => (id === "" ? "" : textOf(page, id))),
    ];
    return [
      {
        name,
        label: label.filter((one) => one !== "").join(" | "),
        value: of("value").trim(),
        isNeeded: own.has("required"),
      },
    ];
  });
}

/** Each place within the site that the page leads to. */
export const linksIn = (page: string): string[] =>
  [...page.matchAll(/<a\s[^>]*?href="(\/[^"#]*)/g)].map(([, to = ""]) => unescaped(to));

/** By the id of the field that they are for, or that stands within. */
function labelsIn(page: string): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  for (const [, attributes = "", inner = ""] of page.matchAll(/<label([^>]*)>([^]*?)<\/label>/g)) {
    const id = /\sfor="([^"]*)"/.exec(attributes)?.[1] ?? /\sid="([^"]*)"/.exec(inner)?.[1];
    if (id !== undefined) labels.set(id, plain(inner));
  }
  return labels;
}

function attributesIn(text: string): Map<string, string> {
  const found = text.matchAll(/([\w:-]+)(?:="([^"]*)")?/g);
  return new Map([...found].map(([, name = "", value = ""]) => [name, unescaped(value)]));
}

function textOf(page: string, id: string): string {
  const at = page.indexOf(` id="${id}"`);
  if (at === -1) return "";
  const from = page.indexOf(">", at) + 1;
  const tag = /<(\w+)[^<]*$/.exec(page.slice(Math.max(0, at - 500), at))?.[1] ?? "";
  return plain(page.slice(from, page.indexOf(`</${tag}>`, from)));
}

const plain = (html: string): string =>
  unescaped(html.replaceAll(/<[^>]*>/g, " "))
    .replaceAll(/\s+/g, " ")
    .trim();

const unescaped = (text: string): string =>
  text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
