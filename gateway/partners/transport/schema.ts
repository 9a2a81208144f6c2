import { buildSubgraph } from "@apollo/federation-internals";
import { type GraphQLSchema, parse } from "graphql";
import { pathsOfFieldSet } from "../../../shared/federation/field-set.ts";
import { addRequired, type RequiredFields } from "./required-fields.ts";

/** Facts about a partner's subgraph from its published schema. */
export type PartnerSchema = {
	/** Includes `_entities`, to type its responses. */
	schema: GraphQLSchema;
	/** Entity type → paths of the fields of its keys ("id", "institute.id"). */
	keys: Map<string, Set<string>>;
	/** Entity type → fields that its @requires select. */
	required: Map<string, RequiredFields>;
	/** "Type.field" of fields that the partner itself resolves: not key fields or @external ones. */
	owned: Set<string>;
};

/** Reads a partner's schema. Throws if it is not a subgraph schema. */
export function partnerSchema(name: string, url: string, sdl: string): PartnerSchema {
	const subgraph = buildSubgraph(name, url, parse(sdl, { noLocation: true }) as never);
	const metadata = subgraph.metadata();
	const schema = subgraph.schema.toGraphQLJSSchema();
	const required = new Map<string, RequiredFields>();
	const keys = new Map<string, Set<string>>();
	const owned = new Set<string>();
	for (const type of [...subgraph.schema.objectTypes(), ...subgraph.schema.interfaceTypes()]) {
		const needed: RequiredFields = new Map();
		required.set(type.name, needed);
		for (const field of type.fields())
			for (const directive of field.appliedDirectivesOf(metadata.requiresDirective()))
				addRequired(String(directive.arguments().fields), type.name, schema, needed);
		const applied = type.appliedDirectivesOf(metadata.keyDirective());
		const paths = applied.flatMap((key) => pathsOfFieldSet(String(key.arguments().fields)));
		if (paths.length > 0) keys.set(type.name, new Set(paths));
		const roots = new Set(paths.map((path) => path.split(".")[0]));
		for (const field of type.fields())
			if (!roots.has(field.name) && !metadata.isFieldExternal(field) && !/^_/.test(field.name))
				owned.add(`${type.name}.${field.name}`);
	}
	return { schema, keys, required, owned };
}
