import { SERVED_BY_CENTERS, type ServedFilter, servedBy } from "../../parts/served-filter.ts";

/** True for the network that consists of MEP centers; all others consist of institutes. */
export const isOfCenters = (id: string) => id === "mep-national-network";

/** Services of a network: of its institutes, or of the MEP centers. */
export const servedByNetwork = (id: string): ServedFilter =>
	isOfCenters(id) ? SERVED_BY_CENTERS : servedBy("Network", id);
