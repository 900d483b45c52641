/** The words of the second factor, in French. */
import type { SecondWords } from "./en.ts";

export const fr: SecondWords = {
  lang: "fr",
  title: "Une seconde preuve",
  prove:
    "Vous êtes entré avec un code PIN ou un lien par courriel. Montrez, s’il vous plaît, une seconde preuve que c’est vous.",
  ask: "Votre rôle entre avec une seconde preuve, en plus d’un code PIN ou d’un lien par courriel : une clé d’accès, ou les codes d’une application. Vous n’en avez pas encore, et un code PIN ou un courriel seul ne peut pas en ajouter. Demandez un nouveau lien à un propriétaire : il vous fait entrer, et vous en ajoutez une sur la page « Vous ».",
  code: "Code de votre application, ou code de secours",
  troubles: {
    code: "Ce code ne vaut pas, a déjà servi, ou il y a eu cinq essais faux : attendez alors un quart d’heure, s’il vous plaît.",
    busy: "Tant de gens entrent en ce moment que votre code n’a pas été regardé. Réessayez dans un instant, s’il vous plaît.",
  },
  lost: "Rien sous la main ? Un nouveau lien d’un propriétaire vous fait entrer sans elle.",
  roles: "Ces rôles entrent avec une seconde preuve",
  rolesHint:
    "Un code PIN ou un lien par courriel ne suffit alors plus : une clé d’accès ou les codes d’une application sont aussi demandés. Qui n’en a pas encore a besoin d’un nouveau lien de vous, entre avec lui et en ajoute une.",
  set: "Enregistrer ces rôles",
  ownFirst:
    "Ajoutez d’abord une clé d’accès ou des codes à vous, sur la page « Vous » : il est alors sûr qu’ils fonctionnent ici, et personne n’est mis dehors.",
  has: "a une seconde preuve",
  reset: "Supprimer clés d’accès et codes",
  resetHint:
    "Pour quelqu’un dont le téléphone est perdu : les clés d’accès et les codes de ce compte ne valent plus, et toutes ses connexions prennent fin. Faites ensuite un nouveau lien.",
  codes: "Codes d’une application",
  codesHint:
    "Une application de votre téléphone montre six chiffres, nouveaux toutes les trente secondes, sans aucun réseau. Ils sont demandés après un code PIN ou un lien par courriel.",
  codesSet: "Mettre en place les codes",
  since: (day, left) => `Mis en place le ${day}. Codes de secours restants : ${left}`,
  codesNew: "Faire de nouveaux codes de secours",
  codesRemove: "Supprimer les codes",
  codesRemoved: "Les codes sont supprimés. Toutes vos autres connexions ont pris fin.",
  scan: "Scannez ceci avec une application de codes à usage unique, ou tapez-y la clé.",
  key: "Clé",
  open: "Ouvrir l’application sur cet appareil",
  now: "Les six chiffres que l’application montre maintenant",
  confirm: "Confirmer",
  wrong:
    "Ce ne sont pas les chiffres de cet instant. L’horloge de votre téléphone est-elle juste ? Attendez les suivants.",
  backups: "Vos dix codes de secours",
  backupsHint:
    "Chacun fait entrer une fois à la place de l’application. Ils sont montrés maintenant et plus jamais : notez-les, et gardez-les loin de votre téléphone. Les anciens ne valent plus.",
};
