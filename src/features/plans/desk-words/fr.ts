/** The words of plans at the desk, in French. */
import { counting } from "../../../platform/words/counted.ts";
import type { PlanDeskWords } from "./en.ts";

const count = counting("fr");

export const fr: PlanDeskWords = {
  lang: "fr",
  title: "Plans",
  lead: "Un plan devient un projet quand quelqu’un le construit. Les plans eux-mêmes viennent avec le dossier de la campagne.",
  none: "Aucun plan n’est encore ici.",
  become: "En faire un projet",
  becomeIs:
    "Ce qui est dit ici est public aussitôt : un projet, ses lieux, et un engagement là où quelqu’un en prend un.",
  name: "Comment s’appelle le projet ?",
  slug: "Son adresse",
  slugHint: "Petites lettres, chiffres et traits d’union : cerdanya-first-masts",
  summary: "Ce qu’il fait, en quelques phrases",
  upTo: "Jusqu’où dans le plan",
  steps: (n, people, money) =>
    count(n, {
      one: `la première étape : ${people} personnes, ${money}`,
      other: `les {n} premières étapes : ${people} personnes, ${money}`,
    }),
  partners: "Partenaires qui le construisent",
  partnersHint: "Leurs noms courts, séparés par des espaces",
  partnersAre: "Les noms courts de tous les partenaires",
  nameThem: (n) =>
    count(n, {
      one: "Nommer comme lieu {n} lieu qui n’a pas encore de page",
      other: "Nommer comme lieux {n} lieux qui n’ont pas encore de page",
    }),
  pledge: "Un engagement, là où quelqu’un en prend un",
  pledgeIs: "Il promet les personnes de ces étapes, pour que d’autres le vérifient.",
  pledger: "Qui s’engage ?",
  nobody: "personne encore",
  by: "Pour quel jour ?",
  agreed: "Il est d’accord avec cet engagement, dans ces mots, et je m’en suis assuré",
  say: "Le dire en public",
  back: "Reprendre le plan",
  backIs: "Il quitte le site. Un projet qui en est né reste.",
  backSure: "L’ôter du site",
  backButton: "Le reprendre",
  needed: "C’est nécessaire.",
  badText: (most) => `Attendu : un texte simple d’au plus ${most} caractères.`,
  badSlug: "Attendu : petites lettres, chiffres et traits d’union.",
  taken: "Quelque chose est déjà à cette adresse.",
  badPartner: (slug) => `Aucun partenaire à ${slug}.`,
  badStep: "Attendu : une des étapes.",
  badDay: "Attendu : un jour après aujourd’hui.",
  notAgreed: "On n’engage personne à sa place : demandez-lui d’abord, et dites-le ici.",
};
