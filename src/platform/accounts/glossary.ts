/** The twelve words of ours that somebody new at the desk would not know, by language. */
import { catalogue } from "../words/catalogue.ts";

const en = {
  lang: "en",
  terms: {
    pledge: {
      word: "Pledge",
      means:
        "A promise that somebody makes in public: how much of what, and by which day. Anybody can follow on its page what became of it.",
    },
    claim: {
      word: "Claim",
      means:
        "A figure that somebody gives for a pledge, with its day and its source. Nobody has checked it yet.",
    },
    evidence: {
      word: "Evidence",
      means:
        "What others can check a claim by: a document, a measurement, a published method, an official count.",
    },
    attestation: {
      word: "Attestation",
      means:
        "A signature for a figure by somebody who did not make the pledge. A figure is attested once one is there, and not before.",
    },
    dispute: {
      word: "Dispute",
      means:
        "Somebody says with a reason that a figure is wrong. It stands beside the figure, and so does the answer.",
    },
    consent: {
      word: "Consent",
      means:
        "The yes of a person to being shown: for what, where and until when. It can be taken back at any time, and then that person’s words and pictures go.",
    },
    walk: {
      word: "Walk of life",
      means: "What somebody does in life, such as teacher or farmer. Stories are found by it.",
    },
    opportunity: {
      word: "Opportunity",
      means:
        "Something that could be done: a place that asks for a connection, or what somebody offers for one.",
    },
    programme: {
      word: "Programme",
      means: "Work that goes on under one name over years and places. Projects can be part of it.",
    },
    project: {
      word: "Project",
      means:
        "One piece of building, with its places, its partners and its milestones: what is to be reached, and by when.",
    },
    record: {
      word: "Record",
      means:
        "One signed sentence of the campaign: a story was told, a figure was corrected. All that is public is made of records, and a later one can change what an earlier one said.",
    },
    log: {
      word: "Log",
      means:
        "The list of all records in the order in which they came. Nobody can change it unseen, us included.",
    },
  },
};

export type Term = keyof typeof en.terms;

export const glossaryIn = catalogue("glossary", en);
