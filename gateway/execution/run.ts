import type { PlanNode } from "@apollo/query-planner";
import type { GraphQLSchema } from "graphql";
import type { Transport } from "../subgraph-transport.ts";
import { compileFetch } from "./fetch.ts";
import type { PlanPath } from "./path.ts";
import type { PlanningSupergraph } from "./planning/planning-supergraph.ts";

/** One execution of a plan. */
export type Running = {
	/** What the subgraphs answered until now. */
	root: Record<string, unknown>;
	/** In the order in which they came. */
	errors: unknown[];
	variables: Readonly<Record<string, unknown>>;
	/** Of the request, for the transports. */
	context: object;
};

/** Runs a compiled part of a plan. Does not reject for what subgraphs do: it adds errors. */
export type Run = (running: Running) => Promise<void>;

export type RunOptions = {
	/** The supergraph's own schema, which has the fields that clients do not see. */
	schema: GraphQLSchema;
	transports: ReadonlyMap<string, Transport>;
	/** Interfaces that a subgraph has as a type, with @interfaceObject. */
	interfaces?: ReadonlySet<string>;
	/** Names that the planner has for fields with arguments → these fields. */
	required?: PlanningSupergraph["required"];
	/** Names of variables in fetches → those in the client's operation, where they differ. */
	clientVariables?: ReadonlyMap<string, string>;
};

const nothing: Run = async () => undefined;

/** Compiles a plan: its fetches run one after another or side by side, as it says. */
export function compileRun(
	node: PlanNode | undefined,
	options: RunOptions,
	path: PlanPath = [],
): Run {
	const compile = (one: PlanNode | undefined, at = path) => compileRun(one, options, at);
	switch (node?.kind) {
		case undefined:
			return nothing;
		case "Fetch": {
			const transport = options.transports.get(node.serviceName);
			if (!transport) throw new Error(`A plan names an unknown subgraph, ${node.serviceName}`);
			const fetch = compileFetch(node, path, options, transport);
			return (running) =>
				fetch(running).catch((error: unknown) => {
					running.errors.push(error);
				});
		}
		case "Flatten":
			return compile(node.node, [...path, ...node.path.map(String)]);
		case "Sequence": {
			const steps = node.nodes.map((one) => compile(one));
			return async (running) => {
				for (const step of steps) await step(running);
			};
		}
		case "Parallel": {
			const branches = node.nodes.map((one) => compile(one));
			return async (running) => {
				await Promise.all(branches.map((branch) => branch(running)));
			};
		}
		case "Condition": {
			const { condition } = node;
			const [whenTrue, whenFalse] = [compile(node.ifClause), compile(node.elseClause)];
			return (running) => (running.variables[condition] === true ? whenTrue : whenFalse)(running);
		}
		case "Defer":
			throw new Error("@defer is not supported");
	}
}
