/** The words of pledges: the same for every pledger. */
import { counting } from "../../../platform/words/counted.ts";

const count = counting("en");

export const en = {
  lang: "en",
  /** Units that many pledges count in; any other is shown as it was written. */
  units: { people: "people", students: "students", schools: "schools", sites: "sites" },
  /** The desk's own form for what was sent about a pledge. */
  accept: {
    one: "Pledge",
    about: "It stands about {pledge}, signed by this instance.",
    whose: "Whose words are these?",
    whoseHint: "Make sure by a way that you have from elsewhere, never by what was sent.",
    other: "somebody else says it",
    pledger: "the pledger says it, and I have made sure",
    button: "Say it in public",
    byExpected: "Choose one of the two.",
    answerExpected:
      "Only the pledger can answer. Make sure that the answer comes from the pledger and say so here, or refuse it.",
  },
  over: (value: string) => `over ${value}`,
  range: (low: string, high: string) => `${low} to ${high}`,
  states: {
    claimed: "claimed",
    evidenced: "evidenced",
    attested: "attested",
    selfReported: "self-reported",
    reported: "reported",
  },
  status: {
    open: "open",
    openUntil: (day: string) => `open until ${day}`,
    silent: (open: string, day: string) => `${open}; silent: no report found by us since ${day}`,
    closed: (state: string) => `past its date; closing figure ${state}`,
    wanted: "past its date; closing figure wanted",
    notFound: (day: string) => `past its date; no closing figure found by us (searched ${day})`,
    /** The same with a link to what was searched. */
    notFoundIn: "past its date; no closing figure found by us (searched {day}, [sources])",
    send: "Have the figure? Send it",
  },
  numbers: {
    claimed: (value: string) => `claimed: ${value}`,
    evidenced: (value: string, day: string) => `evidenced: ${value}, ${day}`,
    attested: (value: string, day: string) => `attested: ${value}, ${day}`,
    evidenceWanted: "evidence: wanted",
    attestationOpen: "attestation: open",
    noneYet: "none yet",
  },
  with: "with {names}, ",
  since: (day: string) => `since ${day}`,
  unlisted: "An organisation no longer listed here",
  firstPledge: "No pledge yet. [Yours can be the first.]",
  sendAbout: "Send a figure, evidence or a dispute",
  firstFigure: "A first figure is wanted",
  notProgress: "The figure is not stated there as progress towards the promise.",
  countsBefore: (value: string) => `It counts ${value} from before the pledge.`,
  revises: (value: string) => `It revises ${value}.`,
  wordedDifferently: "worded differently",
  totals: {
    by: (n: number) => count(n, { one: "{n} pledge that counts", other: "{n} pledges that count" }),
    sinceMade: "{unit} since the pledges were made, by {pledges}.",
    shared: (n: number) =>
      count(n, {
        one: "{n} place is named by more than one pledge in the same years: at the low end of a range the people there count once.",
        other:
          "{n} places are named by more than one pledge in the same years: at the low end of a range the people there count once.",
      }),
    towards: (n: number) =>
      count(n, {
        one: "{n} of these pledges counts towards another: at the low end of a range it adds nothing beyond it.",
        other:
          "{n} of these pledges count towards another: at the low end of a range they add nothing beyond it.",
      }),
  },
  list: {
    title: "Pledges",
    titleCounted: "Pledges that count towards the goal",
    description:
      "Promises made in public, in the same form and the same words: what was said, by whom, by when, and what proves it.",
    about:
      "Promises made in public, from anyone, in the same form: what was said, by whom, by when, and the figures since, each with its source and its date.",
    table: "Pledges as a table",
    figures: "All figures as a table",
    asOf: "Everything said until now, with the status as of {day}.",
    today: "Today",
    counted: "Counted towards the goal",
    silent: (n: number) =>
      count(n, {
        one: "{n} pledge is silent, with no report found by us for 24 months, and not counted. Its page says since when.",
        other:
          "{n} pledges are silent, with no report found by us for 24 months, and not counted. The page of each says since when.",
      }),
    thoseCounted: "The pledges that are counted",
    all: "All pledges, in the same words",
    onlyThese: "Only what these say is in the totals above.",
    more: (n: number) => count(n, { one: "More of {n} pledge", other: "More of {n} pledges" }),
    ownForm:
      "A figure, evidence, a correction or a dispute is sent through the form of the very pledge: each has its own, for everybody the same.",
    make: "Make a pledge",
    context: "For context",
    series: "Series of figures without a promise.",
  },
  page: {
    records: "The records behind this page",
    reached: "Said and reached",
    note: "Note.",
    claimToEvidence: "Claim to evidence",
    sendFigure: "Send a figure",
    fileEvidence: "File evidence",
    correct: "Correct a figure",
    dispute: "Dispute a figure",
    sign: "Sign for a figure",
    signHow:
      "Whoever is not a pledger of it, and has a key here, can sign for a figure without a connection and send the signature later:",
    differently: "Worded differently",
    inWords: "In these words",
    searchedOn: (day: string) => `Where we searched on ${day}`,
    sources: (n: number) => count(n, { one: "Source", other: "Sources" }),
    saidBy: (who: string, day: string) => `Said by ${who}, ${day}`,
    notProgress: "Not stated there as progress towards the promise.",
    countsTowards: "Counts towards {pledge}",
    parts: "What counts towards it",
    partsAre: (n: number) =>
      count(n, {
        one: "{n} pledge says that it is part of this one. What it reaches may be counted here already, so at the low end of a total it adds nothing beyond it.",
        other:
          "{n} pledges say that they are part of this one. What they reach may be counted here already, so at the low end of a total they add nothing beyond it.",
      }),
    moreParts: (n: number) =>
      count(n, {
        one: "and {n} more: the column counts_towards of [all pledges as a table]",
        other: "and {n} more: the column counts_towards of [all pledges as a table]",
      }),
    milestones: "Milestones",
    due: "{title}, due {day}",
    noReport: (day: string) => `no report of it found by us (searched ${day})`,
    reportWanted: "a report of it is wanted",
    reachedOn: (day: string) => `reached ${day}, self-reported`,
  },
  pairs: {
    earlier: (n: number) => count(n, { one: "{n} earlier figure", other: "{n} earlier figures" }),
    checked: "How it was checked: {how}",
    filed: "evidence filed",
    signed: "signed for",
    send: "Have evidence? Send it",
    kinds: {
      document: "document",
      method: "method",
      census: "census",
      measurement: "measurement",
      statement: "statement",
      survey: "survey",
      photo: "photo",
    },
    archived: "archived copy",
    sideBySide: "side by side",
    source: (n: number) => `source ${n}`,
  },
  table: {
    label: "All figures",
    caption: "Every figure, by the date it speaks of",
    date: "Date",
    figure: "Figure",
    since: "Since the pledge",
    state: "State",
    wanted: "wanted",
    notFound: "closing figure not found by us",
    searched: (day: string) => `searched ${day}`,
    arithmetic: "Since the pledge: our arithmetic, the total less what was counted before.",
    sincePledge: "since the pledge",
    inPeriod: "within that period",
    notProgress: "not stated as progress",
    saidOn: (figure: string, day: string) => `${figure}, said ${day}`,
    revisedTo: (figure: string) => `revised to ${figure}`,
    revises: (figure: string) => `revises ${figure}`,
  },
  pace: {
    asks: (pace: string, day: string) =>
      `The target asks for ${pace} a year from the latest figure to ${day}.`,
    soFar: (pace: string) => `The figures so far came to ${pace} a year.`,
    about: (value: string) => `about ${value}`,
    between: (low: string, high: string) => `between ${low} and ${high}`,
    leads: (value: string) =>
      `If they go on as they did, they lead to ${value} on that day, nine times in ten. This is our arithmetic on the figures above, not a forecast of anybody’s work.`,
  },
  chart: {
    title: (groups: string) => `Chart: ${groups}.`,
    beside: (groups: string, target: string) => `${groups}, beside the target of ${target}`,
    by: (target: string, day: string) => `${target} by ${day}`,
    figures: (n: number, first: string, last: string) =>
      `${count(n, { one: "{n} figure", other: "{n} figures" })}, from ${first} to ${last}`,
    pledged: (figure: string) => `${figure} pledged`,
    unit: "In {unit}.",
    scales: {
      thousand: "In thousands of {unit}.",
      million: "In millions of {unit}.",
      billion: "In billions of {unit}.",
      trillion: "In trillions of {unit}.",
    },
    drawn: (all: string, bars: string) =>
      `Of ${all} figures ${bars} are drawn, the latest of each stretch of time; the table has all.`,
    hatched: (words: string) => `Hatched: ${words}.`,
    halfTone: "Half-tone: evidenced.",
    solid: "Solid: attested.",
    dashed: "Dashed: the pace that the target asks for.",
    upright: "Upright at the end: where the figures so far lead, nine times in ten.",
    dotted: "Dotted: between two figures.",
    circles: "Circles: the promise as worded then.",
    across: (value: string) => `Line across a bar: ${value} counted before the pledge.`,
    over: "+: over.",
    revised: "†: revised later; both values stay.",
  },
  history: {
    title: "What happened to it here",
    withdrawn: {
      evidence: (day: string) =>
        `Evidence withdrawn on ${day}. The figure that rested on it stands without it.`,
      figure: (day: string) =>
        `A figure withdrawn on ${day}. What it corrected stands again, and nothing is counted by it.`,
      dispute: (day: string) =>
        `A dispute withdrawn on ${day}. It is shown no more, and neither is an answer to it.`,
      answer: (day: string) =>
        `An answer to a dispute withdrawn on ${day}. The dispute stands, and can be answered again.`,
    },
    silent: (day: string, report: string) =>
      `Silent since ${day}: no report found by us since ${report}, 24 months before.`,
    left: "It left the headline totals on that day; a new figure brings it back.",
    fields: {
      title: "title",
      summary: "summary",
      metric: "what is counted",
      unit: "unit",
      target: "target",
      baseline: "baseline",
      from: "date from which it counts",
      by: "date by which it is promised",
    },
    nothing: "nothing said",
    quoted: (words: string) => `“${words}”`,
    changed: (day: string, field: string, before: string, after: string) =>
      `Changed here on ${day}: the ${field} was ${before}, and is ${after}.`,
  },
  disputes: {
    title: "Disputed",
    answered: "answered",
    askedFor: "answer asked for",
    answerOf: (who: string) => `Answer of ${who}`,
    answerBy: (day: string) => `The answer of the pledger stands here; asked for by ${day}`,
    about: "About [this figure]",
  },
};

export type PledgeWords = typeof en;
