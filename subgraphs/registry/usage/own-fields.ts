import { parse } from "graphql";
import sql from "sql-template-tag";
import type { Database } from "../../../shared/database/database.ts";
import { sqlIn } from "../../../shared/database/sql-in.ts";
import type { Period } from "../disclosure/queries.ts";
import { nameOf } from "../sdl/directive.ts";
import { fieldsOf, keysOf, typesOf } from "../sdl/schema-nodes.ts";
import { subgraphRows, versionRow } from "../subgraph/queries.ts";
import { servingStateOf } from "../subgraph/rows.ts";

/** "Type.field" of what a schema answers itself: neither a key's nor another's. */
function fieldsIn(text: string): string[] {
	const types = typesOf(parse(text, { noLocation: true }));
	const keys = new Map<string, Set<string>>();
	for (const node of types) {
		const roots = keysOf(node).flatMap((key) => key.match(/\w+/g) ?? []);
		keys.set(node.name.value, new Set([...(keys.get(node.name.value) ?? []), ...roots]));
	}
	return types.flatMap((node) =>
		fieldsOf(node)
			.filter(({ name }) => !keys.get(node.name.value)?.has(name.value))
			.filter(({ directives }) => !directives?.some((one) => nameOf(one) === "external"))
			.map(({ name }) => `${node.name.value}.${name.value}`),
	);
}

/** Fields of the versions of a partner that are served, or were before them. */
async function ownFields(database: Database, partnerId: string): Promise<string[]> {
	const found = new Set<string>();
	for (const row of await subgraphRows(database, { partnerIds: [partnerId] })) {
		const { active, canary, history } = servingStateOf(row);
		for (const version of [active, canary?.version ?? null, history.at(-1) ?? null])
			if (version !== null)
				for (const field of fieldsIn((await versionRow(database, row.id, version)).sdl))
					found.add(field);
	}
	return [...found];
}

type Demand = { field: string; consumer: string; day: string; requests: number; errors: number };

/** Requests that asked a partner's own fields, by field, consumer and day, the newest day first. */
export async function demandOf(
	database: Database,
	{ partnerId, from, to }: Period,
): Promise<Demand[]> {
	const fields = await ownFields(database, partnerId);
	return database.read(
		sql`SELECT f.field, c.consumer, c.day, SUM(c.count) AS requests, SUM(c.errors) AS errors FROM operation_fields f JOIN operation_counts c ON c.operation_id = f.operation_id WHERE ${sqlIn("f.field", fields)} AND c.day >= ${from} AND c.day <= ${to} GROUP BY f.field, c.consumer, c.day ORDER BY c.day DESC, SUM(c.count) DESC, f.field, c.consumer LIMIT 5000`,
	);
}
