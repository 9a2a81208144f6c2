import { ApprovalChoicesDocument, ApprovalsDocument } from "../../graphql/graphql.ts";
import { ask, askPages } from "../../graphql/query.ts";
import type { Search } from "../../parts/view-address.ts";
import { hubNow } from "../../session/session.ts";
import { WAITING, waitingWhere } from "./address.ts";

/** Rows that are asked at once. */
const ROWS = 50;

/** What waits, the earliest visit first. */
export const pagesOf = (says: Readonly<Search>) =>
	askPages(
		ApprovalsDocument,
		{ where: waitingWhere(says, hubNow()), first: ROWS },
		({ engagements }) => engagements.pageInfo,
	);

/** Who logged what waits, and for whom. */
export const CHOICES = ask(ApprovalChoicesDocument, { where: WAITING });
