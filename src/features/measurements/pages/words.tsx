/** How a measurement is made and how exact it is; what is kept of it, and what that protects against. */
import type { Html } from "../../../platform/web/route.ts";

export function How(): Html {
  return (
    <section aria-labelledby="how">
      <h2 class="knot" id="how">
        How it is measured, and how exactly
      </h2>
      <div class="row">
        <div class="c3">
          <h3>Round trip</h3>
          <p>
            A few small requests, one after the other: the middle one, and the range of the middle
            half. On a slow link the request’s own bytes are part of it: up to 100 ms at 64 kbit/s.
          </p>
        </div>
        <div class="c3">
          <h3>Loss</h3>
          <p>
            Small requests that failed or took longer than 5 seconds. A single lost packet is
            repeated by your device and shows as a slow answer.
          </p>
        </div>
        <div class="c3">
          <h3>Speed</h3>
          <p>
            A short burst each way, timed where it arrives. The bound is stated with it, 25 % at
            most. Where the burst was over before the link was full, as on fast links with long
            round trips, we say “at least”.
          </p>
        </div>
        <div class="c3">
          <h3>What it does not tell</h3>
          <p>
            It is the way between you and this server, at this moment. Some networks let a short
            burst pass faster than a long download.
          </p>
        </div>
      </div>
    </section>
  );
}

export function Kept({
  enough,
  to,
}: {
  readonly enough: number;
  readonly to: (path: string) => string;
}): Html {
  return (
    <section aria-labelledby="kept">
      <h2 class="knot" id="kept">
        What is kept
      </h2>
      <p>
        Of a result we keep the month, a cell some 45 km wide, and the figures. Not the day, not
        your address on the network, not the device, not the name of a Wi-Fi. Your browser makes a
        random number and keeps it; we keep only a hash of it with the cell and the month, so that
        two cells or two months cannot be joined, and delete that on the 8th of the next month.
      </p>
      <p>
        Nothing about a cell is published before {enough} different browsers have spoken in a month.
        After that, only together, and again only when their number has doubled or the month closes.{" "}
        <a href={to("/measurements")}>What has been published</a>.
      </p>
      <p>
        This protects you from readers of the data: no single result can be read from it. It does
        not protect you from the operator of this server, who could see your address while you
        measure, nor from somebody who pretends to be several browsers and so has figures published
        that rest on fewer people, or false ones.
      </p>
    </section>
  );
}
