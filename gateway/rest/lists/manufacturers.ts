import { KNOWN, manufacturersOf } from "../../console/pages/manufacturers/address.ts";
import { readSearch } from "../../console/parts/view-address.ts";
import type { ListOfPage } from "./list.ts";

type Manufacturer = {
	id: string;
	name: string;
	city: string | null;
	state: string | null;
	naics: string | null;
	employees: number | null;
	isSmall: boolean | null;
	synthetic: boolean;
	engagements: { totalCount: number; nodes: Array<{ startedOn: string | null }> };
};

const QUERY = `query($search: String, $where: SmeWhere, $after: String) {
	list: smes(search: $search, where: $where, first: 200, after: $after) {
		nodes {
			id name city state naics employees isSmall synthetic
			engagements(first: 1, where: { statuses: [APPROVED, REPORTED, AMENDED] }) {
				totalCount nodes { startedOn }
			}
		}
		pageInfo { hasNextPage endCursor }
	}
}`;

/** The rows of the page /manufacturers, by name. */
export const MANUFACTURERS: ListOfPage<ReturnType<typeof manufacturersOf>, Manufacturer> = {
	name: "manufacturers",
	query: QUERY,
	read(search) {
		const { says, notUnderstood } = readSearch(search, KNOWN);
		return { variables: manufacturersOf(says), notUnderstood };
	},
	columns: [
		"manufacturer",
		"manufacturer_id",
		"city",
		"state",
		"services",
		"latest_service",
		"naics",
		"employees",
		"is_small",
		"synthetic",
	],
	rowOf: ({ id, name, isSmall, synthetic, engagements, ...sme }) => ({
		...sme,
		manufacturer: name,
		manufacturer_id: id,
		services: engagements.totalCount,
		latest_service: engagements.nodes[0]?.startedOn,
		is_small: isSmall,
		synthetic,
	}),
};
