import type { MigrationInterface, QueryRunner } from "typeorm";
import { createIndices, createTable } from "../../../shared/database/table.ts";

const TABLES: Record<string, Parameters<typeof createTable>[2]> = {
	partner_events: {
		id: "text",
		partner_id: "text",
		kind: "text",
		at: "text",
		subgraph: "text?",
		version: "integer?",
		detail: "text",
		mail_subject: "text",
		mail_text: "text",
	},
	webhook_endpoints: {
		id: "text",
		partner_id: "text",
		url: "text",
		salt: "text",
		key_id: "text",
		created_at: "text",
		disabled_at: "text?",
	},
	webhook_deliveries: {
		id: "text",
		event_id: "text",
		endpoint_id: "text",
		partner_id: "text",
		at: "text",
		status: "text",
		attempts: "integer",
		next_at: "text",
		last_error: "text?",
		delivered_at: "text?",
	},
	call_days: {
		id: "text",
		subgraph: "text",
		version: "integer",
		day: "text",
		calls: "integer",
		faults: "integer",
		busiest_minute: "integer",
	},
	call_latencies: { id: "text", day_id: "text", bound: "integer", calls: "integer" },
	schema_changes: {
		id: "text",
		from_version: "integer",
		to_version: "integer",
		changes: "text",
		total: "integer",
	},
};

const REFERENCES: Record<string, Record<string, string>> = {
	partner_events: { partner_id: "partners" },
	webhook_endpoints: { partner_id: "partners" },
	webhook_deliveries: { event_id: "partner_events", endpoint_id: "webhook_endpoints" },
	call_days: { subgraph: "subgraphs" },
	call_latencies: { day_id: "call_days" },
};

/** What partners are told, how calls to them went, and what changed between supergraphs. */
export class EventsAndStanding1700000007000 implements MigrationInterface {
	async up(runner: QueryRunner): Promise<void> {
		for (const [name, columns] of Object.entries(TABLES))
			await createTable(runner, name, columns, REFERENCES[name]);
		await createIndices(runner, [
			["partner_events", [["partner_id", "at"], ["at"]]],
			["webhook_endpoints", [["partner_id"]]],
			[
				"webhook_deliveries",
				[["partner_id", "at"], ["status", "next_at"], ["event_id"], ["endpoint_id"]],
			],
			["call_days", [["subgraph", "day"], ["day"]]],
			["call_latencies", [["day_id"]]],
		]);
		await runner.query("INSERT INTO registry_state (id, value) VALUES ('told', '0')");
	}

	async down(runner: QueryRunner): Promise<void> {
		await runner.query("DELETE FROM registry_state WHERE id = 'told'");
		for (const name of Object.keys(TABLES).reverse()) await runner.dropTable(name);
	}
}
