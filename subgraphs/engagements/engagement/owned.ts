import type { FieldFault } from "../../../shared/errors.ts";
import type { Ask } from "../../../shared/subgraph/subgraph.ts";
import type { Details } from "./rules.ts";

type Entity = { id: string; institute?: { id: string } } | null;

/** Asks one subgraph for entities by id, in one request. */
async function entities(
	ask: Ask,
	subgraph: string,
	wanted: Array<{ type: string; id: string }>,
): Promise<Entity[]> {
	if (wanted.length === 0) return [];
	const fields: Record<string, string> = {
		MepCenter: "id",
		Institute: "id",
		Facility: "id institute { id }",
		Course: "id institute { id }",
		Technology: "id institute { id }",
	};
	const types = [...new Set(wanted.map(({ type }) => type))];
	const query = `query Check($representations: [_Any!]!) { _entities(representations: $representations) { ${types.map((type) => `... on ${type} { ${fields[type]} }`).join(" ")} } }`;
	const representations = wanted.map(({ type, id }) => ({ __typename: type, id }));
	return (await ask<{ _entities: Entity[] }>(subgraph, query, { representations }))._entities;
}

/** What an engagement names that does not exist, or belongs to another institute. Throws UNAVAILABLE where an owner cannot be asked. */
export async function referenceFaults(ask: Ask, details: Details): Promise<FieldFault[]> {
	const faults: FieldFault[] = [];
	const assets = (
		[
			["facilityId", "Facility"],
			["courseId", "Course"],
			["technologyId", "Technology"],
		] as const
	).flatMap(([path, type]) => {
		const id = details[path];
		return id ? [{ path, type, id }] : [];
	});
	const institute = details.instituteId
		? [{ path: "instituteId", type: "Institute", id: details.instituteId }]
		: [];
	const center = details.centerId
		? [{ path: "centerId", type: "MepCenter", id: details.centerId }]
		: [];
	const owned = [...institute, ...assets];
	const [found, centers] = await Promise.all([
		entities(ask, "institutes", owned),
		entities(ask, "mep", center),
	]);
	for (const [index, { path, type, id }] of [...owned, ...center].entries()) {
		const entity = [...found, ...centers][index];
		if (!entity) faults.push({ path, message: `there is no ${type} with the id "${id}"` });
		else if (entity.institute && entity.institute.id !== details.instituteId)
			faults.push({
				path,
				message: `"${id}" belongs to ${entity.institute.id}, not to ${details.instituteId ?? "the institute left out"}`,
			});
	}
	return faults;
}
