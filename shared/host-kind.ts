import { registerEnumType } from "type-graphql";

/** The mep subgraph answers it, and the engagements subgraph filters by it. */
export enum HostKind {
	UNIVERSITY = "UNIVERSITY",
	COLLEGE_SYSTEM = "COLLEGE_SYSTEM",
	STATE_AGENCY = "STATE_AGENCY",
}
registerEnumType(HostKind, {
	name: "HostKind",
	description: "Kind of organization that hosts a center, derived from its name.",
	valuesConfig: {
		UNIVERSITY: { description: "A university or a unit or foundation of one." },
		COLLEGE_SYSTEM: { description: "A college or a system of community colleges." },
		STATE_AGENCY: { description: "A department, commission or authority of a state." },
	},
});
