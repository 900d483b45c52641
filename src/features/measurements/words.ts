/** The words of measurements, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  measure: {
    title: "Measure my connection",
    description:
      "Measure round-trip time, loss and speed with up to 200 kB of data. We publish the place and the figures, but nothing about you.",
    about:
      "How fast does your connection respond, and how much data can it carry? We publish the place and the figures, but nothing about you.",
    now: "Measure now",
    noScript: "Measuring needs JavaScript. Without JavaScript, [enter figures from another test].",
    budget: "How much data may the test use?",
    atMost: say("at most {weight}, about {time} on 2G: {tells}", "weight", "time", "tells"),
    /** What the budgets tell, the largest first. */
    tells: [
      "round trips, and speed in both directions",
      "less exact",
      "round trips, and a lower bound for the speed",
    ],
    where: "Where are you?",
    nowhere: "I’d rather not say; show the result only to me",
    near: "Near me: my position, rounded to about 25 km",
    button: "Measure",
    figures: "round trip, download, upload",
    notYet: "not measured yet",
    sentLater: "The result is sent when there is a connection.",
    sendNow: "Send now",
  },
  /** What the page's script says; parts in braces are filled there. */
  script: {
    trips: "Measuring: round trips …",
    down: "Measuring: download …",
    up: "Measuring: upload …",
    done: "Done.",
    unsent: "Done. Nothing is sent, because no place was chosen.",
    asking: "Asking this device where it is …",
    noPosition: "This device did not share its position. Choose a place.",
    waits: "Waiting here: {n}.",
    sent: "Sent. Your result counts towards the figures for cell {cell}.",
    notTaken: "Not accepted: {line}",
    busy: "There are too many requests right now. Your result is waiting on this device.",
    offline: "You are offline. The result is waiting on this device.",
    lines: {
      latency: "round trip for a small request",
      lost: "small requests unanswered",
      down: "download (to you)",
      up: "upload (from you)",
      used: "data used, including headers",
    },
    spread: "{median} ms; half of the requests took {low} to {high} ms",
    of: "{lost} of {sent}",
    kB: "{n} kB",
    kbit: "{n} kbit/s",
    mbit: "{n} Mbit/s",
    about: "{rate}, ± {error} %",
    atLeast: "at least {rate}",
    none: "not measured",
    failed: {
      latency: "small request failed",
      down: "download test failed",
      up: "upload test failed",
    },
    reasons: {
      timeout: "no answer in time",
      network: "the connection failed",
      refused: "the server refused",
    },
  },
  typed: {
    thanks: "Thank you. We have received your figure.",
    next: "Your figure is counted with other figures entered by hand, and is shown once there are enough of them from the same area.",
    title: "Or enter your own figures",
    about:
      "Enter a figure from another test or another device. We count such figures as entered by hand and leave them out of every median, because they were not measured here.",
    where: "Where?",
    down: "Download (Mbit/s)",
    up: "Upload (Mbit/s)",
    latency: "Round trip (ms)",
    hint: "Leave this empty if you do not know.",
    send: "Send",
    refused:
      "Not accepted: choose a place from the list and enter figures such as 2.5. Please go back and check. Nothing was saved.",
    busy: "There are too many requests right now. Nothing was saved. Please try again later.",
  },
  how: {
    title: "How we measure, and how accurately",
    roundTrip: "Round trip",
    roundTripIs:
      "We send a few small requests in turn, and show the middle value and the range of the middle half. On a slow link of 64 kbit/s, the request’s own bytes can account for up to 100 ms.",
    loss: "Loss",
    lossIs:
      "We count small requests that failed or took longer than 5 seconds. Your device resends a single lost packet, which shows up as a slow answer.",
    speed: "Speed",
    speedIs:
      "We send a short burst of data each way and time it where it arrives. We give the margin of error, 25 % at most. Where the burst ended before the link was full, as on fast links with long round trips, we say “at least”.",
    not: "What the figures do not show",
    notIs:
      "A result shows the path between you and this server at this moment. Some networks carry a short burst faster than a long download.",
  },
  kept: {
    title: "What is kept",
    ofResult:
      "For each result, we keep the month, a cell about 45 km wide, and the figures. We do not keep the day, your network address, the device or the name of a Wi-Fi network. Your browser makes a random number and keeps it. We keep only a hash of the number with the cell and the month, so that two cells or two months cannot be linked, and we delete the hash on the 8th of the next month.",
    enough: counted(
      "Nothing about a cell is published before {n} browser has reported in a month. After that, we publish only combined figures, and update them only when the number of browsers has doubled or the month ends.",
      "Nothing about a cell is published before {n} different browsers have reported in a month. After that, we publish only combined figures, and update them only when the number of browsers has doubled or the month ends.",
    ),
    published: "What has been published",
    protects:
      "This method protects you from people who read the data, because no single result can be read from it. It does not protect you from the operator of this server, who could see your address while you measure. Nor does it protect you from somebody who pretends to be several browsers: figures can then be false, or based on fewer people.",
  },
  list: {
    title: "Measured connections",
    about:
      "Connections to this server as measured by people’s own browsers, listed by cell and month once five browsers have reported.",
    asTable: "As a table",
    nothing: "Nothing has been published yet. [Your result can be among the first five.]",
    label: "All cells",
    caption: "Middle value, with the range of the middle half in brackets",
    cell: "Cell",
    month: "Month",
    browsers: "Browsers",
    down: "Download, kbit/s",
    up: "Upload, kbit/s",
    latency: "Round trip, ms",
    unanswered: "Unanswered",
    typed: say("{n} more entered by hand"),
    around: "around {where}",
    tooFew: "too few",
    range: say("({low} to {high}; measured: {n})", "low", "high", "n"),
    atLeast: say("lower bounds only: {n}"),
  },
};

export const wordsIn = catalogue("measurements", en);

export type MeasureWords = typeof en;
