/** A network of institutes or centers. Which institutes belong follows from their sponsor. */
export type NetworkRecord = {
	id: string;
	name: string;
	formerNames: string[];
	country: string;
	fiscalYearStartMonth: number;
	/** Sponsors of its institutes; undefined for all, none for a network without institutes. */
	sponsors?: string[];
};

export const NETWORKS: NetworkRecord[] = [
	{
		id: "manufacturing-usa",
		name: "Manufacturing USA",
		formerNames: ["National Network for Manufacturing Innovation (NNMI)"],
		country: "US",
		fiscalYearStartMonth: 10,
	},
	{
		id: "dod-mii",
		name: "Department of Defense Manufacturing Innovation Institutes",
		formerNames: [],
		country: "US",
		fiscalYearStartMonth: 10,
		sponsors: ["DOD"],
	},
	{
		id: "mep-national-network",
		name: "MEP National Network",
		formerNames: [],
		country: "US",
		fiscalYearStartMonth: 10,
		sponsors: [],
	},
];

/** Whether an institute of this sponsor belongs to the network. */
export function belongs(network: NetworkRecord, sponsor: string): boolean {
	return network.sponsors === undefined || network.sponsors.includes(sponsor);
}
