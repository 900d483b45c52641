/** Words whose addresses are links: a bare address is long, says little, and widens a narrow page. */
import { safeLink } from "./links.ts";
import type { Html } from "./route.ts";

const ADDRESS = /(https?:\/\/[^\s()<>"]*[^\s()<>".,;:!?])/;

export function Linked({ text }: { readonly text: string }): Html {
  const parts = text.split(ADDRESS); // every second one is an address
  return (
    <>
      {parts.map((part, i) => {
        const href = i % 2 === 1 && URL.parse(part) ? safeLink(part) : undefined;
        return href ? <a href={href}>{new URL(href).hostname.replace(/^www\./, "")}</a> : part;
      })}
    </>
  );
}
