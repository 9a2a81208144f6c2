import { Supergraph } from "@apollo/federation-internals";
import { printSchema } from "graphql";

/** The schema as clients see it, without the federation's own directives and types. */
export function apiSchemaOf(supergraph: string): string {
	return printSchema(Supergraph.build(supergraph).apiSchema().toGraphQLJSSchema());
}
