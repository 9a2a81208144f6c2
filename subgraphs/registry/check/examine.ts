import { breakingFindings } from "./breaking.ts";
import type { Examined, Material } from "./check-input.ts";
import { composeParts, lastGateFindings, type Part, partOf, servedPartOf } from "./composition.ts";
import { costFindings } from "./cost.ts";
import { documentFindings, parseSchema } from "./document.ts";
import { type Finding, passes } from "./finding.ts";
import { looseSchema } from "./loose-schema.ts";
import { HUB_OWNER, noteOwners, type Owners } from "./owners.ts";
import { ownershipFindings } from "./ownership.ts";
import { probePlan } from "./probe-plan.ts";

function ownersOf(material: Material, own: Part[], others: Part[]): Owners {
	const owners: Owners = new Map();
	for (const part of own) noteOwners(owners, part.typeDefs, HUB_OWNER);
	others.forEach((part, index) => {
		const owner = material.others[index]?.partnerId ?? "";
		noteOwners(owners, part.typeDefs, owner);
	});
	for (const absent of material.absent)
		noteOwners(owners, partOf(absent).typeDefs, absent.partnerId);
	return owners;
}

/** The parts that are served now: all, or where they do not go together those that do, the first ones before later ones. */
function servedNow(own: Part[], others: Part[], before: Part[]) {
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
	material: Material,
	own: Part[],
	others: Part[],
	candidate: Part,
	owners: Owners,
): Promise<Finding[]> {
	const {
		before,
		operations,
		candidate: { partnerId },
	} = material;
	const mine = before ? [servedPartOf(before)] : [];
	const { base, old } = servedNow(own, others, mine);
	if (Array.isArray(old))
		throw new Error(`The hub's own subgraphs do not compose: ${old[0]?.message}`);
	const withNullablePartnerFields = servedPartOf(material.candidate);
	const composed = composeParts([...base, withNullablePartnerFields]);
	if (Array.isArray(composed)) {
		// As the partner wrote it the fault has its own line.
		const told = composeParts([...base, candidate]);
		return Array.isArray(told) ? told : composed;
	}
	// What the version before had, this one may change or leave out: it is the partner's own.
	const withMine = copyOf(owners);
	for (const part of [...mine, candidate]) noteOwners(withMine, part.typeDefs, partnerId);
	const findings = await breakingFindings({
		before: old.publicSdl,
		after: composed.publicSdl,
		owners: withMine,
		partnerId,
		operations,
	});
	if (!passes(findings) || !material.lastGate) return findings;
	return [...findings, ...(await lastGateFindings([...base, withNullablePartnerFields]))];
}

function copyOf(owners: Owners): Owners {
	return new Map(
		[...owners].map(([name, owned]) => [
			name,
			{ ...owned, keys: new Set(owned.keys), fields: new Map(owned.fields) },
		]),
	);
}

/** Weighs a schema without asking its server: what is wrong with it, and what to ask the server. Runs for seconds. */
export async function examine(material: Material): Promise<Examined> {
	const document = parseSchema(material.candidate.sdl);
	if (!("definitions" in document)) return { findings: [document], entities: [] };
	const { name, url, partnerId } = material.candidate;
	const own = material.own.map(partOf);
	const others = material.others.map(servedPartOf);
	const owners = ownersOf(material, own, others);
	const { namespace, grants } = material;
	const findings = [
		...documentFindings(document),
		...ownershipFindings(document, owners, { partnerId, namespace, grants }),
		...costFindings(document),
	];
	// What is refused already is not composed: it would only be told again, in other words.
	if (!passes(findings)) return { findings, entities: [] };
	const candidate = { name, url, typeDefs: document };
	findings.push(...(await comparison(material, own, others, candidate, owners)));
	if (!passes(findings)) return { findings, entities: [] };
	return { findings, entities: probePlan(document, looseSchema(document)) };
}
