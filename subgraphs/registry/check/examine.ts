import { addSchema, claim, type Ownership, ownershipOf } from "../sdl/ownership.ts";
import { type Finding, passes } from "../subgraph/finding.ts";
import { breakingFindings } from "./breaking.ts";
import type { CheckInput, Examined } from "./check-input.ts";
import {
	composeParts,
	documentOf,
	lastGateFindings,
	type SubgraphDocument,
	servedDocumentOf,
} from "./composition.ts";
import { costFindings } from "./cost.ts";
import { documentFindings, parseSchema } from "./document.ts";
import { looseSchema } from "./loose-schema.ts";
import { ownershipFindings } from "./ownership-findings.ts";
import { probePlan } from "./probe-plan.ts";

function ownershipFor(
	input: CheckInput,
	own: SubgraphDocument[],
	others: SubgraphDocument[],
): Ownership {
	const ownership = ownershipOf(
		own.map(({ typeDefs }) => typeDefs),
		input.recorded,
	);
	others.forEach(({ typeDefs }, index) => {
		const partnerId = input.others[index]?.partnerId ?? "";
		addSchema(ownership, typeDefs, { partnerId, served: true });
	});
	for (const absent of input.absent)
		addSchema(ownership, documentOf(absent).typeDefs, {
			partnerId: absent.partnerId,
			served: false,
		});
	return ownership;
}

/** The parts that are served now: all, or where they do not go together those that do, the first ones before later ones. */
function servedNow(
	own: SubgraphDocument[],
	others: SubgraphDocument[],
	before: SubgraphDocument[],
) {
	const all = composeParts([...own, ...others, ...before]);
	if (!Array.isArray(all)) return { base: [...own, ...others], old: all };
	const base = [...own];
	for (const part of others) {
		base.push(part);
		if (Array.isArray(composeParts(base))) base.pop();
	}
	const old = composeParts([...base, ...before]);
	return { base, old: Array.isArray(old) ? composeParts(base) : old };
}

/** The schema with the candidate against the one without it, or with the version before it. */
async function comparison(
	input: CheckInput,
	own: SubgraphDocument[],
	others: SubgraphDocument[],
	candidate: SubgraphDocument,
	ownership: Ownership,
): Promise<Finding[]> {
	const {
		before,
		operations,
		candidate: { partnerId },
	} = input;
	const mine = before ? [servedDocumentOf(before)] : [];
	const { base, old } = servedNow(own, others, mine);
	if (Array.isArray(old))
		throw new Error(`The hub's own subgraphs do not compose: ${old[0]?.message}`);
	const relaxed = servedDocumentOf(input.candidate);
	const composed = composeParts([...base, relaxed]);
	if (Array.isArray(composed)) {
		// As the partner wrote it the fault has its own line.
		const asWritten = composeParts([...base, candidate]);
		return Array.isArray(asWritten) ? asWritten : composed;
	}
	const findings = await breakingFindings({
		before: old.publicSdl,
		after: composed.publicSdl,
		ownership,
		partnerId,
		operations,
	});
	if (!passes(findings) || !input.lastGate) return findings;
	return [...findings, ...(await lastGateFindings([...base, relaxed]))];
}

/** Checks a schema without its server: the findings, and what to ask the server. Takes seconds. */
export async function examine(input: CheckInput): Promise<Examined> {
	const document = parseSchema(input.candidate.sdl);
	if (!("definitions" in document)) return { findings: [document], entities: [], claims: [] };
	const { name, url, partnerId } = input.candidate;
	const own = input.own.map(documentOf);
	const others = input.others.map(servedDocumentOf);
	const ownership = ownershipFor(input, own, others);
	const { namespace, grants } = input;
	const findings = [
		...documentFindings(document),
		...ownershipFindings(document, ownership, { partnerId, namespace, grants }),
		...costFindings(document),
	];
	// Composition would report the same faults again in other words.
	if (!passes(findings)) return { findings, entities: [], claims: [] };
	const candidate = { name, url, typeDefs: document };
	const claims = claim(ownership, document, partnerId);
	findings.push(...(await comparison(input, own, others, candidate, ownership)));
	if (!passes(findings)) return { findings, entities: [], claims: [] };
	return { findings, entities: probePlan(document, looseSchema(document)), claims };
}
