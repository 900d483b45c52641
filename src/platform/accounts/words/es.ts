/** What stands around every page of the desk, in Spanish. */
import type { DoorWords } from "./en.ts";

export const es: DoorWords = {
  lang: "es",
  desk: "Redacción",
  parts: {
    "/desk": "Redacción",
    "/desk/queue": "Cola",
    "/desk/conversation": "Conversación",
    "/desk/stories": "Historias",
    "/desk/media": "Medios",
    "/desk/calendar": "Calendario",
    "/desk/plans": "Planes",
    "/desk/events": "Eventos",
    "/desk/updates": "Correo",
    "/desk/room": "Sala de la etiqueta",
    "/desk/fediverse": "Fediverso",
    "/desk/letter": "Carta abierta",
    "/desk/counts": "Recuentos",
    "/desk/settings": "Ajustes",
    "/desk/accounts": "Cuentas",
    "/desk/me": "Usted",
  },
  foot: "Página de la redacción: nada de lo que hay aquí es público.",
  closed: "Aquí no",
  notDone: "No se hizo nada",
  why: {
    role: "Su cuenta no tiene esta parte de la redacción. Un propietario puede dársela.",
    foreign:
      "Este formulario no vino de nuestra página, así que no se hizo nada. Abra de nuevo la redacción.",
    unread:
      "No se pudo leer este formulario, así que no se hizo nada. Vuelva atrás y envíelo otra vez.",
    long: "Este formulario contiene más de lo que se admite, así que no se hizo nada. Vuelva atrás, escriba menos y envíelo otra vez.",
  },
  toDesk: "A la redacción",
};
