/** The words of moderation that everybody reads, in Spanish. */
import type { PublicWords } from "./en.ts";

export const es: PublicWords = {
  lang: "es",
  rules: {
    title: "Cómo hablamos aquí",
    lead: "Cualquiera puede decir algo, sin cuenta y con cualquier nombre. Lo lee gente de esta campaña.",
    how: "Lo que pedimos",
    asks: [
      "Hable de lo que la gente dice y hace, no contra lo que es.",
      "Deje en paz la vida privada de los demás: ni direcciones, ni números, nada a lo que alguien no haya dado su acuerdo. Esto vale sobre todo para las personas que retratan nuestras historias.",
      "Diga de dónde viene algo cuando a otras personas les podría hacer daño.",
      "No venda cosas, ni diga lo mismo una y otra vez.",
      "Escriba en cualquier idioma.",
    ],
    who: "Quién decide",
    decides:
      "Gente de esta campaña lee lo que llega, lo más antiguo primero. Ninguna máquina decide qué es bueno: una máquina solo dice dónde mirar, rechaza palabras y enlaces de una lista, y hace más lento un hilo cuando llega mucho a la vez. Deciden dos personas cuando alguien pidió un segundo par de ojos, y cuando una palabra de una lista está junto al nombre de alguien retratado.",
    sections: "Qué se lee primero",
    section: {
      stories: "Bajo las historias",
      pledges: "Bajo los compromisos",
      topics: "Sobre los temas",
      room: "Con la etiqueta",
    },
    rule: {
      first: "todo se lee antes de mostrarse",
      trusted:
        "lo de quien ya se leyó varias veces se muestra enseguida; todo lo demás se lee primero",
      closed: "por ahora no se recibe nada más",
    },
    why: "Por qué algo no se muestra",
    whyLead:
      "Quien lo dijo lee cuál de estas razones fue, o la razón con nuestras propias palabras:",
    appeal: "Si usted lo ve de otra manera",
    appealHow:
      "Cada comentario tiene una dirección secreta, que se muestra al enviarlo. Allí quien lo escribió lee si se muestra y por qué no, lo cambia, lo retira, y pide una vez otra mirada. Entonces decide otra persona que la que lo rechazó. Donde modera una sola persona, esa lo vuelve a leer otro día.",
    wrong: "Si algo de lo que se muestra aquí está mal",
    wrongHow:
      "Bajo cada comentario está «Aquí hay algo mal». No hace falta cuenta. Por muchos que lo denuncien, decide una persona: muchas denuncias lo ponen al principio de la lista, y no retiran nada por sí mismas, porque sería una manera de hacer callar a la gente.",
    slow: "Cuando se dice mucho a la vez",
    slowHow:
      "Cuando llega diez veces más de lo habitual, un hilo recibe de cada lugar un comentario por cuarto de hora, todo se lee primero, y el hilo lo dice. Termina solo.",
    numbers: "[Lo que llegó, lo que se mostró y lo que no], en números.",
  },
  numbers: {
    title: "La conversación en números",
    lead: "Lo que llegó, lo que se mostró y lo que no, y por qué: por mes y por procedencia. No se dan números pequeños, para que nadie pueda ser reconocido por ellos.",
    none: "Todavía no se ha contado nada.",
    few: "menos de 5",
    from: "De dónde llegó",
    came: {
      web: "por formulario",
      voice: "por voz o señas",
      hub: "de un nodo",
      fediverse: "fediverso",
      link: "enlaces",
    },
    what: {
      came: "llegaron",
      shown: "mostrados",
      refused: "no mostrados",
      taken: "retirados",
      appealed: "pidieron otra mirada",
      upheld: "quedaron así",
      overturned: "mostrados al final",
    },
    reasons: "Por qué no",
    own: "con palabras de quien modera",
    fresh: "Se cuenta de nuevo después de cada decisión de la redacción y cada hora.",
    rules: "[Cómo hablamos aquí, y quién decide]",
  },
  report: {
    title: "Aquí hay algo mal",
    lead: "Una persona de esta campaña lee lo que usted escribe. De usted no se guarda nada.",
    about: "Se trata de:",
    somebody: "Alguien",
    reason: "¿Qué está mal?",
    reasons: {
      unkind: "Ataca a alguien",
      person: "Trata de alguien que no ha dado su acuerdo",
      danger: "Podría hacer daño a personas",
      sells: "Vende o anuncia algo",
      other: "Otra cosa",
    },
    text: "¿Quiere decir más? (puede quedar vacío)",
    send: "Enviar",
    reasonExpected: "Diga qué está mal: elija uno.",
    textExpected: (most) => `Escriba ${most} caracteres como máximo.`,
    busy: "Llegaron tantas denuncias en esta hora que no se reciben más. Envíela otra vez más tarde, por favor.",
    full: "La redacción tiene más por leer de lo que puede. Inténtelo dentro de unos días, por favor.",
    lost: "Lo que quiere denunciar ya no se muestra aquí.",
    thanks: "Gracias. Una persona lo va a mirar.",
    rules: "[Cómo hablamos aquí, y quién decide]",
  },
};
