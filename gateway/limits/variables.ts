import { type GraphQLSchema, getVariableValues, type OperationDefinitionNode } from "graphql";
import { HubError } from "../../shared/errors.ts";
import { inspectVariables } from "../../shared/variables.ts";

/** For longer variables, only the first error is reported, not fifty that each repeat the value. */
const LONG_TEXT = 20_000;

/** Throws BAD_USER_INPUT if variables contain a list longer than `maxListLength`, are nested too deeply, or are long and invalid. */
export function checkVariables(
	schema: GraphQLSchema,
	operation: OperationDefinitionNode,
	variables: Record<string, unknown>,
	maxListLength: number,
): void {
	const { fault, characters } = inspectVariables(variables, maxListLength);
	if (fault)
		throw new HubError("BAD_USER_INPUT", fault.message, {
			...fault.extensions,
			http: { status: 400 },
		});
	if (characters < LONG_TEXT) return;
	const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
		maxErrors: 1,
	});
	const [error] = errors ?? [];
	if (error) throw new HubError("BAD_USER_INPUT", error.message, { http: { status: 400 } });
}
