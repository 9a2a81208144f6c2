import type { MigrationInterface, QueryRunner } from "typeorm";
import { createIndices, createTable } from "../../../shared/database/table.ts";
import { Institutes1700000000000 } from "./migrations.ts";

const IN_DOCUMENT = {
	source_document: "text",
	source_section: "text?",
	source_line: "integer?",
} as const;
const SOURCED = {
	source_document: "text?",
	source_section: "text?",
	source_line: "integer?",
	source_url: "text?",
	read_on: "text?",
} as const;
const ASSET = {
	id: "text",
	institute_id: "text",
	name: "text",
	source_url: "text",
	read_on: "text",
} as const;
const OF_INSTITUTE = { institute_id: "institutes" };

async function createNetworks(runner: QueryRunner): Promise<void> {
	await createTable(runner, "networks", {
		id: "text",
		name: "text",
		native_name: "text?",
		former_names: "text",
		country: "text",
		fiscal_year_start_month: "integer",
		program_office: "text?",
		program_office_within: "text?",
		...IN_DOCUMENT,
	});
	await createTable(runner, "institutes", {
		id: "text",
		name: "text",
		full_name: "text?",
		native_name: "text?",
		acronym: "text?",
		former_names: "text",
		sponsor: "text?",
		lead: "text?",
		native_lead: "text?",
		lead_kind: "text?",
		city: "text",
		state: "text?",
		country: "text",
		native_city: "text?",
		technology_area: "text",
		native_technology_area: "text?",
		mission: "text?",
		native_mission: "text?",
		search_text: "text",
		...IN_DOCUMENT,
	});
	await createTable(
		runner,
		"network_institutes",
		{ id: "text", network_id: "text", institute_id: "text" },
		{ network_id: "networks", ...OF_INSTITUTE },
	);
}

async function createAssets(runner: QueryRunner): Promise<void> {
	const place = { city: "text?", state: "text?" } as const;
	const tables = {
		facilities: { ...place, capability: "text?", opened: "text?", qualifier: "text?" },
		courses: {
			audience: "text?",
			started: "text?",
			people_trained: "integer?",
			as_of: "text?",
			note: "text?",
		},
		technologies: {},
		projects: {
			lead: "text?",
			partners: "text",
			call_id: "text?",
			technology_id: "text?",
			started: "text?",
			note: "text?",
		},
	} as const;
	await createTable(
		runner,
		"calls",
		{
			id: "text",
			institute_id: "text",
			name: "text",
			opened: "text?",
			cycle_months_from: "integer?",
			cycle_months_to: "integer?",
			criteria: "text",
			emphasis: "text",
			requirement: "text?",
			batches: "integer?",
			projects: "integer?",
			leads: "text",
			amount_usd: "double precision?",
			note: "text?",
			...SOURCED,
		},
		OF_INSTITUTE,
	);
	for (const [name, columns] of Object.entries(tables))
		await createTable(
			runner,
			name,
			{ ...ASSET, ...columns },
			name === "projects"
				? { ...OF_INSTITUTE, call_id: "calls", technology_id: "technologies" }
				: OF_INSTITUTE,
		);
	await createTable(
		runner,
		"roadmap_areas",
		{
			id: "text",
			institute_id: "text",
			number: "integer",
			name: "text",
			native_name: "text?",
			from_year: "integer",
			to_year: "integer",
			released: "text?",
			doubts: "text",
			...IN_DOCUMENT,
		},
		OF_INSTITUTE,
	);
}

async function createMembership(runner: QueryRunner): Promise<void> {
	await createTable(
		runner,
		"tiers",
		{
			id: "text",
			institute_id: "text",
			rank: "integer",
			name: "text",
			native_name: "text?",
			dues_a_year: "double precision",
			currency: "text",
			as_printed: "text?",
			note: "text?",
			...IN_DOCUMENT,
		},
		OF_INSTITUTE,
	);
	await createTable(
		runner,
		"entitlements",
		{ id: "text", tier_id: "text", right: "text", level: "text", ...IN_DOCUMENT },
		{ tier_id: "tiers" },
	);
	await createTable(runner, "funding_phases", {
		id: "text",
		from_year: "integer",
		to_year: "integer?",
		funds: "text",
		...IN_DOCUMENT,
	});
}

async function createObservations(runner: QueryRunner): Promise<void> {
	await createTable(runner, "documents", {
		id: "text",
		title: "text",
		about: "text",
		as_of: "text?",
		language: "text",
	});
	await createTable(runner, "doubts", {
		id: "text",
		settled: "boolean",
		severity: "text",
		what: "text",
		printed: "text?",
		right: "text?",
		settled_by: "text?",
		why: "text",
		documents: "text",
		external_source: "text?",
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
			number: "integer?",
			value: "double precision?",
			unit: "text?",
			text: "text?",
			native_text: "text?",
			as_printed: "text?",
			printed_value: "double precision?",
			as_of: "text?",
			period: "text?",
			party: "text?",
			accepted: "boolean",
			reason: "text?",
			series_break: "text?",
			doubts: "text",
			...SOURCED,
		},
		{ ...OF_INSTITUTE, network_id: "networks" },
	);
	await createTable(runner, "indicators", {
		id: "text",
		number: "integer",
		group: "text",
		name: "text",
		...IN_DOCUMENT,
	});
	await createTable(runner, "mrl_levels", {
		id: "text",
		definition: "text",
		native_definition: "text",
		stages: "text",
		...IN_DOCUMENT,
	});
}

/**
 * What the documents know: networks, money, membership, projects, every figure with its doubts. All of it is reference
 * data that each start loads anew from the seeds, so the tables are made anew instead of changed.
 */
export class Documents1700000001000 implements MigrationInterface {
	async up(runner: QueryRunner): Promise<void> {
		await new Institutes1700000000000().down(runner);
		await createNetworks(runner);
		await createAssets(runner);
		await createMembership(runner);
		await createObservations(runner);
		const ofInstitute = ["facilities", "courses", "technologies", "projects", "calls"];
		await createIndices(runner, [
			...[...ofInstitute, "roadmap_areas", "tiers"].map((name): [string, string[][]] => [
				name,
				[["institute_id"]],
			]),
			["network_institutes", [["institute_id"], ["network_id"]]],
			["entitlements", [["tier_id"]]],
			["observations", [["institute_id", "property"], ["network_id", "property"], ["property"]]],
		]);
	}

	async down(runner: QueryRunner): Promise<void> {
		for (const name of [
			"mrl_levels",
			"indicators",
			"observations",
			"doubts",
			"documents",
			"funding_phases",
			"entitlements",
			"tiers",
			"roadmap_areas",
			"projects",
			"technologies",
			"courses",
			"facilities",
			"calls",
			"network_institutes",
			"institutes",
			"networks",
		])
			await runner.dropTable(name);
		await new Institutes1700000000000().up(runner);
	}
}
