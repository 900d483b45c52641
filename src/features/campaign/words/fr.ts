/** The words of the front page and of the pages that invite, in French. */
import { counting } from "../../../platform/words/counted.ts";
import type { CampaignWords } from "./en.ts";

const count = counting("fr");

export const fr: CampaignWords = {
  lang: "fr",
  doors: {
    tell: {
      name: "Raconter",
      short:
        "Par écrit, de vive voix ou en langue des signes, dans votre langue. Votre histoire, ou celle d’un voisin avec son accord.",
      say: "Ce qui s’est passé, comme vous le diriez à un voisin ; où ; qui y paraît, et que chacun a donné son accord. Un message vocal ou une vidéo en langue des signes vaut un texte.",
    },
    ask: {
      name: "Demander une connexion",
      short: "Pour une école, un dispensaire, une rue. Le lieu suffit pour commencer.",
      say: "Quel lieu, pour qui, et comment vous répondre. Le nom du lieu suffit pour commencer.",
    },
    offer: {
      name: "Prêter un toit, du temps ou du matériel",
      short: "Un toit avec vue est peut-être ce qu’attend une vallée.",
      say: "Ce que vous pouvez donner et où : un toit ou une colline avec vue, un samedi, un routeur de réserve. Les petites choses comptent.",
    },
    join: {
      name: "Devenir partenaire",
      short: "Opérateurs, réseaux communautaires, ONG, agences, écoles.",
      say: "Qui vous êtes et ce que vous faites. Vous gardez votre nom, vos mots et votre clé ; partir tient en une ligne.",
    },
    measure: {
      name: "Mesurer une liaison",
      short: "Le lieu rejoint les données ouvertes, pas vous.",
      say: "Le lieu, le jour, le débit, et avec quoi vous l’avez mesuré. Votre nom n’est pas nécessaire.",
    },
    figure: {
      name: "Envoyer un chiffre",
      short: "Une preuve, une correction, un chiffre final : daté et conservé.",
      say: "Le chiffre, la date dont il parle, qui le donne, et où on peut le lire. Une correction se place à côté de ce qu’elle corrige.",
    },
  },
  front: {
    wantedStory: "À raconter : le premier récit",
    leads: "Il ouvrira cette page. Racontez le vôtre, ou celui d’un voisin avec son accord.",
    read: "Lire le récit",
    sources: (n) => count(n, { one: "{n} source", other: "{n} sources" }),
    photo: "Photo",
    film: "Film",
    wanted: "bienvenu",
    upTo: "jusqu’à 3 Mo",
    captions: "avec ses sous-titres",
    signWanted: "vidéo en langue des signes bienvenue",
    globe: (place) => `Globe : une ligne part du bord de la page et atteint ${place}.`,
    portrait: "Portrait bienvenu. Le globe le remplace tant qu’il n’y en a pas avec accord.",
    doGood: "Agir",
    allDoGood: "Tous les programmes, demandes, offres et lieux",
    tellTheWorld: "Le dire au monde",
    tellYours: "À raconter : le vôtre",
    allStories: "Tous les récits",
    pledges: "Engagements",
    goal: "Le but : {goal}",
    aim: "L’objectif : {metric}, du {from} au {by}.",
    saidBy: "déclaré par l’auteur, {who}",
    begins:
      "Le compte commence avec un engagement de nouvelles connexions. [Le vôtre peut être le premier.]",
    sameForm:
      "Des engagements de qui veut, dans la même forme et les mêmes mots. Hachuré : dit par l’auteur ou par un tiers. Demi-teinte : déposé pour que d’autres vérifient. Plein : signé ici par quelqu’un d’autre que l’auteur.",
    history: "Pour l’histoire, sans l’ajouter :",
    wantedPledge: "À prendre : le premier engagement",
    allPledges: (n) =>
      count(n, {
        one: "L’engagement",
        many: "Les {n} d’engagements",
        other: "Les {n} engagements",
      }),
    ledger: "Le registre",
    conversation: "Conversation",
    join: "Prenez part",
    joinWith: (hashtag) => `Prenez part, avec ${hashtag}`,
    takePart: "Participer",
  },
  takePart: {
    about:
      "Raconter, demander une connexion, prêter un toit, du temps ou du matériel, devenir partenaire, mesurer, envoyer un chiffre.",
    promise: "Rien de ce que vous envoyez n’est publié sans avoir été lu et sans votre accord.",
    onPage: "Sur cette page",
    reach: "Comment nous joindre aujourd’hui",
    form: "Ouvrir le formulaire",
    measureNow: "Mesurer maintenant",
    choosePledge: "Choisir l’engagement",
    write: "Écrire",
    takeBack:
      "Vous choisissez le nom sous lequel vous paraissez. Vous pouvez retirer à tout moment ce que vous avez envoyé : le texte disparaît, et le journal garde que quelque chose a été retiré.",
    byMail: "par courriel, dans n’importe quelle langue",
    inPublic: "en public, depuis n’importe quel réseau",
    operator: "Qui tient ce site",
    imprint: "nommé dans les mentions légales",
    inPerson: "De vive voix, sur papier, par un voisin",
    passedOn: "qui vous a apporté cette page peut transmettre",
  },
  about: {
    partOne: "Première partie : agir",
    programmes: "Programmes, demandes et offres",
    partTwo: "Seconde partie : le dire au monde",
    links: "[Récits], [engagements], [conversation]",
  },
  privacy: {
    title: "Vie privée",
    summary: "Lire ne laisse pas de trace ici.",
    reading: "Quand vous lisez",
    readingIs: [
      "Aucun cookie n’est posé, et aucun script n’est nécessaire.",
      "Votre navigateur n’interroge qu’un serveur, celui-ci : aucune requête à un tiers, aucune police à charger, aucun compteur venu d’ailleurs.",
      "Votre adresse réseau sert à vous envoyer la page et n’est pas gardée. Rien n’est conservé sur qui lit.",
      "Photos, sons et films viennent quand vous les demandez ; leur poids est sur le bouton.",
    ],
    people: "Les personnes des récits",
    peopleAre:
      "Les personnes sont nommées dans un rôle public attesté par une source, ou de leur propre accord : pour quoi, dans quelles langues, jusqu’à quand. Quand un accord prend fin, ce qu’il couvrait n’est plus montré.",
    takingBack: "Retirer quelque chose",
    takingBackIs:
      "Ce qui est effacé disparaît de ce site ; le journal garde que quelque chose s’y trouvait et a été retiré. Pour faire effacer quelque chose, [joignez-nous ici].",
    elsewhere: "Ailleurs",
    elsewhereIs:
      "Une source ou un film sur un autre site suit les règles de ce site. Qui tient cette copie peut placer devant elle d’autres serveurs, qui ont leurs propres règles.",
  },
  press: {
    title: "Presse",
    about: "Ce que c’est, comment le citer, et des images à emporter.",
    description: (name) => `${name} : textes, chiffres, images.`,
    ownWords: "Dans ses propres mots",
    imprint: "Qui tient cette copie est nommé dans les [mentions légales].",
    contact: "Contact : {contact}",
    figures: (stories, places, day) =>
      `Récits : ${stories} ; lieux sur la carte de la première page : ${places} ; état au ${day}. Chaque chiffre ci-dessus mène à ses sources.`,
    cite: "Comment citer",
    citeIs:
      "Auteur de la page, « titre de la page », {name}, le jour de sa publication, son adresse, le jour où vous l’avez lue. Pour un chiffre : qui le dit, quel jour, de quelle date il parle, et son état.",
    data: "Données, licence et une adresse pour chaque enregistrement",
    cards: "Images à emporter",
    cardsAre:
      "Dessinées à partir de données publiques sur les terres et des mots de la campagne ; 30 ko au plus chacune.",
    mark: "Le signe",
    cardWords: {
      "wide-day": "Large, de jour",
      "wide-night": "Large, de nuit",
      "square-day": "Carré, de jour",
      "square-night": "Carré, de nuit",
    },
  },
};
