import { ERRORS, errorCodeDef } from "@apollo/federation-internals";
import { GraphQLError } from "graphql";
import { type OwnNames, withClientNames } from "../rewrite/own-names.ts";
import type { TransportError } from "../subgraph-transport.ts";
import type { Renames } from "./merge.ts";
import type { AnswerPath } from "./path.ts";

export type SubgraphError = {
	serviceName: string;
	/** Response names that the planner made up → those of the fields. */
	renames: Renames;
	/** The places in the answer for a path in what the subgraph answered. */
	pathOf(path: AnswerPath): AnswerPath[];
};

/** Errors of a subgraph as errors of the answer: at their places in it, and with the subgraph's name. */
export function subgraphErrors(
	errors: readonly TransportError[],
	{ serviceName, renames, pathOf }: SubgraphError,
): GraphQLError[] {
	return errors.flatMap((error) => {
		const { path, extensions } = error;
		const message = error.message || `Error while fetching subquery from service "${serviceName}"`;
		const given = path?.map((step) => renames.get(String(step)) ?? step);
		const places = given ? pathOf(given) : [undefined];
		const known = errorCodeDef(error as Error);
		return places.map((place) => {
			const options = {
				originalError: error as Error,
				path: place,
				extensions: { ...extensions, serviceName },
			};
			return !known && extensions?.code
				? new GraphQLError(message, options)
				: (known ?? ERRORS.DOWNSTREAM_SERVICE_ERROR).err(message, options);
		});
	});
}

/** An error with the client's names in its message and path. */
export function withNames(error: GraphQLError, clients: OwnNames["clients"]): GraphQLError {
	const message = withClientNames(error.message, clients);
	const path = error.path?.map((step) => clients.get(step as string) ?? step);
	const isSame = message === error.message && !path?.some((step, at) => step !== error.path?.[at]);
	if (isSame) return error;
	const { nodes, source, positions, extensions } = error;
	const originalError = error.originalError ?? undefined;
	return new GraphQLError(message, { nodes, source, positions, path, originalError, extensions });
}
