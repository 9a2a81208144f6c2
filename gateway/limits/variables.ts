import { type GraphQLSchema, getVariableValues, type OperationDefinitionNode } from "graphql";
import { HubError } from "../../shared/errors.ts";
import { inspectVariables } from "../../shared/variables.ts";

/** Beyond this, one wrong variable is told of, not fifty that each repeat the value. */
const LONG_TEXT = 20_000;

/** Throws BAD_USER_INPUT where variables hold a longer list than `most`, are nested too deeply, or are wrong at length. */
export function checkVariables(
	schema: GraphQLSchema,
	operation: OperationDefinitionNode,
	variables: Record<string, unknown>,
	most: number,
): void {
	const { fault, characters } = inspectVariables(variables, most);
	if (fault)
		throw new HubError("BAD_USER_INPUT", fault.message, {
			...fault.extensions,
			http: { status: 400 },
		});
	if (characters < LONG_TEXT) return;
	const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
		maxErrors: 1,
	});
	const [wrong] = errors ?? [];
	if (wrong) throw new HubError("BAD_USER_INPUT", wrong.message, { http: { status: 400 } });
}
