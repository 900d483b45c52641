/** The words of moderation that everybody reads, in French. */
import type { PublicWords } from "./en.ts";

export const fr: PublicWords = {
  lang: "fr",
  rules: {
    title: "Comment nous parlons ici",
    lead: "Tout le monde peut dire quelque chose, sans compte et sous n’importe quel nom. Des gens de cette campagne le lisent.",
    how: "Ce que nous demandons",
    asks: [
      "Parlez de ce que les gens disent et font, non contre ce qu’ils sont.",
      "Laissez la vie privée des autres tranquille : ni adresses, ni numéros, rien à quoi quelqu’un n’a pas consenti. Cela vaut avant tout pour les personnes dont nos récits font le portrait.",
      "Dites d’où vient une chose quand d’autres pourraient en souffrir.",
      "Ne vendez rien, et ne redites pas la même chose sans cesse.",
      "Écrivez dans n’importe quelle langue.",
    ],
    who: "Qui décide",
    decides:
      "Des gens de cette campagne lisent ce qui arrive, le plus ancien d’abord. Aucune machine ne décide de ce qui est bon : une machine dit seulement où regarder, refuse les mots et les liens d’une liste, et ralentit un fil quand il vient beaucoup de choses à la fois. Deux personnes décident quand quelqu’un a demandé une seconde paire d’yeux, et quand un mot d’une liste se trouve à côté du nom d’une personne dont un récit fait le portrait.",
    sections: "Ce qui est lu d’abord",
    section: {
      stories: "Sous les récits",
      pledges: "Sous les engagements",
      topics: "Sur les thèmes",
      room: "Avec le mot-dièse",
    },
    rule: {
      first: "tout est lu avant d’être affiché",
      trusted: "qui a été lu plusieurs fois est affiché aussitôt ; tout le reste est lu d’abord",
      closed: "rien de plus n’est pris pour le moment",
    },
    why: "Pourquoi quelque chose n’est pas affiché",
    whyLead:
      "Qui l’a dit lit laquelle de ces raisons c’était, ou la raison avec nos propres mots :",
    appeal: "Si vous voyez cela autrement",
    appealHow:
      "Chaque commentaire a une adresse secrète, montrée quand il est envoyé. Qui l’a écrit y lit s’il est affiché et pourquoi il ne l’est pas, le change, le retire, et demande une fois un autre regard. C’est alors quelqu’un d’autre qui décide que la personne qui l’a refusé. Là où une seule personne modère, elle le relit un autre jour.",
    wrong: "Si quelque chose d’affiché ici ne va pas",
    wrongHow:
      "Sous chaque commentaire se trouve « Quelque chose ne va pas ici ». Il n’y faut pas de compte. Quel que soit le nombre de signalements, une personne décide : beaucoup de signalements le mettent en haut de la liste, et ne retirent rien d’eux-mêmes, car ce serait un moyen de faire taire des gens.",
    slow: "Quand il se dit beaucoup à la fois",
    slowHow:
      "Quand il vient dix fois plus que d’habitude, un fil prend de chaque endroit un commentaire par quart d’heure, tout est lu d’abord, et le fil le dit. Cela finit de soi-même.",
    numbers: "[Ce qui est venu, ce qui a été affiché et ce qui ne l’a pas été], en chiffres.",
  },
  numbers: {
    title: "La conversation en chiffres",
    lead: "Ce qui est venu, ce qui a été affiché et ce qui ne l’a pas été, et pourquoi : par mois et par provenance. Les petits nombres ne sont pas donnés, pour que personne ne puisse y être reconnu.",
    none: "Rien n’a encore été compté.",
    few: "moins de 5",
    from: "D’où c’est venu",
    came: {
      web: "par formulaire",
      voice: "par la voix ou en signes",
      hub: "d’un relais",
      fediverse: "fédivers",
      link: "liens",
    },
    what: {
      came: "venus",
      shown: "affichés",
      refused: "non affichés",
      taken: "retirés",
      appealed: "ont demandé un autre regard",
      upheld: "décision gardée",
      overturned: "affichés après tout",
    },
    reasons: "Pourquoi pas",
    own: "avec les mots d’un modérateur",
    fresh: "Compté à nouveau après chaque décision de la rédaction et chaque heure.",
    rules: "[Comment nous parlons ici, et qui décide]",
  },
  report: {
    title: "Quelque chose ne va pas ici",
    lead: "Une personne de cette campagne lit ce que vous écrivez. Rien n’est gardé de vous.",
    about: "Il s’agit de :",
    somebody: "Quelqu’un",
    reason: "Qu’est-ce qui ne va pas ?",
    reasons: {
      unkind: "Cela s’en prend à quelqu’un",
      person: "Cela parle de quelqu’un qui n’y a pas consenti",
      danger: "Cela pourrait nuire à des gens",
      sells: "Cela vend quelque chose ou en fait la publicité",
      other: "Autre chose",
    },
    text: "Voulez-vous en dire plus ? (peut rester vide)",
    send: "Envoyer",
    reasonExpected: "Dites ce qui ne va pas : choisissez-en un.",
    textExpected: (most) => `Écrivez au plus ${most} caractères.`,
    busy: "Tant de signalements sont venus cette heure-ci que rien de plus n’est pris. Renvoyez-le plus tard, s’il vous plaît.",
    full: "La rédaction a plus à lire qu’elle ne peut. Réessayez dans quelques jours, s’il vous plaît.",
    lost: "Ce que vous voulez signaler n’est plus affiché ici.",
    thanks: "Merci. Une personne va le regarder.",
    rules: "[Comment nous parlons ici, et qui décide]",
  },
};
