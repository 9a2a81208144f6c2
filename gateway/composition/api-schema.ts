import { Supergraph } from "@apollo/federation-internals";
import { printSchema } from "graphql";

/** Throws where a supergraph that was kept is not one that this version can serve. */
export function checkSupergraph(supergraph: string): void {
	Supergraph.build(supergraph);
}

/** The schema as clients see it, without the federation's own directives and types. */
export function apiSchemaOf(supergraph: string): string {
	return printSchema(Supergraph.build(supergraph).apiSchema().toGraphQLJSSchema());
}
