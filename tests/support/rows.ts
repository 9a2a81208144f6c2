import type { EngagementRow, SmeRow } from "../../subgraphs/engagements/database/rows.ts";
import { newEngagement } from "../../subgraphs/engagements/engagement/new.ts";
import { newSme } from "../../subgraphs/engagements/sme/new.ts";

/** A public manufacturer whose name is its id. */
export function smeRow(id: string, more: Partial<SmeRow> = {}): SmeRow {
	return newSme({ id, name: id, visibility: "PUBLIC", ...more });
}

/** An approved, public engagement. */
export function engagementRow(
	id: string,
	more: Partial<EngagementRow> & { sme_id: string; kind: string },
	startedOn: string | null,
): EngagementRow {
	const known = { status: "APPROVED", visibility: "PUBLIC", source_document: "test" };
	return newEngagement({ id, logged_sme_id: more.sme_id, ...known, ...more }, startedOn);
}
