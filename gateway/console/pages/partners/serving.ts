import type { ServingFieldsFragment } from "../../graphql/graphql.ts";

/** How a subgraph fares, as anybody may see it. */
export type Serving = "served" | "canary" | "suspended" | "rolled-back" | "waits" | "not-activated";

export function servingOf(subgraph: ServingFieldsFragment, isSuspended: boolean): Serving {
	const { status, activeVersion, canary, withdrawn, waitsFor } = subgraph;
	if (isSuspended || status === "SUSPENDED" || withdrawn?.action === "SUSPENDED")
		return "suspended";
	if (withdrawn?.action === "ROLLED_BACK" && activeVersion === null) return "rolled-back";
	if (waitsFor.length > 0 || withdrawn?.action === "WAITS") return "waits";
	if (canary) return "canary";
	return activeVersion === null ? "not-activated" : "served";
}
