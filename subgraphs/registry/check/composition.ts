import { type CompositionSuccess, composeServices } from "@theguild/federation-composition";
import { type DocumentNode, type GraphQLError, Kind, parse, visit } from "graphql";
import { byCodePoint } from "../../../shared/code-points.ts";
import { withNullablePartnerFields } from "../../../shared/federation/nullable-partner-fields.ts";
import type { Finding } from "../subgraph/finding.ts";

export type SubgraphDocument = { name: string; url: string; typeDefs: DocumentNode };

/** How to remedy what composition calls by these codes; both composers use the same ones. */
const REMEDIES: Record<string, string> = {
	INVALID_FIELD_SHARING: "Rename your field: another subgraph answers one of this name.",
	FIELD_TYPE_MISMATCH: "Give the field the type that the other subgraph gives it, or another name.",
	SATISFIABILITY_ERROR:
		"Add @key with a key that the type's owner has, so that the gateway can get from there to your field.",
	KEY_INVALID_FIELDS: "Name fields in @key that the type has, without arguments.",
	REQUIRES_INVALID_FIELDS: "Declare the fields that @requires names in the type, as @external.",
	PROVIDES_INVALID_FIELDS: "Declare the fields that @provides names in the type, as @external.",
	EXTERNAL_UNUSED: "Remove @external fields that no @requires, @provides or @key names.",
	EXTERNAL_TYPE_MISMATCH: "Give the @external field the type that its owner gives it.",
	TYPE_KIND_MISMATCH:
		"Give your type another name: another subgraph has another kind of this name.",
	NO_QUERIES: "Add the hub's own subgraphs: this one is composed alone.",
	INVALID_GRAPHQL: "Send a schema that a GraphQL server accepts.",
};

function findingOf(error: GraphQLError, rule: string): Finding {
	const code = String(error.extensions?.code ?? "");
	const coordinate = /"([A-Z]\w*(?:\.\w+)?)(?:\(.*?\))?"/.exec(error.message)?.[1];
	return {
		severity: "ERROR",
		rule,
		place: coordinate ?? "schema",
		line: error.locations?.[0]?.line ?? null,
		message: code ? `${code}: ${error.message}` : error.message,
		remedy: REMEDIES[code] ?? "Change the schema so that it composes with the hub's.",
	};
}

/** A partner's subgraph as it is composed to be served. */
export function servedDocumentOf({
	name,
	url,
	sdl,
}: {
	name: string;
	url: string;
	sdl: string;
}): SubgraphDocument {
	return { name, url, typeDefs: parse(withNullablePartnerFields(sdl)) };
}

export function documentOf({
	name,
	url,
	sdl,
}: {
	name: string;
	url: string;
	sdl: string;
}): SubgraphDocument {
	return { name, url, typeDefs: parse(sdl) };
}

/** The newest federation version that the fast composer knows; later ones added only @cacheTag, which changes no types. */
const FAST_NEWEST = 9;
const LATER_VERSION = /^(https:\/\/specs\.apollo\.dev\/federation\/v2)\.(\d+)$/;
const LATER_DIRECTIVES = new Set(["cacheTag", "federation__cacheTag"]);

/** A document of a later federation version, as the fast composer reads it. */
function forFastComposer(part: SubgraphDocument): SubgraphDocument {
	let later = false;
	const typeDefs = visit(part.typeDefs, {
		StringValue(node) {
			const [, url, minor] = LATER_VERSION.exec(node.value) ?? [];
			if (!url || Number(minor) <= FAST_NEWEST) return undefined;
			later = true;
			return { ...node, value: `${url}.${FAST_NEWEST}` };
		},
	});
	if (!later) return part;
	return {
		...part,
		typeDefs: visit(typeDefs, {
			Directive: ({ name }) => (LATER_DIRECTIVES.has(name.value) ? null : undefined),
			ListValue: (node) => ({
				...node,
				values: node.values.filter((one) => one.kind !== Kind.STRING || one.value !== "@cacheTag"),
			}),
		}),
	};
}

/** Composes with the fast composer; findings where it fails. */
export function composeParts(parts: readonly SubgraphDocument[]): CompositionSuccess | Finding[] {
	let composed: ReturnType<typeof composeServices>;
	try {
		composed = composeServices(parts.map(forFastComposer));
	} catch (error) {
		return [findingOf(error as GraphQLError, "COMPOSITION")];
	}
	if (composed.errors) return composed.errors.map((error) => findingOf(error, "COMPOSITION"));
	return composed;
}

/** The final check before activation, with the gateway's own composer, which is slower. */
export async function lastGateFindings(parts: readonly SubgraphDocument[]): Promise<Finding[]> {
	const { composeServices: composeAtApollo } = await import("@apollo/composition");
	const sorted = [...parts].sort((one, other) => byCodePoint(one.name, other.name));
	try {
		const { errors = [] } = composeAtApollo(sorted);
		return errors.map((error) => findingOf(error, "COMPOSITION_LAST_GATE"));
	} catch (error) {
		return [findingOf(error as GraphQLError, "COMPOSITION_LAST_GATE")];
	}
}
