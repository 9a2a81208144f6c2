import {
	type Database,
	type DatabaseDefinition,
	openDatabase,
	type Storage,
} from "../../../shared/database/database.ts";
import { LoadedSeeds1700000008000, LoadedSeedsRow } from "../../../shared/database/loaded-seeds.ts";
import { BatchRow } from "./batch-row.ts";
import { ImportFailedRowRow, ImportPartRow } from "./import-part-rows.ts";
import { Engagements1700000000000 } from "./migrations.ts";
import { About1700000007000 } from "./migrations-about.ts";
import { Batches1700000004000 } from "./migrations-batches.ts";
import { BulkWrites1700000006500 } from "./migrations-bulk-writes.ts";
import { DistinctPairs1700000007000 } from "./migrations-distinct-pairs.ts";
import { ImportParts1700000007500 } from "./migrations-import-parts.ts";
import { Late1700000003000 } from "./migrations-late.ts";
import { MatchNames1700000005000 } from "./migrations-match-names.ts";
import { Memberships1700000002000 } from "./migrations-memberships.ts";
import { Records1700000001000 } from "./migrations-records.ts";
import { Releases1700000006000 } from "./migrations-releases.ts";
import { Tokens1700000004500 } from "./migrations-tokens.ts";
import { QuarterRow, RequestRow, RevisionRow } from "./record-rows.ts";
import {
	ClosedQuarterRow,
	PreviewBasisRow,
	PreviewTableRow,
	ReleaseBasisRow,
	ReleasePreviewRow,
	ReleaseRow,
	ReleaseTableRow,
} from "./release-rows.ts";
import {
	DatasetRow,
	DistinctPairRow,
	EngagementRow,
	MembershipRow,
	OutcomeClaimRow,
	OutcomeCoverRow,
	OutcomeRow,
	SmeIdentifierRow,
	SmeRow,
} from "./rows.ts";

/** Its tables, and how they came about. */
export const ENGAGEMENTS_DATABASE: DatabaseDefinition = {
	name: "engagements",
	// In an order in which foreign keys allow them to be filled.
	rows: [
		SmeRow,
		SmeIdentifierRow,
		DistinctPairRow,
		EngagementRow,
		MembershipRow,
		OutcomeRow,
		OutcomeClaimRow,
		OutcomeCoverRow,
		DatasetRow,
		RevisionRow,
		RequestRow,
		QuarterRow,
		BatchRow,
		ImportPartRow,
		ImportFailedRowRow,
		ClosedQuarterRow,
		ReleaseRow,
		ReleaseTableRow,
		ReleaseBasisRow,
		ReleasePreviewRow,
		PreviewTableRow,
		PreviewBasisRow,
		LoadedSeedsRow,
	],
	migrations: [
		Engagements1700000000000,
		Records1700000001000,
		Memberships1700000002000,
		Late1700000003000,
		Batches1700000004000,
		Tokens1700000004500,
		MatchNames1700000005000,
		Releases1700000006000,
		BulkWrites1700000006500,
		DistinctPairs1700000007000,
		About1700000007000,
		ImportParts1700000007500,
		LoadedSeeds1700000008000,
	],
};

export function openEngagementsDatabase(options: Storage): Promise<Database> {
	return openDatabase({ ...options, ...ENGAGEMENTS_DATABASE });
}
