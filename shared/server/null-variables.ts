import type { ApolloServerPlugin, GraphQLRequestListener } from "@apollo/server";
import {
	type DocumentNode,
	GraphQLError,
	type GraphQLSchema,
	isNonNullType,
	Kind,
	type OperationDefinitionNode,
	TypeInfo,
	ValidationContext,
} from "graphql";

type Variables = Record<string, unknown>;

function refused(name: string, type: string): GraphQLError {
	const message = `Variable "$${name}" is null where ${type} is needed; leave the variable out or give it a value.`;
	const fields = [{ path: name, message: `is null where ${type} is needed` }];
	const http = { status: 400 };
	return new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT", fields, http } });
}

/**
 * GraphQL's validation lets a variable that may be null into a place that takes none, if the variable or the place has
 * a default. Leaves out such a null where only places with a default use it, so that they take that; refuses it elsewhere.
 */
export function withoutNulls(
	schema: GraphQLSchema,
	document: DocumentNode,
	operation: OperationDefinitionNode,
	given: Variables,
): Variables {
	if (!Object.values(given).includes(null)) return given;
	const validation = new ValidationContext(schema, document, new TypeInfo(schema), () => undefined);
	const uses = validation.getRecursiveVariableUsages(operation);
	const variables = { ...given };
	for (const { variable, type, defaultValue } of operation.variableDefinitions ?? []) {
		const name = variable.name.value;
		if (variables[name] !== null || type.kind === Kind.NON_NULL_TYPE) continue;
		const own = uses.filter(({ node }) => node.name.value === name);
		const needing = own.find((use) => isNonNullType(use.type));
		if (!needing) continue;
		const isOptional = own.every((use) => use.defaultValue !== undefined);
		if (defaultValue || !isOptional) throw refused(name, String(needing.type));
		delete variables[name];
	}
	return variables;
}

const checking: GraphQLRequestListener<object> = {
	async didResolveOperation({ schema, document, operation, request }) {
		const { variables } = request;
		if (!operation || !variables) return;
		request.variables = withoutNulls(schema, document, operation, variables);
	},
};

/** Takes care of variables that are given as null, before anything is planned. */
export const checkNullVariables: ApolloServerPlugin<object> = {
	requestDidStart: async () => checking,
};
