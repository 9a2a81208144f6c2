import type { CenterPlacesQuery, InstitutePlacesQuery } from "../../graphql/graphql.ts";

export type Institute = InstitutePlacesQuery["institutes"]["nodes"][number];
export type Center = CenterPlacesQuery["mepCenters"]["nodes"][number];
export type Embedding = CenterPlacesQuery["embeddings"]["nodes"][number];

/** What is in one state. */
export type StatePlaces = {
	/** ISO 3166-2, for example US-OH. */
	state: string;
	centers: Center[];
	/** Institutes with their headquarters there. */
	institutes: Institute[];
	/** Institutes with a satellite or a facility there, and what it is called. */
	branches: Array<{ institute: Institute; name: string }>;
};

/** Centers, institutes and their branches by state, in the order of the states' codes. */
export function byState(
	institutes: readonly Institute[],
	centers: readonly Center[],
): StatePlaces[] {
	const states = new Map<string, StatePlaces>();
	const at = (state: string): StatePlaces => {
		const known = states.get(state) ?? { state, centers: [], institutes: [], branches: [] };
		states.set(state, known);
		return known;
	};
	for (const center of centers) at(center.state).centers.push(center);
	for (const institute of institutes) {
		const { headquarters, satellites, facilities } = institute;
		if (headquarters.state) at(headquarters.state).institutes.push(institute);
		for (const { state, city } of satellites)
			if (state) at(state).branches.push({ institute, name: city ?? "" });
		for (const { state, name } of facilities)
			if (state && state !== headquarters.state) at(state).branches.push({ institute, name });
	}
	return [...states.values()].sort((a, b) => a.state.localeCompare(b.state));
}

/** Institutes outside the United States, which the map cannot show. */
export function abroad(institutes: readonly Institute[]): Institute[] {
	return institutes.filter(({ headquarters }) => headquarters.country !== "US");
}

export type Link = { key: string; kind: "branch" | "embedding"; from: string; to: string };

/** Links between states: from an institute's headquarters to its branches, and from a center to where it is embedded. */
export function linksOf(
	institutes: readonly Institute[],
	centers: readonly Center[],
	embeddings: readonly Embedding[],
): Link[] {
	const links = new Map<string, Link>();
	const add = (kind: Link["kind"], from?: string | null, to?: string | null) => {
		const key = `${kind} ${from} ${to}`;
		if (from && to && from !== to) links.set(key, { key, kind, from, to });
	};
	for (const { headquarters, satellites, facilities } of institutes)
		for (const { state } of [...satellites, ...facilities])
			add("branch", headquarters.state, state);
	for (const { center, institute } of embeddings) {
		const from = centers.find(({ id }) => id === center?.id);
		const to = institutes.find(({ id }) => id === institute?.id);
		add("embedding", from?.state, to?.headquarters.state);
	}
	return [...links.values()];
}

/** Where the marks of one state stand around its middle, in rows of four with `gap` between them. */
export function spread(
	count: number,
	[x, y]: [number, number],
	gap: number,
): Array<[number, number]> {
	const columns = Math.min(count, 4);
	const rows = Math.ceil(count / columns);
	return Array.from({ length: count }, (_, index) => {
		const row = Math.floor(index / columns);
		const inRow = row === rows - 1 ? count - row * columns : columns;
		return [x + ((index % columns) - (inRow - 1) / 2) * gap, y + (row - (rows - 1) / 2) * gap];
	});
}
