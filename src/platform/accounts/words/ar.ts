/** What stands around every page of the desk, in Arabic. */
import type { DoorWords } from "./en.ts";

export const ar: DoorWords = {
  lang: "ar",
  desk: "مكتب التحرير",
  parts: {
    "/desk": "مكتب التحرير",
    "/desk/queue": "الانتظار",
    "/desk/conversation": "الحوار",
    "/desk/stories": "القصص",
    "/desk/media": "أفلام وأصوات",
    "/desk/calendar": "التقويم",
    "/desk/plans": "الخطط",
    "/desk/events": "اللقاءات",
    "/desk/updates": "البريد",
    "/desk/room": "غرفة الوسم",
    "/desk/fediverse": "الفديفرس",
    "/desk/letter": "الرسالة المفتوحة",
    "/desk/counts": "الأعداد",
    "/desk/settings": "الإعدادات",
    "/desk/accounts": "الحسابات",
    "/desk/me": "أنت",
  },
  foot: "صفحة من مكتب التحرير: لا شيء فيها منشور.",
  closed: "ليس هنا",
  notDone: "لم يُفعل شيء",
  why: {
    role: "ليس لحسابك هذا القسم من المكتب. يستطيع مالك أن يمنحك إياه.",
    foreign: "لم تأتِ هذه الاستمارة من صفحتنا، فلم يُفعل شيء. افتح المكتب من جديد.",
    unread: "تعذّرت قراءة هذه الاستمارة، فلم يُفعل شيء. ارجع وأرسلها مرة أخرى.",
    long: "في هذه الاستمارة أكثر مما يُقبل، فلم يُفعل شيء. ارجع واكتب أقل ثم أرسلها مرة أخرى.",
  },
  toDesk: "إلى المكتب",
};
