import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo } from "react";
import { type Address, readAddress, writeAddress } from "./address.ts";
import { type Place, placeOf } from "./place.ts";
import { releasesOf, tableOf } from "./questions.ts";
import type { StoredTable } from "./stored-table.ts";
import { type View, viewOf } from "./view.ts";

const route = getRouteApi("/statistics");

/** What the address says, and how to change it; each change is a step that "back" undoes. */
export function useAddress() {
	const search = route.useSearch();
	const navigate = route.useNavigate();
	return useMemo(() => {
		const { address, strays } = readAddress(search);
		const go = (next: Address) => void navigate({ search: writeAddress(next), resetScroll: false });
		/** From the address as it is by then: a change before may not be drawn yet. */
		const change = (more: Address) =>
			void navigate({
				search: (now) => writeAddress({ ...readAddress(now).address, ...more }),
				resetScroll: false,
			});
		return { address, strays, go, change };
	}, [search, navigate]);
}

/** A table of a release and what of it is shown. */
export type Shown = { place: Place; table: StoredTable; view: View };

/** The releases, the table that the address means, and how it is shown, as far as they are known. */
export function useStatistics(address: Address) {
	const releases = useQuery(releasesOf());
	const nodes = releases.data?.data.releases.nodes;
	const place = useMemo(() => nodes && placeOf(address, nodes), [address, nodes]);
	const query = useQuery({
		...tableOf(place ?? { table: "", release: { id: "" } as Place["release"] }),
		enabled: place !== undefined,
	});
	const json = query.data?.data.statistics.json;
	const table = useMemo(() => (json ? (JSON.parse(json) as StoredTable) : undefined), [json]);
	const shown = useMemo((): Shown | undefined => {
		if (!place || !table) return undefined;
		return { place, table, view: viewOf(table, address) };
	}, [place, table, address]);
	return { releases, nodes, place, query, shown };
}
