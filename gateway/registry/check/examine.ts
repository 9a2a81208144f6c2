import { buildASTSchema, type DocumentNode, extendSchema, GraphQLSchema } from "graphql";
import { breakingFindings } from "./breaking.ts";
import { composeParts, lastGateFindings, type Part, partOf } from "./composition.ts";
import { costFindings } from "./cost.ts";
import { documentFindings, parseSchema } from "./document.ts";
import { type Finding, passes } from "./finding.ts";
import type { Examined, Material } from "./material.ts";
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
	return owners;
}

/** The candidate's own schema, without the rules that federation's directives would break. */
function looseSchema(document: DocumentNode): GraphQLSchema {
	const loose = { assumeValid: true, assumeValidSDL: true };
	const bare = new GraphQLSchema({ assumeValid: true });
	try {
		return extendSchema(bare, document, loose);
	} catch {
		return buildASTSchema(document, loose);
	}
}

/** The schema with the candidate against the one without it, or with the version before it. */
async function comparison(
	material: Material,
	base: Part[],
	candidate: Part,
	owners: Owners,
): Promise<Finding[]> {
	const { before, operations } = material;
	const old = composeParts([...base, ...(before ? [partOf(before)] : [])]);
	if (Array.isArray(old))
		throw new Error(`What is served now does not compose: ${old[0]?.message}`);
	const composed = composeParts([...base, candidate]);
	if (Array.isArray(composed)) return composed;
	const { partnerId } = material.candidate;
	const all: Owners = new Map(owners);
	// What the version before had, this one may change or leave out: it is the partner's own.
	const mine = before ? partOf(before) : undefined;
	const withMine = structuredOwners(all);
	if (mine) noteOwners(withMine, mine.typeDefs, partnerId);
	noteOwners(withMine, candidate.typeDefs, partnerId);
	const findings = await breakingFindings({
		before: old.publicSdl,
		after: composed.publicSdl,
		owners: withMine,
		partnerId,
		operations,
	});
	if (!passes(findings)) return findings;
	return [...findings, ...lastGateFindings([...base, candidate])];
}

function structuredOwners(owners: Owners): Owners {
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
	const others = material.others.map(partOf);
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
	findings.push(...(await comparison(material, [...own, ...others], candidate, owners)));
	if (!passes(findings)) return { findings, entities: [] };
	return { findings, entities: probePlan(document, looseSchema(document)) };
}
