/** The twelve words of ours that somebody new at the desk would not know, by language. */
import { catalogue } from "../words/catalogue.ts";

const en = {
  lang: "en",
  terms: {
    pledge: {
      word: "Pledge",
      means:
        "A promise that somebody makes in public, saying what will be done, how much of it, and by which day. Anyone can follow the outcome on the pledge’s page.",
    },
    claim: {
      word: "Claim",
      means:
        "A figure that somebody states for a pledge, with its date and source. Nobody has checked the figure yet.",
    },
    evidence: {
      word: "Evidence",
      means:
        "Something others can use to check a claim, such as a document, a measurement, a published method or an official count.",
    },
    attestation: {
      word: "Attestation",
      means:
        "A signature confirming a figure, by somebody who did not make the pledge. A figure counts as attested only once it has such a signature.",
    },
    dispute: {
      word: "Dispute",
      means:
        "A statement by somebody that a figure is wrong, with a reason. The dispute and the answer are shown beside the figure.",
    },
    consent: {
      word: "Consent",
      means:
        "A person’s agreement to be shown: for what, where and until when. Consent can be withdrawn at any time, and then that person’s words and pictures are removed.",
    },
    walk: {
      word: "Walk of life",
      means:
        "What a person does in life, such as teaching or farming. You can find stories by walk of life.",
    },
    opportunity: {
      word: "Opportunity",
      means:
        "Something that could be done, such as connecting a place that asks for it or using what somebody offers.",
    },
    programme: {
      word: "Programme",
      means:
        "Work that continues under one name over several years and places. Projects can be part of a programme.",
    },
    project: {
      word: "Project",
      means:
        "One piece of construction work, with its places, its partners and its milestones: what should be achieved, and by when.",
    },
    record: {
      word: "Record",
      means:
        "One signed statement by the campaign, such as that a story was told or a figure was corrected. Everything public is made of records, and a later record can change what an earlier one said.",
    },
    log: {
      word: "Log",
      means:
        "The list of all records, in the order in which they were made. Nobody can change the log unnoticed, not even us.",
    },
  },
};

export type Term = keyof typeof en.terms;

export const glossaryIn = catalogue("glossary", en);
