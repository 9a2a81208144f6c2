import type { MigrationInterface, QueryRunner } from "typeorm";
import { createIndices, createTable } from "../../../shared/database/table.ts";
import { keepAppendOnly } from "./append-only.ts";

const TABLES: Record<string, Parameters<typeof createTable>[2]> = {
	partners: {
		id: "text",
		name: "text",
		status: "text",
		status_reason: "text?",
		namespace: "text",
		contacts: "text",
		terms: "text",
		hosts: "text",
		quota: "text",
		registered_at: "text",
		registered_by: "text",
	},
	partner_keys: {
		id: "text",
		partner_id: "text",
		jwk: "text",
		added_at: "text",
		expires_at: "text?",
	},
	used_proofs: { id: "text", expires_at: "integer", claim: "text" },
	grants: {
		id: "text",
		partner_id: "text",
		kind: "text",
		type: "text",
		field: "text?",
		purpose: "text",
		consumer: "text",
		expires_at: "text?",
		granted_at: "text",
		granted_by: "text",
		revoked_at: "text?",
	},
	subgraphs: {
		id: "text",
		partner_id: "text",
		status: "text",
		status_reason: "text?",
		status_by: "text?",
		active_version: "integer?",
		canary_version: "integer?",
		canary_share: "integer?",
		canary_consumers: "text",
		canary_since: "text?",
		history: "text",
	},
	subgraph_versions: {
		id: "text",
		subgraph: "text",
		version: "integer",
		url: "text",
		sdl: "text",
		digest: "text",
		findings: "text",
		samples: "text",
		published_at: "text",
		published_by: "text",
	},
	supergraphs: { version: "serial", hash: "text", sdl: "text", parts: "text", served_at: "text" },
	registry_state: { id: "text", value: "text" },
	publish_log: {
		seq: "integer",
		at: "text",
		actor: "text",
		action: "text",
		partner_id: "text",
		subgraph: "text?",
		version: "integer?",
		detail: "text",
		proof: "text?",
		previous: "text",
		hash: "text",
	},
	operations: {
		id: "text",
		document: "text",
		name: "text?",
		first_day: "text",
		last_day: "text",
	},
	operation_fields: { id: "text", operation_id: "text", field: "text" },
	operation_partners: { id: "text", operation_id: "text", partner_id: "text" },
	operation_counts: {
		id: "text",
		operation_id: "text",
		consumer: "text",
		day: "text",
		count: "integer",
		errors: "integer",
	},
	disclosures: {
		id: "text",
		at: "text",
		request_id: "text",
		partner_id: "text",
		subgraph: "text",
		type: "text",
		fields: "text",
		representations: "integer",
		consumer: "text",
	},
	disclosed_records: { id: "text", disclosure_id: "text", record_id: "text" },
};

/** What points to a row of another table, by its id. */
const REFERENCES: Record<string, Record<string, string>> = {
	partner_keys: { partner_id: "partners" },
	grants: { partner_id: "partners" },
	subgraphs: { partner_id: "partners" },
	subgraph_versions: { subgraph: "subgraphs" },
	operation_fields: { operation_id: "operations" },
	operation_partners: { operation_id: "operations" },
	operation_counts: { operation_id: "operations" },
	disclosed_records: { disclosure_id: "disclosures" },
};

export class Registry1700000000000 implements MigrationInterface {
	async up(runner: QueryRunner): Promise<void> {
		for (const [name, columns] of Object.entries(TABLES))
			await createTable(runner, name, columns, REFERENCES[name]);
		await createIndices(runner, [
			["partner_keys", [["partner_id"]]],
			["used_proofs", [["expires_at"]]],
			["grants", [["partner_id"]]],
			["subgraphs", [["partner_id"]]],
			["subgraph_versions", [["subgraph", "version"]]],
			["operations", [["last_day"]]],
			["operation_fields", [["operation_id"], ["field"]]],
			["operation_partners", [["operation_id"], ["partner_id"]]],
			["operation_counts", [["operation_id", "day"]]],
			["disclosures", [["partner_id", "at"], ["at"]]],
			["disclosed_records", [["record_id"], ["disclosure_id"]]],
		]);
		await keepAppendOnly(runner, "publish_log");
	}

	async down(runner: QueryRunner): Promise<void> {
		for (const name of Object.keys(TABLES).reverse()) await runner.dropTable(name);
	}
}
