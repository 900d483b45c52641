/** The words of the fediverse's part of the desk, in Spanish. */
import { counting } from "../../../platform/words/counted.ts";
import type { Words } from "./en.ts";

const count = counting("es");

export const es: Words = {
  lang: "es",
  title: "El fediverso",
  lead: (handle) =>
    `Servidores de otra gente, donde las historias y los compromisos se siguen como ${handle}. Lo que se dice allí de algo de aquí espera en la cola de la conversación.`,
  off: "Esta campaña no habla con el fediverso: sus direcciones allí responden que no hay nada, y nada se envía.",
  notHere:
    "Otros servidores no pueden llegar a este: su dirección pública debe empezar por https y no tener ruta. La página de operación dice cómo.",
  turnOff: "Dejar de hablar con el fediverso",
  turnOn: "Hablar con el fediverso",
  held: "Retenido tras una restauración",
  heldIs: (n: number) =>
    count(n, {
      one: "{n} mensaje esperaba cuando se hizo la copia. Puede haber salido desde entonces.",
      other: "{n} mensajes esperaban cuando se hizo la copia. Pueden haber salido desde entonces.",
    }),
  heldSend: "Enviarlos; quien ya los tiene los reconoce",
  heldDrop: "Olvidarlos",
  do: "Hacer algo allí",
  address: "Dirección de una cuenta o de un mensaje, o un nombre como @amina@social.example",
  what: "Qué",
  deeds: {
    follow: "Seguir la cuenta",
    unfollow: "Dejar de seguirla",
    like: "Marcar que gusta",
    unlike: "Retirar que gusta",
    boost: "Pasar el mensaje a quienes nos siguen",
    unboost: "Retirar eso",
    fetch: "Traer el mensaje y su hilo a la cola",
  },
  doIt: "Hacerlo",
  noAddress:
    "Escriba la dirección de algo en otro servidor, o un nombre como @amina@social.example.",
  nobody: "Allí no se encontró a nadie ni nada. Revise la dirección, por favor.",
  failed: "No se pudo hacer ahora. Inténtelo en un minuto, por favor.",
  shut: "Dejados fuera",
  shutLead:
    "Silenciado: nada suyo se muestra. Bloqueado: nada suyo se recibe, ya no nos sigue, y una cuenta lo sabe por su servidor. Lo mostrado antes queda hasta que la cola lo retire.",
  who: "Dirección de una cuenta, o nombre de un servidor como social.example",
  how: "Cómo",
  muted: "silenciar",
  blocked: "bloquear",
  isMuted: "silenciado",
  isBlocked: "bloqueado",
  note: "Por qué, solo para la redacción",
  keepOut: "Dejar fuera",
  letIn: "Dejar entrar otra vez",
  shutNone: "No se deja fuera a nadie.",
  shutFull: "La lista está llena. Deje entrar primero a alguien.",
  servers: "Servidores que siguen",
  serversNone: "Nadie en otro servidor sigue todavía.",
  state: {
    open: "recibe lo que se envía",
    resting: "descansa tras fallos",
    dead: "ya no se le escribe",
  },
  followers: (n) => count(n, { one: "{n} seguidor", other: "{n} seguidores" }),
  waits: (n) => count(n, { one: "espera {n} mensaje", other: "esperan {n} mensajes" }),
  again: (when) => `próximo intento ${when}`,
  following: "A quién seguimos",
  followingNone: "No seguimos a nadie.",
  asked: "pedido",
  accepted: "seguido",
  refused: "se negó",
  speaks: "Qué hablamos",
  speaksWhat:
    "ActivityPub con WebFinger, NodeInfo 2.1 y firmas de ambos tipos (RFC 9421 y draft-cavage-12). Las historias y los compromisos son artículos; los comentarios hechos aquí, notas. FEDERATION.md, en la carpeta del programa, dice el resto.",
};
