import { Kind, parse } from "graphql";
import sql from "sql-template-tag";
import type { MigrationInterface, QueryRunner } from "typeorm";
import { runIn } from "../../../shared/database/reader-in.ts";
import { addColumn, createIndices, createTable } from "../../../shared/database/table.ts";
import { claim, entityTypesOf, HUB_OWNER, type Ownership, ownershipOf } from "../sdl/ownership.ts";

type Published = {
	id: string;
	subgraph: string;
	version: number;
	sdl: string;
	published_at: string;
	partner_id: string;
};
type Kept = { sdl: string; parts: string };

/** Types of the hub's own subgraphs, as the supergraph that was kept last names them. */
function hubTypes({ sdl, parts }: Kept): string[] {
	const own = new Set(
		(JSON.parse(parts) as Array<{ name: string; version: number }>)
			.filter(({ version }) => version === 0)
			.map(({ name }) => name),
	);
	const { definitions } = parse(sdl, { noLocation: true });
	/** Values of join__Graph that stand for them. */
	const graphs = new Set<string>();
	for (const node of definitions)
		if (node.kind === Kind.ENUM_TYPE_DEFINITION && node.name.value === "join__Graph")
			for (const value of node.values ?? [])
				for (const { arguments: given } of value.directives ?? [])
					for (const { name, value: text } of given ?? [])
						if (name.value === "name" && text.kind === Kind.STRING && own.has(text.value))
							graphs.add(value.name.value);
	return definitions.flatMap((node) => {
		if (!("name" in node) || !node.name || !("directives" in node)) return [];
		const isHub = (node.directives ?? []).some(
			(directive) =>
				directive.name.value === "join__type" &&
				directive.arguments?.some(
					({ name, value }) =>
						name.value === "graph" && value.kind === Kind.ENUM && graphs.has(value.value),
				),
		);
		return isHub ? [node.name.value] : [];
	});
}

async function hubOwnership(runner: QueryRunner): Promise<Ownership> {
	const ownership = ownershipOf([], []);
	const [kept] = await runIn<Kept>(
		runner.manager,
		sql`SELECT g.sdl, g.parts FROM supergraphs g ORDER BY g.version DESC LIMIT 1`,
	);
	for (const type of kept ? hubTypes(kept) : [])
		ownership.set(type, {
			owner: HUB_OWNER,
			kind: undefined,
			keys: new Set(),
			fields: new Map(),
			values: new Set(),
			served: true,
		});
	return ownership;
}

/** Records what each partner owns, as publication would have, version after version. */
async function replay(runner: QueryRunner): Promise<void> {
	const ownership = await hubOwnership(runner);
	const published = await runIn<Published>(
		runner.manager,
		sql`SELECT v.id, v.subgraph, v.version, v.sdl, v.published_at, s.partner_id FROM subgraph_versions v JOIN subgraphs s ON s.id = v.subgraph ORDER BY v.published_at, v.subgraph, v.version`,
	);
	for (const { id, subgraph, version, sdl, published_at, partner_id } of published) {
		const document = parse(sdl);
		const types = JSON.stringify(entityTypesOf(document));
		await runIn(
			runner.manager,
			sql`UPDATE subgraph_versions SET entity_types = ${types} WHERE id = ${id}`,
		);
		for (const coordinate of claim(ownership, document, partner_id))
			await runIn(
				runner.manager,
				sql`INSERT INTO schema_ownership (id, partner_id, subgraph, since_version, recorded_at) VALUES (${coordinate}, ${partner_id}, ${subgraph}, ${version}, ${published_at})`,
			);
	}
}

/** Who owns which types and fields is recorded, where it was worked out from what is served. */
export class Ownership1700000006000 implements MigrationInterface {
	async up(runner: QueryRunner): Promise<void> {
		await createTable(
			runner,
			"schema_ownership",
			{
				id: "text",
				partner_id: "text",
				subgraph: "text",
				since_version: "integer",
				recorded_at: "text",
			},
			{ partner_id: "partners", subgraph: "subgraphs" },
		);
		await createIndices(runner, [["schema_ownership", [["partner_id"]]]]);
		await addColumn(runner, "subgraph_versions", "entity_types", "text NOT NULL DEFAULT '[]'");
		await replay(runner);
	}

	async down(runner: QueryRunner): Promise<void> {
		await runner.query("ALTER TABLE subgraph_versions DROP COLUMN entity_types");
		await runner.dropTable("schema_ownership");
	}
}
