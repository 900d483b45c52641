/** How a page is kept honest, said once: the three textures, what is not found, and the log that keeps it all. */
import { linked } from "../words/inline.tsx";
import { chromeIn } from "./chrome.ts";
import type { Html } from "./route.ts";
import { Section } from "./heads.tsx";

/** @param log the address of the log's page; absent there, where the log is told of at length */
export function HowHonest({ log, lang }: { readonly log?: string; readonly lang?: string }): Html {
  const { patterns, honest } = chromeIn(lang ?? "en");
  return (
    <Section id="how" title={log === undefined ? patterns.title : honest}>
      <div class="row">
        <div class="c4">
          <span class="state claimed">{patterns.claimed}</span>
          <p>{patterns.claimedMeans}</p>
        </div>
        <div class="c4">
          <span class="state evidenced">{patterns.evidenced}</span>
          <p>{patterns.evidencedMeans}</p>
        </div>
        <div class="c4">
          <span class="state attested">{patterns.attested}</span>
          <p>{patterns.attestedMeans}</p>
        </div>
      </div>
      <p>
        {patterns.notFound}
        {log !== undefined && <> {linked(patterns.log, log)}</>}
      </p>
    </Section>
  );
}
