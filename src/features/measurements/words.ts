/** The words of measurements, by language. */
import { catalogue } from "../../platform/words/catalogue.ts";
import { counted, say } from "../../platform/words/message.ts";

const en = {
  lang: "en",
  measure: {
    title: "Measure my connection",
    description:
      "Round trip, loss and speed within a budget of 200 kB. The place and the figures are published, nothing about you.",
    about:
      "How long does an answer take where you are, and how much fits through? The place and the figures are published, nothing about you.",
    now: "Measure now",
    noScript: "Measuring itself needs JavaScript. Without it, [type in what you saw elsewhere].",
    budget: "How much data may it use?",
    atMost: say("at most {weight}, about {time} on 2G: {tells}", "weight", "time", "tells"),
    /** What the budgets tell, the largest first. */
    tells: [
      "round trips and both directions",
      "less exact",
      "round trips; the speed as a lower bound",
    ],
    where: "Where are you?",
    nowhere: "I’d rather not say: show it to me alone",
    near: "About here: my position, rounded to about 25 km",
    button: "Measure",
    figures: "round trip, download, upload",
    notYet: "not measured yet",
    sentLater: "It is sent when there is a connection.",
    sendNow: "Send now",
  },
  /** What the page's script says; parts in braces are filled there. */
  script: {
    trips: "Measuring: round trips …",
    down: "Measuring: download …",
    up: "Measuring: upload …",
    done: "Done.",
    unsent: "Done. Nothing is sent: no place was chosen.",
    asking: "Asking this device …",
    noPosition: "This device did not say where it is. Choose a place.",
    waits: "Waiting here: {n}.",
    sent: "Sent. Kept for {cell}.",
    notTaken: "Not accepted: {line}",
    busy: "Too many right now. It will wait here.",
    offline: "You are offline. The result waits on this device.",
    lines: {
      latency: "round trip of a small request",
      lost: "small requests unanswered",
      down: "download, to you",
      up: "upload, from you",
      used: "used, headers included",
    },
    spread: "{median} ms; half took {low} to {high} ms",
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
    thanks: "Thank you. Your figure is here.",
    next: "It is counted with the figures that people typed in, and shown once enough have come from the same area.",
    title: "Or type in your own figures",
    about:
      "A figure from another test, or from the box on the wall. We count it as typed in. It enters no median, because it was not measured here.",
    where: "Where?",
    down: "Download, in Mbit/s",
    up: "Upload, in Mbit/s",
    latency: "Round trip, in ms",
    hint: "Leave it empty if you do not know.",
    send: "Send",
    refused:
      "Not accepted: expected a place from the list and figures such as 2.5. Please go back and check; nothing was kept.",
    busy: "Too many right now. Nothing was kept; please try again later.",
  },
  how: {
    title: "How we measure, and how accurately",
    roundTrip: "Round trip",
    roundTripIs:
      "A few small requests, one after the other: the middle one, and the range of the middle half. On a slow link the request’s own bytes are part of it: up to 100 ms at 64 kbit/s.",
    loss: "Loss",
    lossIs:
      "Small requests that failed or took longer than 5 seconds. Your device sends a single lost packet again, and it shows as a slow answer.",
    speed: "Speed",
    speedIs:
      "A short burst each way, timed where it arrives. We state the margin with it, 25 % at most. Where the burst ended before the link was full, as on fast links with long round trips, we say “at least”.",
    not: "What it does not tell",
    notIs:
      "It shows the path between you and this server, at this moment. Some networks let a short burst pass faster than a long download.",
  },
  kept: {
    title: "What is kept",
    ofResult:
      "Of a result we keep the month, a cell about 45 km wide, and the figures. Not the day, not your network address, not the device, not the name of a Wi-Fi. Your browser makes a random number and keeps it; we keep only a hash of it with the cell and the month, so that two cells or two months cannot be linked, and delete that on the 8th of the next month.",
    enough: counted(
      "Nothing about a cell is published before {n} browser has reported in a month. After that, only combined figures, and again only when the number has doubled or the month ends.",
      "Nothing about a cell is published before {n} different browsers have reported in a month. After that, only combined figures, and again only when their number has doubled or the month ends.",
    ),
    published: "What has been published",
    protects:
      "This protects you from readers of the data: no single result can be read from it. It does not protect you from the operator of this server, who could see your address while you measure, or from somebody who pretends to be several browsers, so that figures appear that are false or rest on fewer people.",
  },
  list: {
    title: "Measured connections",
    about:
      "What people’s own browsers measured between them and this server, by cell and month, once five of them have reported.",
    asTable: "As a table",
    nothing: "Nothing is published yet. [Yours can be among the first five.]",
    label: "All cells",
    caption: "The middle value, and the range of the middle half in brackets",
    cell: "Cell",
    month: "Month",
    browsers: "Browsers",
    down: "Download, kbit/s",
    up: "Upload, kbit/s",
    latency: "Round trip, ms",
    unanswered: "Unanswered",
    typed: say("typed in: {n} more"),
    around: "around {where}",
    tooFew: "too few",
    range: say("({low} to {high}; measured: {n})", "low", "high", "n"),
    atLeast: say("at least this: {n} of them"),
  },
};

export const wordsIn = catalogue("measurements", en);

export type MeasureWords = typeof en;
