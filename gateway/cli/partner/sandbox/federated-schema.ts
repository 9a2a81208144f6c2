import { getStitchedSchemaFromSupergraphSdl } from "@graphql-tools/federation";
import type { GraphQLSchema } from "graphql";
import type { AskPartner } from "./ask-partner.ts";
import { type KnownIds, syntheticAnswers } from "./synthetic.ts";

/** A schema that resolves fields at the partner's `url` with `askPartner`, and all others with synthetic values. */
export function federatedSchema(
	supergraph: string,
	url: string,
	askPartner: AskPartner,
	known: KnownIds,
): GraphQLSchema {
	const synthetic = syntheticAnswers(known);
	return getStitchedSchemaFromSupergraphSdl({
		supergraphSdl: supergraph,
		batch: true,
		onSubschemaConfig(subschema) {
			const { endpoint, schema } = subschema;
			const execute = ({ document, variables }: Parameters<typeof subschema.executor>[0]) =>
				endpoint === url ? askPartner(document, variables) : synthetic(schema, document, variables);
			subschema.executor = execute as typeof subschema.executor;
		},
	});
}
