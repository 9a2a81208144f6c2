import type { ASTNode } from "graphql";
import type { Grant, GrantKind } from "../../../shared/registry.ts";
import { covers } from "../grant/rules.ts";
import type { Ownership } from "../sdl/ownership.ts";
import { type Finding, lineOf } from "../subgraph/finding.ts";

/** What the ownership rules work with; each rule adds what it finds. */
export type OwnershipContext = {
	ownership: Ownership;
	partnerId: string;
	namespace: string;
	grants: readonly Grant[];
	/** Every type that the candidate defines or extends → its fields' named types. */
	types: Map<string, Map<string, string>>;
	found: Finding[];
};

export function refuse(
	context: OwnershipContext,
	rule: string,
	place: string,
	node: ASTNode | undefined,
	message: string,
	remedy: string,
): void {
	context.found.push({ severity: "ERROR", rule, place, line: lineOf(node), message, remedy });
}

/** Adds a finding unless a grant that holds covers the use. */
export function needsGrant(
	context: OwnershipContext,
	use: { kind: GrantKind; type: string; field: string | null },
	node: ASTNode | undefined,
	message: string,
	instead: string,
): void {
	if (context.grants.some((grant) => covers(grant, use))) return;
	const place = use.field ? `${use.type}.${use.field}` : use.type;
	refuse(
		context,
		`OWNERSHIP_${use.kind}`,
		place,
		node,
		message,
		`${instead}, or ask the hub's administrator for a grant of kind ${use.kind} on ${place}.`,
	);
}
