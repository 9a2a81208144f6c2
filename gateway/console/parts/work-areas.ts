import { LOGGERS } from "../session/last-viewer.ts";
import type { SignedIn } from "../session/states.ts";
import type { MessageId } from "../words/ids.ts";
import { PATHS } from "./paths.ts";

type WorkArea = {
	to: (typeof PATHS)[keyof typeof PATHS];
	title: MessageId;
	/** Who has something to do there. The hub decides by its own policy what they may do. */
	roles: readonly SignedIn["role"][];
};

/** Where those who log records, and those who answer for them, do so; in the order in which they are listed. */
const WORK_AREAS: readonly WorkArea[] = [
	{ to: PATHS.work, title: "work.title", roles: LOGGERS },
	{ to: PATHS.reportOutcomes, title: "work.outcomes", roles: LOGGERS },
	{ to: PATHS.verify, title: "work.verify", roles: ["PROGRAM_OFFICE"] },
	{ to: PATHS.quarters, title: "work.quarters", roles: ["CENTER_MANAGER", "PROGRAM_OFFICE"] },
	{ to: PATHS.releases, title: "work.releases", roles: ["PROGRAM_OFFICE"] },
	{ to: PATHS.duplicates, title: "work.duplicates", roles: ["CENTER_MANAGER", "PROGRAM_OFFICE"] },
	{ to: PATHS.memberships, title: "work.memberships", roles: ["CENTER_MANAGER", "PROGRAM_OFFICE"] },
	{ to: PATHS.approvals, title: "work.approvals", roles: ["CENTER_MANAGER"] },
];

/** The work pages of somebody. */
export const workAreasOf = (viewer: SignedIn | undefined): readonly WorkArea[] =>
	WORK_AREAS.filter(({ roles }) => viewer && roles.includes(viewer.role));
