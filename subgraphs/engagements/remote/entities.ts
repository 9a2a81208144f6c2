import type { Tier } from "../../../shared/entitlement-level.ts";
import type { FieldFault } from "../../../shared/errors.ts";
import type { SubgraphClient } from "../../../shared/subgraph/subgraph.ts";

/** What a record may name by an id, its type, and the subgraph that owns it. */
const REFERENCES = [
	["instituteId", "Institute", "institutes"],
	["facilityId", "Facility", "institutes"],
	["courseId", "Course", "institutes"],
	["technologyId", "Technology", "institutes"],
	["centerId", "MepCenter", "mep"],
] as const;

type Entity = { id: string; institute?: { id: string }; tiers?: Tier[] } | null;
const FIELDS: Record<string, string> = {
	MepCenter: "id",
	Institute: "id tiers { id name entitlements { right level } }",
};

type Wanted = { type: string; id: string };

/** The ids that a record names of other subgraphs' entities. */
export type References = { [path in (typeof REFERENCES)[number][0]]?: string | null };

/** Entities of other subgraphs: "Type id" → the entity, or null where there is none. */
export type RemoteEntities = Map<string, Entity>;

const keyOf = ({ type, id }: Wanted) => `${type} ${id}`;

/** Asks one subgraph for entities by id, in one request. */
async function askEntities(
	ask: SubgraphClient,
	subgraph: string,
	wanted: Wanted[],
): Promise<Entity[]> {
	if (wanted.length === 0) return [];
	const types = [...new Set(wanted.map(({ type }) => type))];
	const fields = (type: string) => FIELDS[type] ?? "id institute { id }";
	const query = `query Check($representations: [_Any!]!) { _entities(representations: $representations) { ${types.map((type) => `... on ${type} { ${fields(type)} }`).join(" ")} } }`;
	const representations = wanted.map(({ type, id }) => ({ __typename: type, id }));
	return (await ask<{ _entities: Entity[] }>(subgraph, query, { representations }))._entities;
}

/** Asks the owning subgraphs for all that some records name, each once. Throws UNAVAILABLE where one cannot be reached. */
export async function askReferences(
	ask: SubgraphClient,
	records: readonly References[],
): Promise<RemoteEntities> {
	const found: RemoteEntities = new Map();
	await Promise.all(
		["institutes", "mep"].map(async (subgraph) => {
			const wanted = new Map<string, Wanted>();
			for (const references of records)
				for (const [path, type, owner] of REFERENCES) {
					const id = references[path];
					if (id && owner === subgraph) wanted.set(keyOf({ type, id }), { type, id });
				}
			const list = [...wanted.values()];
			const entities = await askEntities(ask, subgraph, list);
			for (const [index, one] of list.entries()) found.set(keyOf(one), entities[index] ?? null);
		}),
	);
	return found;
}

/** The tiers of membership of the institute named; none where it has none. */
export function tiersIn(found: RemoteEntities, instituteId: string | null | undefined): Tier[] {
	return (instituteId && found.get(keyOf({ type: "Institute", id: instituteId }))?.tiers) || [];
}

/** What a record names that does not exist, or belongs to another institute. */
export function referenceFaults(found: RemoteEntities, references: References): FieldFault[] {
	return REFERENCES.flatMap(([path, type]) => {
		const id = references[path];
		if (!id) return [];
		const entity = found.get(keyOf({ type, id }));
		if (!entity) return [{ path, message: `there is no ${type} with the id "${id}"` }];
		if (!entity.institute || entity.institute.id === references.instituteId) return [];
		const named = references.instituteId ?? "an unnamed institute";
		return [{ path, message: `"${id}" belongs to ${entity.institute.id}, not to ${named}` }];
	});
}
