import type { Actor } from "../../../shared/viewer/viewer.ts";

const INITIAL_STATES = {
	FIELD_STAFF: { status: "SUBMITTED", visibility: "CONFIDENTIAL" },
	CENTER_MANAGER: { status: "APPROVED", visibility: "CONFIDENTIAL" },
	PROGRAM_OFFICE: { status: "APPROVED", visibility: "PUBLIC" },
} as const;

/** Status and visibility of imported records; what the program office imports was published. */
export const initialStateOf = (actor: Actor) =>
	INITIAL_STATES[actor.role as keyof typeof INITIAL_STATES];
