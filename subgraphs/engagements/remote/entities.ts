import type { FieldFault } from "../../../shared/errors.ts";
import type { SubgraphClient } from "../../../shared/subgraph/subgraph.ts";
import type { Details } from "../engagement/fields.ts";
import type { Tier } from "../membership/rules.ts";

const OWNED = [
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

/** What other subgraphs own, as far as engagements name it: "Type id" → the entity, or null where there is none. */
export type Owned = Map<string, Entity>;

const keyOf = ({ type, id }: Wanted) => `${type} ${id}`;

/** Asks one subgraph for entities by id, in one request. */
async function entities(
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

/** Asks the owners for all that some engagements name, each once. Throws UNAVAILABLE where one cannot be asked. */
export async function askOwners(ask: SubgraphClient, engagements: Details[]): Promise<Owned> {
	const owned: Owned = new Map();
	await Promise.all(
		["institutes", "mep"].map(async (subgraph) => {
			const wanted = new Map<string, Wanted>();
			for (const details of engagements)
				for (const [path, type, owner] of OWNED) {
					const id = details[path];
					if (id && owner === subgraph) wanted.set(keyOf({ type, id }), { type, id });
				}
			const list = [...wanted.values()];
			const found = await entities(ask, subgraph, list);
			for (const [index, one] of list.entries()) owned.set(keyOf(one), found[index] ?? null);
		}),
	);
	return owned;
}

/** The tiers of membership of the institute named; none where it has none. */
export function tiersIn(owned: Owned, instituteId: string | null | undefined): Tier[] {
	return (instituteId && owned.get(keyOf({ type: "Institute", id: instituteId }))?.tiers) || [];
}

/** What an engagement names that does not exist, or belongs to another institute. */
export function referenceFaults(owned: Owned, details: Details): FieldFault[] {
	return OWNED.flatMap(([path, type]) => {
		const id = details[path];
		if (!id) return [];
		const entity = owned.get(keyOf({ type, id }));
		if (!entity) return [{ path, message: `there is no ${type} with the id "${id}"` }];
		if (!entity.institute || entity.institute.id === details.instituteId) return [];
		const named = details.instituteId ?? "the institute left out";
		return [{ path, message: `"${id}" belongs to ${entity.institute.id}, not to ${named}` }];
	});
}
