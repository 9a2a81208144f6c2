import type { Reader } from "../../../shared/database/reader-in.ts";
import type { SubgraphRow } from "../database/rows.ts";
import { ownershipRows } from "../partner/ownership-rows.ts";
import { partnerRows } from "../partner/queries.ts";
import { lastChanges, subgraphRows, waitingVersions } from "./queries.ts";

/** Why a version is not served any more. */
export type Withdrawal = {
	action: "ROLLED_BACK" | "SUSPENDED" | "WAITS";
	version: number | null;
	reason: string | null;
	by: string | null;
};

export type Withdrawals = {
	/** Subgraph → why its last version left the graph; absent where it is served. */
	byName: Map<string, Withdrawal>;
	/** Subgraph → types of other partners that it waits for. */
	waitsFor: Map<string, string[]>;
};

const suspended = (
	version: number | null,
	reason: string | null,
	by: string | null,
): Withdrawal => ({
	action: "SUSPENDED",
	version,
	reason,
	by,
});

/** Why subgraphs (all, or those named) are not served, or not in the version that was activated last. */
export async function withdrawals(reader: Reader, names?: readonly string[]): Promise<Withdrawals> {
	const rows = await subgraphRows(reader, names ? { names } : {});
	const [waiting, owned, partners, changes] = await Promise.all([
		waitingVersions(reader),
		ownershipRows(reader),
		partnerRows(reader),
		lastChanges(
			reader,
			rows.map(({ id }) => id),
		),
	]);
	const ownerOf = new Map(owned.map(({ id, partner_id }) => [id, partner_id]));
	const partnerOf = new Map(partners.map((row) => [row.id, row]));
	const waitsFor = new Map<string, string[]>();
	for (const { version, missing } of waiting.values()) waitsFor.set(version.subgraph, missing);

	function reasonOf(row: SubgraphRow): Withdrawal | undefined {
		const version = row.active_version ?? row.canary_version;
		if (row.status === "SUSPENDED") return suspended(version, row.status_reason, row.status_by);
		const partner = partnerOf.get(row.partner_id);
		if (partner?.status === "SUSPENDED") return suspended(version, partner.status_reason, null);
		const missing = waitsFor.get(row.id);
		if (missing) {
			const types = missing.map((type) => `${type}, which ${ownerOf.get(type)} does not serve now`);
			return { action: "WAITS", version, reason: `It extends ${types.join("; ")}`, by: null };
		}
		const last = changes.find(({ subgraph }) => subgraph === row.id);
		if (last?.action !== "rollBackSubgraph") return undefined;
		const { reason = null } = JSON.parse(last.detail) as { reason?: string };
		return { action: "ROLLED_BACK", version: last.version, reason, by: last.actor };
	}

	const byName = new Map<string, Withdrawal>();
	for (const row of rows) {
		const withdrawal = reasonOf(row);
		if (withdrawal) byName.set(row.id, withdrawal);
	}
	return { byName, waitsFor };
}

/** What a consumer of the graph is told of a subgraph that is not served. */
export function describeWithdrawal(withdrawal: Withdrawal | undefined): string {
	switch (withdrawal?.action) {
		case "ROLLED_BACK":
			return "was rolled back";
		case "SUSPENDED":
			return "is suspended";
		case "WAITS":
			return "waits for a subgraph that it extends";
		case undefined:
			return "is not served any more";
	}
}
