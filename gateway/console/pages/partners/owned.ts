import type { PartnerOwnershipQuery } from "../../graphql/graphql.ts";

type Owned = PartnerOwnershipQuery["schemaOwnership"][number];

/** What one partner adds to a type; `owner` is the partner whose type it is, null where it is the hub's. */
export type AddedTo = { type: string; owner: string | null; partnerId: string; fields: string[] };

/** Partners' own types, with whose they are. */
export function ownersOf(owned: readonly Owned[]): Map<string, string> {
	const types = owned.filter(({ coordinate }) => !coordinate.includes("."));
	return new Map(types.map(({ coordinate, partnerId }) => [coordinate, partnerId]));
}

/** Types and fields that partners own, by type and partner: types of the hub first, then partners' own. */
export function addedTo(owned: readonly Owned[]): AddedTo[] {
	const owners = ownersOf(owned);
	const found = new Map<string, AddedTo>();
	for (const { coordinate, partnerId } of owned) {
		const [type = "", field] = coordinate.split(".");
		const key = `${type} ${partnerId}`;
		const owner = owners.get(type) ?? null;
		const added = found.get(key) ?? { type, owner, partnerId, fields: [] };
		if (field) added.fields.push(field);
		found.set(key, added);
	}
	const byName = (a: AddedTo, b: AddedTo) => (a.type < b.type ? -1 : 1);
	const isPartners = ({ owner }: AddedTo) => Number(owner !== null);
	return [...found.values()].sort((a, b) => isPartners(a) - isPartners(b) || byName(a, b));
}
