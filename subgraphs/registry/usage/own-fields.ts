import { parse } from "graphql";
import type { Database } from "../../../shared/database/database.ts";
import type { Period } from "../disclosure/queries.ts";
import { nameOf } from "../sdl/directive.ts";
import { fieldsOf, keysOf, typesOf } from "../sdl/schema-nodes.ts";
import { subgraphRows, versionRow } from "../subgraph/queries.ts";
import { servingStateOf } from "../subgraph/rows.ts";
import { type Demand, demandRows } from "./queries.ts";

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

/** Requests that asked a partner's own fields, by field, consumer and day, the newest day first. */
export async function demandOf(
	database: Database,
	{ partnerId, from, to }: Period,
): Promise<Demand[]> {
	const fields = await ownFields(database, partnerId);
	return demandRows(database, fields, from, to);
}
