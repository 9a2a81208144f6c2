import { setTimeout as sleep } from "node:timers/promises";
import type { Storage } from "../../shared/database/database.ts";
import { createLog } from "../../shared/log.ts";
import type { Subgraph, SubgraphClient } from "../../shared/subgraph/subgraph.ts";
import { createSubgraphClient } from "../../shared/subgraph/subgraph-client.ts";
import { PUBLIC, type Viewer } from "../../shared/viewer/viewer.ts";
import { openEngagements } from "../../subgraphs/engagements/subgraph.ts";
import { openInstitutes } from "../../subgraphs/institutes/subgraph.ts";
import { openMep } from "../../subgraphs/mep/subgraph.ts";

const OFFICE: Viewer = { role: "PROGRAM_OFFICE", subject: "bench" };
const POLL_MS = 50;

export type Quarter = { fiscalYear: number; quarter: number };

export type Preview = {
	status: "COMPUTING" | "READY" | "REFUSED";
	preview: string | null;
	tables: Array<{ table: string; published: number; suppressed: number; empty: number }> | null;
	suppressed: Array<{ reason: string; cells: number }> | null;
	shareOfCellsSuppressed: number | null;
	shareOfRecordsSuppressed: number | null;
	audited: number | null;
	refusals: Array<{ code: string; message: string }>;
};

/** The subgraphs of a data folder, as the program office and the public ask them. */
export type ReleasesHub = {
	engagements: Subgraph;
	/** The answer to the public; throws the first error. */
	asPublic<T>(query: string, variables?: Record<string, unknown>): Promise<T>;
	close(quarter: Quarter): Promise<void>;
	/** The finished preview of quarters, null for all that are closed. */
	preview(quarters: Quarter[] | null): Promise<Preview>;
	/** Publishes a preview; the id of the release. */
	publish(preview: string): Promise<string>;
	end(): Promise<void>;
};

const PREVIEW = `query($quarters: [FiscalQuarterInput!]) { previewRelease(quarters: $quarters) {
	status preview tables { table published suppressed empty } suppressed { reason cells }
	shareOfCellsSuppressed shareOfRecordsSuppressed audited refusals { code message } } }`;

export async function openReleasesHub(storage: Storage): Promise<ReleasesHub> {
	const open = new Map<string, Subgraph>();
	const ask: SubgraphClient = createSubgraphClient(async (name, request) => {
		const subgraph = open.get(name);
		if (!subgraph) throw new Error(`${name} is not open`);
		return subgraph.execute(request);
	});
	const log = createLog("warn");
	const { dataDir } = storage;
	open.set("institutes", await openInstitutes({ dataDir, log, ask }));
	open.set("mep", await openMep({ dataDir, log, ask }));
	const engagements = await openEngagements({ ...storage, log, ask });
	open.set("engagements", engagements);

	async function as<T>(viewer: Viewer, query: string, variables: Record<string, unknown>) {
		const request = { query, variables, viewer, requestId: "bench" };
		const { data, errors } = await engagements.execute(request);
		if (errors?.[0]) throw errors[0];
		return data as T;
	}
	return {
		engagements,
		asPublic: (query, variables = {}) => as(PUBLIC, query, variables),
		async close(quarter) {
			await as(
				OFFICE,
				"mutation($fiscalYear: Int!, $quarter: Int!, $reason: String!) { closeQuarter(fiscalYear: $fiscalYear, quarter: $quarter, reason: $reason) { id } }",
				{ ...quarter, reason: "benchmark" },
			);
		},
		async preview(quarters) {
			for (;;) {
				const { previewRelease: found } = await as<{ previewRelease: Preview }>(OFFICE, PREVIEW, {
					quarters,
				});
				if (found.status !== "COMPUTING") return found;
				await sleep(POLL_MS);
			}
		},
		async publish(preview) {
			const { publishRelease } = await as<{ publishRelease: { id: string } }>(
				OFFICE,
				"mutation($input: PublishReleaseInput!) { publishRelease(input: $input) { id } }",
				{ input: { preview } },
			);
			return publishRelease.id;
		},
		async end() {
			for (const subgraph of open.values()) await subgraph.close();
		},
	};
}
