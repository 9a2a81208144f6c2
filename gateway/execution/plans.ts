import {
	type InterfaceType,
	operationFromDocument,
	Supergraph,
} from "@apollo/federation-internals";
import { QueryPlanner } from "@apollo/query-planner";
import {
	type FragmentDefinitionNode,
	GraphQLError,
	type GraphQLSchema,
	Kind,
	type SelectionSetNode,
} from "graphql";
import { LRUCache } from "lru-cache";
import { fragmentsOf } from "../../shared/fragments.ts";
import type { Rewritten } from "../rewrite/rewrite.ts";
import { inWrittenOrder } from "./planning/mutation-order.ts";
import { planningSupergraph } from "./planning/planning-supergraph.ts";
import { withRequiredArguments } from "./planning/required-arguments.ts";
import { withOwnVariables } from "./planning/variables.ts";
import { compileRun, type Run, type RunOptions } from "./run.ts";

/** Characters of all plans that are kept, as JSON; compiled, each takes about 25 bytes: some 2,000 plans of usual size. */
const MOST_TEXT = 2_500_000;

type Hashed = Rewritten & { hash: string };
type Plan = { run: Run; length: number };

/** Only where one of these is used are plans made on another supergraph than the one that is served. */
const NEEDS_ANOTHER = /\brequires: "|\bresolvable: false\b/;

/** Whether anything is selected at the root but `__typename` and introspection. */
function needsSubgraphs(
	set: SelectionSetNode,
	fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): boolean {
	return set.selections.some((node) => {
		if (node.kind === Kind.FIELD) return !node.name.value.startsWith("__");
		if (node.kind === Kind.INLINE_FRAGMENT) return needsSubgraphs(node.selectionSet, fragments);
		const fragment = fragments.get(node.name.value);
		return fragment !== undefined && needsSubgraphs(fragment.selectionSet, fragments);
	});
}

/** The interfaces that a subgraph has as a type of its own. */
function interfaceObjectsOf({ schema }: Supergraph): ReadonlySet<string> {
	const isOne = ({ appliedDirectives }: InterfaceType) =>
		appliedDirectives.some(
			(one) => one.name === "join__type" && one.arguments().isInterfaceObject === true,
		);
	return new Set([...schema.interfaceTypes()].filter(isOne).map(({ name }) => name));
}

/** Plans operations and compiles the plans, once for operations that are the same. `text` is the supergraph. */
export function operationPlanner(
	text: string,
	served: Supergraph,
	transports: RunOptions["transports"],
) {
	const planning = NEEDS_ANOTHER.test(text) ? planningSupergraph(text) : undefined;
	const supergraph = planning?.isChanged
		? Supergraph.build(planning.document, { validateSupergraph: false })
		: served;
	const planner = new QueryPlanner(supergraph);
	const apiSchema = supergraph.apiSchema();
	const schema: GraphQLSchema = supergraph.schema.toGraphQLJSSchema();
	const options: RunOptions = {
		schema,
		transports,
		interfaces: interfaceObjectsOf(supergraph),
		required: planning?.required,
	};
	const plans = new LRUCache<string, Plan>({
		maxSize: MOST_TEXT,
		sizeCalculation: ({ length }) => length,
	});

	/** Throws a GraphQLError for what is too large to be planned, and for what no subgraph can answer. */
	return function planOf({ hash, document, operation }: Hashed): Run {
		let plan = plans.get(hash);
		if (!plan) {
			const operationName = operation.name?.value;
			const planned = withOwnVariables(inWrittenOrder(document, operation), operation);
			const read = operationFromDocument(apiSchema, planned.document, { operationName });
			const { node: made } = planner.buildQueryPlan(read);
			if (made?.kind === "Subscription") throw new Error("Subscriptions are not supported");
			if (!made && needsSubgraphs(operation.selectionSet, fragmentsOf(document)))
				throw new GraphQLError("No subgraph can answer this operation");
			const node = planning ? withRequiredArguments(made, planning) : made;
			const run = compileRun(node, { ...options, clientVariables: planned.clients });
			plan = { run, length: JSON.stringify(node ?? null).length };
			plans.set(hash, plan);
		}
		return plan.run;
	};
}
