import type { Grant } from "../../../../shared/registry.ts";
import type { EntityPlan, PartnerSdl } from "../../../../subgraphs/registry/check/check-input.ts";
import {
	composeParts,
	documentOf,
	servedDocumentOf,
} from "../../../../subgraphs/registry/check/composition.ts";
import { examine } from "../../../../subgraphs/registry/check/examine.ts";
import { namespaceOf } from "../../../../subgraphs/registry/partner/rules.ts";
import { type Finding, sortFindings } from "../../../../subgraphs/registry/subgraph/finding.ts";
import type { HubGraph } from "./hub-graph.ts";

type Composed = {
	findings: Finding[];
	/** Input of the probes of the partner's server. */
	entities: EntityPlan[];
	/** Set if the findings have no error. */
	supergraph?: string;
};

/** A grant of "Sme.state" as @requires needs it. */
function grantOf(coordinate: string, partnerId: string): Grant {
	const [type = "", field = null] = coordinate.split(".");
	const assumed = { purpose: "sandbox", consumer: "sandbox", expiresAt: null };
	return { id: coordinate, partnerId, kind: "REQUIRES_FIELD", type, field, ...assumed };
}

/** Checks a partner's subgraph by the hub's rules, and composes it with the hub's graph. */
export async function composeWithHub(
	{ own, others }: HubGraph,
	candidate: PartnerSdl,
	granted: readonly string[],
): Promise<Composed> {
	const apart = others
		.filter(({ name }) => name !== candidate.name)
		.map((other) => ({ ...other, partnerId: other.name }));
	const before = others.find(({ name }) => name === candidate.name);
	const { findings, entities } = await examine({
		own,
		others: apart,
		absent: [],
		recorded: [],
		before: before ? { ...before, partnerId: candidate.partnerId } : null,
		candidate,
		namespace: namespaceOf(candidate.partnerId),
		grants: granted.map((one) => grantOf(one, candidate.partnerId)),
		operations: [],
		lastGate: false,
	});
	if (findings.some(({ severity }) => severity === "ERROR"))
		return { findings: sortFindings(findings), entities };
	const parts = [
		...own.map(documentOf),
		...apart.map(servedDocumentOf),
		servedDocumentOf(candidate),
	];
	const composed = composeParts(parts);
	if (Array.isArray(composed)) return { findings: sortFindings(composed), entities };
	return { findings: sortFindings(findings), entities, supergraph: composed.supergraphSdl };
}
