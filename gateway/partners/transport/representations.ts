import type { Grant } from "../../../shared/registry.ts";
import type { PartnerSchema } from "./schema.ts";

/** What the gateway's plan would tell a partner of one entity: its type, its key, and what `@requires` names. */
export type Representation = { __typename: string } & Record<string, unknown>;

/** What a request tells of the entities of one type. */
export type Told = { type: string; fields: string[]; representations: number; ids: string[] };

function leavesOf(value: unknown, path: string, into: Set<string>): void {
	if (Array.isArray(value)) for (const one of value) leavesOf(one, path, into);
	else if (value !== null && typeof value === "object")
		for (const [key, inner] of Object.entries(value)) {
			if (key !== "__typename") leavesOf(inner, path ? `${path}.${key}` : key, into);
		}
	else into.add(path);
}

function isGranted(grants: readonly Grant[], type: string, path: string, now: number): boolean {
	return grants.some(
		(grant) =>
			grant.kind === "REQUIRES_FIELD" &&
			grant.type === type &&
			grant.field !== null &&
			(path === grant.field || path.startsWith(`${grant.field}.`)) &&
			(grant.expiresAt === null || Date.parse(grant.expiresAt) > now),
	);
}

/**
 * What the representations tell, by type. Throws an Error naming the first field that is neither a key's
 * nor granted: then nothing may be sent. `now` in milliseconds.
 */
export function whatIsTold(
	representations: readonly Representation[],
	{ keys }: PartnerSchema,
	grants: readonly Grant[],
	now: number,
): Told[] {
	const byType = new Map<string, { fields: Set<string>; count: number; ids: Set<string> }>();
	for (const representation of representations) {
		const type = representation.__typename;
		let told = byType.get(type);
		if (!told) {
			told = { fields: new Set(), count: 0, ids: new Set() };
			byType.set(type, told);
		}
		told.count++;
		leavesOf(representation, "", told.fields);
		if (typeof representation.id === "string") told.ids.add(representation.id);
	}
	return [...byType].map(([type, { fields, count, ids }]) => {
		for (const path of fields)
			if (!keys.get(type)?.has(path) && !isGranted(grants, type, path, now))
				throw new Error(`${type}.${path} is neither its key nor granted`);
		return { type, fields: [...fields].sort(), representations: count, ids: [...ids] };
	});
}
