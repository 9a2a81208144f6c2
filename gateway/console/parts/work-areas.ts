import { LOGGERS } from "../session/last-viewer.ts";
import type { SignedIn } from "../session/states.ts";
import type { MessageId } from "../words/ids.ts";
import { PATHS } from "./paths.ts";

type Role = SignedIn["role"];

type WorkArea = {
	to: (typeof PATHS)[keyof typeof PATHS];
	title: MessageId;
	/** Who has something to do there. The hub decides by its own policy what they may do. */
	roles: readonly Role[];
};

const ANSWERABLE: readonly Role[] = ["CENTER_MANAGER", "PROGRAM_OFFICE"];

/** Where those who log records, and those who answer for them, do so; in the order in which they are listed. */
const WORK_AREAS: readonly WorkArea[] = [
	{ to: PATHS.work, title: "work.title", roles: LOGGERS },
	{ to: PATHS.approvals, title: "work.approvals", roles: ["CENTER_MANAGER"] },
	{ to: PATHS.quarters, title: "work.quarters", roles: ANSWERABLE },
	{ to: PATHS.releases, title: "work.releases", roles: ["PROGRAM_OFFICE"] },
	{ to: PATHS.reportOutcomes, title: "work.outcomes", roles: LOGGERS },
	{ to: PATHS.verify, title: "work.verify", roles: ["PROGRAM_OFFICE"] },
	{ to: PATHS.duplicates, title: "work.duplicates", roles: ANSWERABLE },
	{ to: PATHS.memberships, title: "work.memberships", roles: ANSWERABLE },
	{ to: PATHS.import, title: "work.import", roles: [...LOGGERS, "PROGRAM_OFFICE"] },
	{ to: PATHS.grants, title: "work.grants", roles: ["PROGRAM_OFFICE", "HUB_ADMIN"] },
];

/** The work pages of somebody. */
export const workAreasOf = (viewer: SignedIn | undefined): readonly WorkArea[] =>
	WORK_AREAS.filter(({ roles }) => viewer && roles.includes(viewer.role));
