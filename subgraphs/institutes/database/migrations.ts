import type { MigrationInterface, QueryRunner } from "typeorm";
import { createIndices, createTable } from "../../../shared/database/table.ts";

const ASSET = {
	id: "text",
	institute_id: "text",
	name: "text",
	source_url: "text",
	read_on: "text",
} as const;
const OF_INSTITUTE = { institute_id: "institutes" };

export class Institutes1700000000000 implements MigrationInterface {
	async up(runner: QueryRunner): Promise<void> {
		await createTable(runner, "institutes", {
			id: "text",
			name: "text",
			full_name: "text",
			native_name: "text",
			former_names: "text",
			sponsor: "text",
			lead: "text",
			city: "text",
			state: "text",
			technology_area: "text",
			source_document: "text",
			source_section: "text",
			source_line: "integer",
		});
		await createTable(
			runner,
			"milestones",
			{ id: "text", institute_id: "text", kind: "text", date: "text" },
			OF_INSTITUTE,
		);
		await createTable(
			runner,
			"facilities",
			{
				...ASSET,
				city: "text?",
				state: "text?",
				capability: "text?",
				opened: "text?",
				qualifier: "text?",
			},
			OF_INSTITUTE,
		);
		await createTable(
			runner,
			"courses",
			{
				...ASSET,
				audience: "text?",
				started: "text?",
				people_trained: "integer?",
				as_of: "text?",
				note: "text?",
			},
			OF_INSTITUTE,
		);
		await createTable(runner, "technologies", ASSET, OF_INSTITUTE);
		await createTable(runner, "doubts", {
			id: "text",
			severity: "text",
			what: "text",
			printed: "text?",
			right: "text?",
			settled_by: "text?",
			why: "text",
		});
		await createTable(
			runner,
			"observations",
			{
				id: "text",
				institute_id: "text?",
				network_id: "text?",
				fiscal_year: "integer?",
				property: "text",
				value: "double precision",
				unit: "text",
				as_printed: "text?",
				as_of: "text?",
				doubt_id: "text?",
				source_document: "text",
				source_section: "text?",
				source_line: "integer?",
				source_url: "text?",
				read_on: "text?",
			},
			{ ...OF_INSTITUTE, doubt_id: "doubts" },
		);
		await createTable(runner, "mrl_levels", { id: "text", definition: "text", stages: "text" });

		await createIndices(runner, [
			["milestones", [["institute_id"]]],
			["facilities", [["institute_id"]]],
			["courses", [["institute_id"]]],
			["technologies", [["institute_id"]]],
			["observations", [["institute_id"], ["network_id", "fiscal_year"]]],
		]);
	}

	async down(runner: QueryRunner): Promise<void> {
		for (const name of [
			"mrl_levels",
			"observations",
			"doubts",
			"technologies",
			"courses",
			"facilities",
			"milestones",
			"institutes",
		])
			await runner.dropTable(name);
	}
}
