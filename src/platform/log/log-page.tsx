/** `/log`: how we keep this honest, in plain words first, then what a verifier needs. */
import { HowHonest } from "../web/honest.tsx";
import { formatNumber } from "../web/words.ts";
import type { LogCounts, LogHead } from "./reading.ts";

export function LogPage({
  head,
  counts,
  base,
  lang,
}: {
  head: LogHead;
  counts: LogCounts;
  base: string;
  lang: string;
}) {
  return (
    <>
      <header class="row head">
        <h1 class="c10">How we keep this honest</h1>
        <p class="stand c8">
          Whatever is said here is signed by whoever says it, dated, and added to the end of one
          list. Nothing in the list can be changed afterwards without everybody who kept a copy
          being able to show it.
        </p>
      </header>
      <section aria-labelledby="now">
        <h2 class="knot" id="now">
          The list today
        </h2>
        <dl class="facts">
          <dt>Entries</dt>
          <dd>{formatNumber(head.size, lang)}</dd>
          <dt>Texts erased at somebody’s wish</dt>
          <dd>{formatNumber(counts.erased, lang)}</dd>
          <dt>Name of the log</dt>
          <dd>{head.origin}</dd>
        </dl>
        <p>
          An erased text is gone from here. Its place in the list stays, so that the list still adds
          up, and says that a text was erased.
        </p>
      </section>
      <HowHonest />
      <section aria-labelledby="check">
        <h2 class="knot" id="check">
          Check it yourself
        </h2>
        <div class="prose">
          <p>
            Keep today’s <a href="/log/checkpoint">checkpoint</a>: three lines and a signature. With
            it, you can prove later whether anything that stood in the list today was taken out or
            changed. The signature is checked with this <a href="/log/vkey">key</a>.
          </p>
          <p>
            The list is a transparency log in the open form C2SP tlog-tiles, as software updates and
            web certificates use it. Its entries are at <code>{base}/log/tile/entries/…</code>, its
            hashes at <code>{base}/log/tile/…</code>, the text of an entry at{" "}
            <code>{base}/log/body/…</code>. Any reader of that form can follow it; Go’s{" "}
            <code>golang.org/x/mod/sumdb</code> is one.
          </p>
          <p>
            Every entry has a page that checks it in your browser, and a proof file to keep:{" "}
            <code>{base}/log/records/…</code> and <code>{base}/log/proof/….json</code>. A pledge
            links to its entries.
          </p>
          <p>
            Whoever runs a copy of this site checks everything with <code>cnd verify</code>.
          </p>
        </div>
      </section>
    </>
  );
}
