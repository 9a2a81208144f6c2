import type { Actor } from "../../shared/viewer/viewer.ts";

/** Staff of ga-mep, its manager, the manager of oh-mep, and the program office. */
export const STAFF: Actor = { role: "FIELD_STAFF", subject: "staff-1", center: "ga-mep" };
export const MANAGER: Actor = { role: "CENTER_MANAGER", subject: "boss-1", center: "ga-mep" };
export const ELSEWHERE: Actor = { role: "CENTER_MANAGER", subject: "boss-2", center: "oh-mep" };
export const OFFICE: Actor = { role: "PROGRAM_OFFICE", subject: "office-1" };
