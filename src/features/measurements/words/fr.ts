/** The words of measuring and of what was measured, in French. */
import { counting } from "../../../platform/words/counted.ts";
import type { MeasureWords } from "./en.ts";

const count = counting("fr");

export const fr: MeasureWords = {
  lang: "fr",
  measure: {
    title: "Mesurer ma connexion",
    description:
      "Aller-retour, pertes et débit, sans dépasser 200 ko. Le lieu rejoint les données ouvertes, pas vous.",
    about:
      "Combien de temps met une réponse là où vous êtes, et combien en passe-t-il ? Le lieu rejoint les données ouvertes ; vous, non.",
    now: "Mesurer maintenant",
    noScript:
      "La mesure elle-même a besoin de JavaScript. Sans lui, [écrivez ce que vous avez vu ailleurs].",
    budget: "Combien peut-elle consommer ?",
    atMost: (weight, time, tells) => `${weight} au plus, environ ${time} en 2G : ${tells}`,
    tells: [
      "allers-retours et les deux sens",
      "moins précis",
      "allers-retours ; le débit comme minimum",
    ],
    where: "Où êtes-vous ?",
    nowhere: "Je ne le dis pas : montrez le résultat à moi seul",
    near: "Par ici : ma position, arrondie à quelque 25 km",
    button: "Mesurer",
    figures: "aller-retour, descendant, montant",
    notYet: "pas encore mesuré",
    sentLater: "L’envoi se fait dès qu’il y a une connexion.",
    sendNow: "Envoyer maintenant",
  },
  script: {
    trips: "Mesure : allers-retours …",
    down: "Mesure : sens descendant …",
    up: "Mesure : sens montant …",
    done: "C’est fait.",
    unsent: "C’est fait. Rien n’est envoyé : aucun lieu n’a été choisi.",
    asking: "Question à cet appareil …",
    noPosition: "Cet appareil n’a pas dit où il est. Choisissez un lieu.",
    waits: "En attente ici : {n}.",
    sent: "Envoyé. Gardé pour {cell}.",
    notTaken: "Non accepté : {line}",
    busy: "Trop d’envois en ce moment. Le résultat attend ici.",
    offline: "Pas de connexion. Le résultat attend sur cet appareil.",
    lines: {
      latency: "aller-retour d’une petite demande",
      lost: "petites demandes sans réponse",
      down: "descendant, vers vous",
      up: "montant, depuis vous",
      used: "consommé, en-têtes compris",
    },
    spread: "{median} ms ; la moitié entre {low} et {high} ms",
    of: "{lost} sur {sent}",
    kB: "{n} ko",
    kbit: "{n} kbit/s",
    mbit: "{n} Mbit/s",
    about: "{rate}, ± {error} %",
    atLeast: "au moins {rate}",
    none: "non mesuré",
    failed: {
      latency: "une petite demande a échoué",
      down: "le test descendant a échoué",
      up: "le test montant a échoué",
    },
    reasons: {
      timeout: "pas de réponse à temps",
      network: "la connexion a lâché",
      refused: "le serveur a refusé",
    },
  },
  typed: {
    title: "Ou écrivez ce que vous avez vu",
    about:
      "Un chiffre d’un autre test, ou du boîtier au mur. Il est compté comme écrit à la main. Il n’entre dans aucune médiane, car personne ne l’a mesuré ici.",
    where: "Où ?",
    down: "Descendant, en Mbit/s",
    up: "Montant, en Mbit/s",
    latency: "Aller-retour, en ms",
    hint: "Laissez vide si vous ne savez pas.",
    send: "Envoyer",
    refused:
      "Non accepté : il faut un lieu de la liste et des chiffres comme 2,5. Revenez en arrière et vérifiez ; rien n’a été gardé.",
    busy: "Trop d’envois en ce moment. Rien n’a été gardé ; réessayez plus tard.",
  },
  how: {
    title: "Comment on mesure, et avec quelle précision",
    roundTrip: "Aller-retour",
    roundTripIs:
      "Quelques petites demandes, l’une après l’autre : celle du milieu, et l’étendue de la moitié centrale. Sur une liaison lente, les octets de la demande comptent aussi : jusqu’à 100 ms à 64 kbit/s.",
    loss: "Pertes",
    lossIs:
      "Les petites demandes qui ont échoué ou duré plus de 5 secondes. Un paquet perdu seul est répété par votre appareil et se voit comme une réponse lente.",
    speed: "Débit",
    speedIs:
      "Une courte salve dans chaque sens, chronométrée à l’arrivée. La marge est dite avec elle, 25 % au plus. Si la salve finit avant que la liaison soit pleine, comme sur les liaisons rapides à long aller-retour, nous disons « au moins ».",
    not: "Ce que cela ne dit pas",
    notIs:
      "C’est le chemin entre vous et ce serveur, en ce moment. Certains réseaux laissent passer une courte salve plus vite qu’un long téléchargement.",
  },
  kept: {
    title: "Ce qui est gardé",
    ofResult:
      "D’un résultat, nous gardons le mois, une cellule large de quelque 45 km, et les chiffres. Ni le jour, ni votre adresse sur le réseau, ni l’appareil, ni le nom d’un Wi-Fi. Votre navigateur tire un nombre au hasard et le garde ; nous n’en gardons qu’une empreinte avec la cellule et le mois, pour que deux cellules ou deux mois ne puissent être reliés, et nous l’effaçons le 8 du mois suivant.",
    enough: (browsers) =>
      `${count(browsers, {
        one: "Rien d’une cellule n’est publié avant que {n} navigateur ait mesuré dans un mois.",
        other:
          "Rien d’une cellule n’est publié avant que {n} navigateurs différents aient mesuré dans un mois.",
      })} Ensuite, seulement ensemble, et de nouveau seulement quand leur nombre a doublé ou que le mois se ferme.`,
    published: "Ce qui a été publié",
    protects:
      "Cela vous protège des lecteurs des données : on ne peut y lire aucun résultat seul. Cela ne vous protège pas de l’exploitant de ce serveur, qui pourrait voir votre adresse pendant la mesure, ni de qui se fait passer pour plusieurs navigateurs et fait ainsi publier des chiffres qui reposent sur moins de gens, ou des chiffres faux.",
  },
  list: {
    title: "Connexions mesurées",
    description:
      "Aller-retour et débit mesurés par les navigateurs des gens, par cellule et par mois, dès que cinq ont mesuré.",
    about:
      "Ce que les navigateurs des gens ont mesuré entre eux et ce serveur, par cellule et par mois, dès que cinq ont mesuré.",
    asTable: "En tableau",
    howExact: "Avec quelle précision",
    byCell: "Par cellule et par mois",
    nothing: "Rien n’est encore publié. [Vous pouvez être parmi les cinq premiers.]",
    label: "Toutes les cellules",
    caption: "La valeur médiane et, entre parenthèses, l’étendue de la moitié centrale",
    cell: "Cellule",
    month: "Mois",
    browsers: "Navigateurs",
    down: "Descendant, kbit/s",
    up: "Montant, kbit/s",
    latency: "Aller-retour, ms",
    unanswered: "Sans réponse",
    typed: (n) => `écrits à la main, en plus : ${n}`,
    around: "autour de {where}",
    tooFew: "trop peu",
    range: (low, high, n) => `(${low} à ${high} ; mesurés : ${n})`,
    atLeast: (n) => `au moins cela : ${n} d’entre eux`,
  },
};
