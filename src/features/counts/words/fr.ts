/** The words of counts, in French. */
import { counting } from "../../../platform/words/counted.ts";
import type { Words } from "./en.ts";

const count = counting("fr");

export const fr: Words = {
  lang: "fr",
  title: "Comptages",
  lead: "Combien de fois les pages ont été envoyées ces 30 derniers jours, et de quels sites les gens sont venus. Aucun lecteur n’est enregistré : ni adresse, ni navigateur, ni parcours sur le site. Les navigateurs qui demandent à ne pas être comptés ne le sont pas.",
  off: "Rien n’est compté sur cette copie.",
  turnOff: "Cesser de compter et supprimer ce qui a été compté",
  turnOn: "Compter",
  pages: "Pages",
  from: "Depuis d’autres sites",
  none: "Rien encore. Les comptages arrivent une fois par heure.",
  few: (names) =>
    count(names, {
      one: "{n} autre, moins de 5 par jour",
      other: "{n} autres, chacun moins de 5 par jour",
    }),
  fewer: "moins de 5",
};
