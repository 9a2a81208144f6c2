import type { FetchNode } from "@apollo/query-planner";
import { getOperationAST, Kind, parse, type SelectionSetNode } from "graphql";
import { fragmentsOf } from "../../shared/fragments.ts";
import type { Transport } from "../subgraph-transport.ts";
import { applyRewrites, renamesIn } from "./data-rewrites.ts";
import { type SubgraphError, subgraphErrors } from "./errors.ts";
import { compileMerge, type Merge, type Renames } from "./merge.ts";
import { objectsAt, type PlanPath, pathsAt } from "./path.ts";
import { compileRepresentation, keyOf } from "./representations.ts";
import type { Run, Running, RunOptions } from "./run.ts";

type Fields = Record<string, unknown>;

/** What is asked of a subgraph, as its own operation says. */
function readOperation(
	text: string,
	renames: Renames,
	interfaces: RunOptions["interfaces"],
): { merge(of: "root" | "entities"): Merge } {
	const document = parse(text, { noLocation: true });
	const fragments = fragmentsOf(document);
	const operation = getOperationAST(document);
	if (!operation) throw new Error("A plan has a fetch without an operation");
	return {
		merge(of) {
			let set: SelectionSetNode = operation.selectionSet;
			if (of === "entities") {
				const [entities] = set.selections;
				if (entities?.kind === Kind.FIELD && entities.selectionSet) set = entities.selectionSet;
			}
			return compileMerge(set, fragments, renames, interfaces);
		},
	};
}

/** The values of the variables that a fetch uses; `clients` has the names of those that are called otherwise in it. */
function variablesFor(
	names: readonly string[],
	given: Readonly<Fields>,
	clients: ReadonlyMap<string, string>,
): Fields {
	const variables: Fields = {};
	for (const name of names) {
		const client = clients.get(name) ?? name;
		if (Object.hasOwn(given, client) && given[client] !== undefined)
			variables[name] = given[client];
	}
	return variables;
}

/**
 * Compiles one fetch of a plan. A subgraph that fails adds errors, and its fields stay absent; nothing else is affected.
 */
export function compileFetch(
	node: FetchNode,
	path: PlanPath,
	{
		schema,
		interfaces,
		required = new Map(),
		clientVariables = new Map(),
	}: Omit<RunOptions, "transports">,
	transport: Transport,
): Run {
	const { serviceName, outputRewrites, inputRewrites, variableUsages = [] } = node;
	const request = { query: node.operation, operationName: node.operationName };
	const renames = renamesIn(outputRewrites);
	const fieldNames = new Map([
		...renames,
		...[...required].map(([own, { name }]) => [own, name] as const),
	]);
	const operation = readOperation(node.operation, renames, interfaces);

	async function send(running: Running, variables: Fields, pathOf: SubgraphError["pathOf"]) {
		const { errors, data } = await transport.process({
			request: { ...request, variables },
			context: running.context,
		});
		if (errors?.length)
			running.errors.push(...subgraphErrors(errors, { serviceName, renames: fieldNames, pathOf }));
		return data as Fields | null | undefined;
	}

	if (!node.requires) {
		const merge = operation.merge("root");
		return async (running) => {
			const targets = objectsAt(running.root, path);
			if (targets.length === 0) return;
			const variables = variablesFor(variableUsages, running.variables, clientVariables);
			const data = await send(running, variables, (given) => [[...path, ...given]]);
			if (!data) return;
			applyRewrites(outputRewrites, schema, data);
			for (const [index, target] of targets.entries()) merge(target, data, index > 0);
		};
	}

	const represent = compileRepresentation(node.requires, schema);
	const merge = operation.merge("entities");
	return async (running) => {
		const representations: Fields[] = [];
		/** For each representation, the places of its objects among those at the path. */
		const placesOf: number[][] = [];
		const known = new Map<string, number>();
		const targets = objectsAt(running.root, path);
		for (const [place, target] of targets.entries()) {
			const made = represent(target);
			if (!made?.__typename) continue;
			applyRewrites(inputRewrites, schema, made);
			const key = keyOf(made);
			const index = known.get(key);
			if (index !== undefined) {
				placesOf[index]?.push(place);
				continue;
			}
			known.set(key, representations.length);
			representations.push(made);
			placesOf.push([place]);
		}
		if (representations.length === 0) return;
		const variables = variablesFor(variableUsages, running.variables, clientVariables);
		variables.representations = representations;
		let paths: ReturnType<typeof pathsAt> | undefined;
		const data = await send(running, variables, (given) => {
			const [, index, ...below] = given;
			if (typeof index !== "number") return [[...path, ...given]];
			paths ??= pathsAt(running.root, path);
			const found = paths;
			return (placesOf[index] ?? []).map((place) => [...(found[place] ?? []), ...below]);
		});
		if (!data) return;
		const entities = data._entities;
		if (!Array.isArray(entities))
			throw new Error(`Expected "data._entities" in response to be an array`);
		if (entities.length !== representations.length)
			throw new Error(`Expected "data._entities" to contain ${representations.length} elements`);
		for (const [index, places] of placesOf.entries()) {
			const entity = entities[index];
			if (entity === null || typeof entity !== "object") continue;
			if (outputRewrites) {
				entity.__typename ??= representations[index]?.__typename;
				applyRewrites(outputRewrites, schema, entity);
			}
			for (const [nth, place] of places.entries()) merge(targets[place] as Fields, entity, nth > 0);
		}
	};
}
