import { registerEnumType } from "type-graphql";

/** The institutes subgraph answers it of tiers, the engagements subgraph notes it of facility access. */
export enum EntitlementLevel {
	INCLUDED = "INCLUDED",
	FEE = "FEE",
	NONE = "NONE",
}
registerEnumType(EntitlementLevel, {
	name: "EntitlementLevel",
	description: "How far a membership gives a right to something.",
	valuesConfig: {
		INCLUDED: { description: "Included in the dues." },
		FEE: { description: "Available for a fee." },
		NONE: { description: "Not available in this tier, or without a membership." },
	},
});

/** A tier of an institute's membership with what it entitles to, as the institutes subgraph answers it. */
export type Tier = {
	id: string;
	name: string;
	entitlements: Array<{ right: string; level: string }>;
};
