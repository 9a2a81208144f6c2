import type { Filters } from "./address.ts";

const NETWORK = "network ";

/** Networks and institutes as they are picked from one list. */
export const subjectsOf = ({ networkIds = [], instituteIds = [] }: Filters): string[] => [
	...networkIds.map((id) => NETWORK + id),
	...instituteIds,
];

/** The option of one. */
export const subjectOption = (type: string, id: string) => (type === "Network" ? NETWORK + id : id);

/** What was picked from that list, as filters. */
export function subjectsFrom(picked: readonly string[]): Filters {
	const networks = picked.filter((id) => id.startsWith(NETWORK));
	return {
		networkIds: networks.map((id) => id.slice(NETWORK.length)),
		instituteIds: picked.filter((id) => !id.startsWith(NETWORK)),
	};
}
