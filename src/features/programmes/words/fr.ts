/** The words of programmes and of what can be done, in French. */
import { counting } from "../../../platform/words/counted.ts";
import type { ProgrammeWords } from "./en.ts";

const count = counting("fr");

export const fr: ProgrammeWords = {
  lang: "fr",
  first: "Pas encore de programme. [Le vôtre peut être le premier.]",
  doGood: "Agir",
  description:
    "Programmes, demandes et offres, partenaires, et où pourrait aller la prochaine connexion.",
  about:
    "Trouvez qui est sans connexion, voyez ce qu’elle rend possible d’autre, et prêtez la main avec ce que vous avez.",
  programmes: "Programmes",
  relief: "Relief",
  asksOffers: "Demandes, offres, partenaires",
  askOrOffer: "Demander ou offrir",
  asked: "Ce qui est demandé et offert",
  projects: "Projets",
  plans: "Plans",
  next: "Où ensuite ?",
  nextIs:
    "Une école, un dispensaire, une rue sans connexion : son nom suffit pour commencer. [Dites-nous le lieu.]",
  places: "Lieux",
  organisations: "Organisations",
  figures: "En chiffres",
  sources: "Sources",
  evidenced: "étayé",
  claimed: "déclaré par l’auteur",
  reported: "rapporté",
  filed: "preuve déposée",
  send: "Vous avez une preuve ? Envoyez-la",
  saidBy: (who) => `Dit par ${who}`,
  asks: "Demandes",
  askFor: {
    connection: "Une connexion pour un lieu",
    figure: "Un chiffre que nous n’avons pas trouvé",
    voice: "Une voix, une vidéo en langue des signes, une traduction",
  },
  ask: "demander",
  wanted: "bienvenu",
  offers: "Offres",
  offerOf: {
    roof: "Un toit ou une colline avec vue",
    time: "Du temps : creuser, grimper, enseigner, signer",
    equipment: "Du matériel",
  },
  offer: "offrir",
  partners: "Partenaires",
  here: (n) => count(n, { one: "{n} ici", other: "{n} ici" }),
};
