import type { Grant } from "../../../shared/registry.ts";
import type { PartnerSchema } from "./schema.ts";

/** The data of one entity that the query plan sends to a partner: its type, key and `@requires` fields. */
export type Representation = { __typename: string } & Record<string, unknown>;

/** The data of one type's entities that a request sends. */
export type Told = { type: string; fields: string[]; representations: number; ids: string[] };

function pathsOf(value: unknown, path: string, into: Set<string>): void {
	if (Array.isArray(value) && value.length > 0) for (const one of value) pathsOf(one, path, into);
	else if (value !== null && typeof value === "object" && !Array.isArray(value))
		for (const [key, inner] of Object.entries(value)) {
			if (key !== "__typename") pathsOf(inner, path ? `${path}.${key}` : key, into);
		}
	else into.add(path);
}

/**
 * The leaves that a path discloses, by the partner's schema: the path itself, or the leaves below it if its value is null
 * or empty. Throws if the schema does not require it.
 */
function leavesOf(type: string, path: string, { keys, required }: PartnerSchema): string[] {
	const known = [...(keys.get(type) ?? []), ...(required.get(type)?.keys() ?? [])];
	if (known.includes(path)) return [path];
	const below = known.filter((one) => one.startsWith(`${path}.`));
	if (below.length === 0) throw new Error(`${type}.${path} is neither its key nor required`);
	return below;
}

function isGranted(grants: readonly Grant[], place: string, now: number): boolean {
	return grants.some(
		(grant) =>
			grant.kind === "REQUIRES_FIELD" &&
			grant.field !== null &&
			`${grant.type}.${grant.field}` === place &&
			(grant.expiresAt === null || Date.parse(grant.expiresAt) > now),
	);
}

/** Whether a field is part of a key of its type. */
function isOfKey(place: string, { keys }: PartnerSchema): boolean {
	const [type = "", field] = place.split(".");
	return [...(keys.get(type) ?? [])].some((path) => path.split(".")[0] === field);
}

/** Throws an Error that names the first field on the path to the leaf that is neither part of a key nor granted. */
function checkLeaf(
	type: string,
	leaf: string,
	schema: PartnerSchema,
	grants: readonly Grant[],
	now: number,
): void {
	if (schema.keys.get(type)?.has(leaf)) return;
	for (const place of schema.required.get(type)?.get(leaf) ?? [])
		if (!isOfKey(place, schema) && !isGranted(grants, place, now))
			throw new Error(`${place} is neither its key nor granted`);
}

/**
 * The disclosed leaves of the representations, by type. Throws an Error that names the first field that is neither part
 * of a key nor granted: then nothing may be sent. `now` in milliseconds.
 */
export function whatIsTold(
	representations: readonly Representation[],
	schema: PartnerSchema,
	grants: readonly Grant[],
	now: number,
): Told[] {
	const byType = new Map<string, { paths: Set<string>; count: number; ids: Set<string> }>();
	for (const representation of representations) {
		const type = representation.__typename;
		let told = byType.get(type);
		if (!told) {
			told = { paths: new Set(), count: 0, ids: new Set() };
			byType.set(type, told);
		}
		told.count++;
		pathsOf(representation, "", told.paths);
		if (typeof representation.id === "string") told.ids.add(representation.id);
	}
	return [...byType].map(([type, { paths, count, ids }]) => {
		const fields = new Set([...paths].flatMap((path) => leavesOf(type, path, schema)));
		for (const leaf of fields) checkLeaf(type, leaf, schema, grants, now);
		return { type, fields: [...fields].sort(), representations: count, ids: [...ids] };
	});
}
