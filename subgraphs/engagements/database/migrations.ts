import type { MigrationInterface, QueryRunner } from "typeorm";
import { createIndices, createTable } from "../../../shared/database/table.ts";

const ENGAGEMENT_INDICES = [
	["started_first", "id"],
	["trace_id", "started_first", "id"],
	["fiscal_year"],
	...["sme_id", "center_id", "institute_id", "facility_id", "course_id", "technology_id"].map(
		(parent) => [parent, "started_first", "id"],
	),
	...["center_id", "institute_id"].flatMap((parent) => [
		[parent, "kind", "started_first", "id"],
		[parent, "trace_id"],
	]),
];

export class Engagements1700000000000 implements MigrationInterface {
	async up(runner: QueryRunner): Promise<void> {
		await createTable(runner, "dataset", { kind: "text" });
		await createTable(runner, "smes", {
			id: "text",
			name: "text",
			city: "text?",
			state: "text?",
			naics: "text?",
			employees: "integer?",
			larger_group: "boolean?",
			visibility: "text",
			synthetic: "boolean",
		});
		await createTable(
			runner,
			"engagements",
			{
				id: "text",
				sme_id: "text",
				kind: "text",
				center_id: "text?",
				institute_id: "text?",
				trace_id: "text",
				title: "text?",
				started_on: "text?",
				started_first: "text",
				started_last: "text",
				ended_on: "text?",
				fiscal_year: "integer?",
				facility_id: "text?",
				hours: "double precision?",
				course_id: "text?",
				people_trained: "integer?",
				technology_id: "text?",
				mrl_from: "integer?",
				mrl_to: "integer?",
				practice: "text?",
				note: "text?",
				status: "text",
				visibility: "text",
				synthetic: "boolean",
				source_document: "text",
				source_url: "text?",
				read_on: "text?",
			},
			{ sme_id: "smes" },
		);
		await createTable(
			runner,
			"outcomes",
			{
				id: "text",
				sme_id: "text",
				center_id: "text?",
				institute_id: "text?",
				window_start: "text?",
				window_end: "text?",
				verification: "text",
				visibility: "text",
				synthetic: "boolean",
				source_document: "text",
				source_url: "text?",
				read_on: "text?",
			},
			{ sme_id: "smes" },
		);
		await createTable(
			runner,
			"outcome_claims",
			{
				id: "text",
				outcome_id: "text",
				metric: "text",
				value: "double precision",
				currency: "text?",
				qualifier: "text?",
			},
			{ outcome_id: "outcomes" },
		);
		await createTable(
			runner,
			"outcome_covers",
			{ id: "text", outcome_id: "text", engagement_id: "text" },
			{ outcome_id: "outcomes", engagement_id: "engagements" },
		);
		await createIndices(runner, [
			["engagements", ENGAGEMENT_INDICES],
			["smes", [["state", "id"], ["naics"], ["name", "id"]]],
			["outcomes", [["sme_id"]]],
			["outcome_claims", [["outcome_id"]]],
			["outcome_covers", [["engagement_id"], ["outcome_id"]]],
		]);
	}

	async down(runner: QueryRunner): Promise<void> {
		for (const name of [
			"outcome_covers",
			"outcome_claims",
			"outcomes",
			"engagements",
			"smes",
			"dataset",
		])
			await runner.dropTable(name);
	}
}
